import { type Answer, must, type Step } from './step.ts';

/** The command of a step, written as it is typed in. */
const typed = (line: string): readonly string[] => line.split(' ');

export function step(says: string, line: string, more: Omit<Step, 'says' | 'command'> = {}): Step {
  return { says, command: typed(line), ...more };
}

export const signIn = step('Asha signs in', 'sign-in --name asha', { came: ({ principal }) => principal });
export const link = (provider: string): Step =>
  step(`she links what she has at the ${provider}`, `link ${provider}`, { came: () => 'linked' });
export const ask = (line = 'ask'): Step => step('the lender asks', line, { came: ({ request }) => request.state });
export const approve = step('she says yes', 'approve', { came: stateOfConsent });
/** From here on it is the newest: a fetch that names none means it. */
export const held = step('the lender has her signed word', 'held --limit 1', { isAwaited: true, came: isHeld });

/** Whether a fetch came to this end. */
export const fetchEnds =
  (...states: readonly string[]) =>
  ({ request }: Answer): string => {
    must(states.includes(request.state), `the data request is ${request.state}`);
    return request.state;
  };

export function stateOfConsent({ consent }: Answer): string {
  return consent.state;
}

function isHeld({ consents }: Answer): string {
  must(consents[0]?.state === 'ACTIVE', 'it has no consent that holds');
  return 'ACTIVE';
}

const untold = 'events --role saathi --type consent-artefact.revoked';

export const notTold = (who: string): Step =>
  step(`the ${who} does not know yet`, untold, {
    came({ events }: Answer): string {
      must(events.length === 1, `${events.length} withdrawals wait to be told`);
      return 'it waits to be told';
    },
  });

export const told = step('all come to know', untold, {
  isAwaited: true,
  came({ events }: Answer): string {
    must(events.length === 0, `${events.length} withdrawals wait to be told`);
    return 'nothing waits to be told';
  },
});

export const ending: readonly Step[] = [
  step('whatever is broken is well again', 'sandbox heal'),
  step('she takes her yes back', 'revoke CONSENT', { came: stateOfConsent }),
  told,
  step('her record of it', 'consent CONSENT', { came: stateOfConsent }),
  step('the lender may have nothing more', 'fetch HELD', { failsWith: 'consent-revoked' }),
  step('it erases what it has', 'erase HELD', { came: () => 'erased' }),
  step('and can read nothing', 'read HELD', { failsWith: 'data-erased' }),
];
