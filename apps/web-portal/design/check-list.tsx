import { type ReactNode, useId } from 'react';
import { Check } from './check.tsx';

interface CheckListProps {
  readonly label: ReactNode;
  readonly options: readonly { readonly value: string; readonly text: ReactNode }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** Any of several, in the order in which they stand. */
export function CheckList({ label, options, chosen, onChange }: CheckListProps) {
  const id = useId();
  const toggle = (one: string, wanted: boolean) =>
    onChange(options.map(({ value }) => value).filter((value) => (value === one ? wanted : chosen.includes(value))));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out like the other labels
    <div role="group" aria-labelledby={id}>
      <p id={id} className="font-medium">
        {label}
      </p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {options.map(({ value, text }) => (
          <li key={value}>
            <Check checked={chosen.includes(value)} onChange={(wanted) => toggle(value, wanted)}>
              {text}
            </Check>
          </li>
        ))}
      </ul>
    </div>
  );
}
