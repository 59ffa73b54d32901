import type { ReactNode } from 'react';

export interface Fact {
  readonly name: ReactNode;
  readonly value: ReactNode;
}

/** Names and what they are, one under the other on a phone. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {facts.map(({ name, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is written in the page, and never changes its order
        <div key={index} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="-mt-2 min-w-0 break-words sm:mt-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
