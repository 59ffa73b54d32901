import { useLocation } from '@tanstack/react-router';

/** What the address says of a sign-in by another service: all that the consent manager ever writes there. */
export interface Arrival {
  readonly mustConfirm: boolean;
  /** The code of the refusal. */
  readonly refused: string | undefined;
}

const code = /^[a-z][a-z-]{1,60}$/;

export function arrivalOf(search: Readonly<Record<string, unknown>>): Arrival {
  const refused = search['sign-in-refused'];
  return {
    mustConfirm: search['sign-in'] === 'confirm',
    refused: typeof refused === 'string' ? (code.exec(refused)?.[0] ?? 'openid-sign-in-refused') : undefined,
  };
}

export function useArrival(): Arrival {
  return arrivalOf(useLocation().search as Record<string, unknown>);
}
