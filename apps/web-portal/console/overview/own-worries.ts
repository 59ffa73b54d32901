import { createContext, type ReactNode } from 'react';

/** Something an operator should do something about. */
export interface Worry {
  readonly kind: 'warn' | 'bad';
  readonly text: ReactNode;
}

/** A hook: what only this role knows to worry about. */
export type FindWorries = () => readonly Worry[];

export const OwnWorries = createContext<FindWorries>(() => []);
