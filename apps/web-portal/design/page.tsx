import { type ReactNode, useEffect, useRef } from 'react';

interface PageProps {
  readonly title: string;
  /** A line below the title. */
  readonly about?: ReactNode;
  /** What can be done with the page as a whole, beside the title. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

let opened = false;

/** One page: names the window, and tells a screen reader that another page has come. */
export function Page({ title, about, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // At the first page the browser reads from the top by itself.
    if (opened) heading.current?.focus({ preventScroll: true });
    opened = true;
  }, []);
  return (
    <>
      <title>{`${title} · Assent`}</title>
      <header className="mb-6 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h1 ref={heading} tabIndex={-1} className="text-2xl font-semibold outline-none sm:text-3xl">
            {title}
          </h1>
          {about !== undefined && <p className="mt-1 text-soft">{about}</p>}
        </div>
        {actions}
      </header>
      <div className="space-y-6">{children}</div>
    </>
  );
}
