import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Problem } from '../../api/problem.ts';
import { operatorKey } from '../operator.tsx';

/** Once any call hears that the session is over, the pages ask to sign in. */
export function useSignedOutNotice(): void {
  const client = useQueryClient();
  useEffect(() => {
    const hear = (error: unknown) => {
      const isOver = error instanceof Problem && error.code === 'sign-in-required';
      if (isOver && client.getQueryData(operatorKey) !== null) client.setQueryData(operatorKey, null);
    };
    const deaf = [
      client.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') hear(event.action.error);
      }),
      client.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') hear(event.action.error);
      }),
    ];
    return () => {
      for (const stop of deaf) stop();
    };
  }, [client]);
}
