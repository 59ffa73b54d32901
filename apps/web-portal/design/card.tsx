import type { ReactNode } from 'react';

/** A thing of its own on a page. */
export function Card({ children, className = '' }: { readonly children: ReactNode; readonly className?: string }) {
  return <section className={`rounded-xl border border-line bg-surface p-4 sm:p-6 ${className}`}>{children}</section>;
}
