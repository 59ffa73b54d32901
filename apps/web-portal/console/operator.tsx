import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { mayAct, type OperatorRight } from '#domain';
import { answer } from '../api/answer.ts';
import { Problem } from '../api/problem.ts';
import { api } from './api.ts';

export const operatorKey = ['operator'] as const;

/** Who is signed in; null where nobody is. */
export const askWhoOperates = () =>
  answer(api.GET('/operator/me')).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 401) return null;
    throw error;
  });
export type Operator = NonNullable<Awaited<ReturnType<typeof askWhoOperates>>>;

const OperatorContext = createContext<Operator | undefined>(undefined);

export function OperatorProvider({
  operator,
  children,
}: {
  readonly operator: Operator;
  readonly children: ReactNode;
}) {
  return <OperatorContext value={operator}>{children}</OperatorContext>;
}

/** Who reads these pages. */
export function useOperator(): Operator {
  const operator = useContext(OperatorContext);
  if (operator === undefined) throw new Error('useOperator stands inside the signed-in pages');
  return operator;
}

/** Shows an act to those who may do it; the role refuses the others anyway. */
export function May({ right, children }: { readonly right: OperatorRight; readonly children: ReactNode }) {
  return mayAct(useOperator().may, right) ? children : null;
}

/** Asks anew who is signed in, and for all that the last one saw. */
export function useOtherOperator(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== operatorKey[0] });
    await client.invalidateQueries({ queryKey: operatorKey });
  };
}
