import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** To where something can be done about it. */
export function WorryLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Link to={to} className="text-accent underline underline-offset-4">
      {children}
    </Link>
  );
}
