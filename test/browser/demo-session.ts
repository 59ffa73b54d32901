import type { OpenContext } from './stage.ts';

/** The demo has no wall before it: these calls open a session, and exist there alone. */
function openSession(path: string, body: object) {
  return async ({ context }: OpenContext, origin: string): Promise<void> => {
    const answer = await context.request.post(`${origin}${path}`, { data: body, headers: { origin } });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`);
  };
}

export const asPerson = openSession('/sign-in/demo', { session: 'cookie' });
export const asAdmin = openSession('/operator/demo-session', { may: 'admin' });
