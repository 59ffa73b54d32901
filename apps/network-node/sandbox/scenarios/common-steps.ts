import { type Answer, must, type Step } from './step.ts';

/** The command of a step, written as it is typed in. */
const typed = (line: string): readonly string[] => line.split(' ');

export function step(says: string, line: string, more: Omit<Step, 'says' | 'command'> = {}): Step {
  return { says, command: typed(line), ...more };
}

export const signIn = step('Asha signs in', 'sign-in --name asha', { came: ({ principal }) => principal });
export const link = (provider: string): Step =>
  step(`she links what she has at the ${provider}`, `link ${provider}`, { came: () => 'linked' });
export const approve = step('she says yes', 'approve', { came: stateOfConsent });

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

/** Where a counterpart holds the consent to stand. */
export const heldAs =
  (name: string, state: string) =>
  ({ consent }: Answer): string => {
    const held = consent.counterparts.find(({ participant }: Answer) => participant['name'] === name)?.state;
    must(held === state, `${name} holds it as ${held}`);
    return `${name} holds it as ${held}`;
  };

/** Everyone who holds the consent knows where it stands. */
export function allKnow({ consent }: Answer): string {
  const other = consent.counterparts.find(({ state }: Answer) => state !== consent.state);
  must(other === undefined, `${other?.participant.name} holds it as ${other?.state}`);
  return `all hold it as ${consent.state}`;
}

export const ending: readonly Step[] = [
  step('whatever is broken is well again', 'sandbox heal'),
  step('she takes her yes back', 'revoke CONSENT', { came: stateOfConsent }),
  step('all come to know', 'consent CONSENT', { isAwaited: true, came: allKnow }),
  step('the lender may have nothing more', 'fetch HELD', { failsWith: 'consent-revoked' }),
  step('it erases what it has', 'erase HELD', { came: () => 'erased' }),
  step('and can read nothing', 'read HELD', { failsWith: 'data-erased' }),
];
