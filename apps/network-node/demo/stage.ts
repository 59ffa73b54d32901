import type { DataRequestView, DataUserClient } from '../clients/data-user-client.ts';
import { ProblemAnswer } from '../clients/json-client.ts';
import type { PersonClient, PersonSession } from '../clients/person-client.ts';

/** What the steps share: the three parts that are played, and what came of the steps before. */
export interface Stage {
  readonly person: PersonClient;
  readonly lender: DataUserClient;
  readonly clinic: DataUserClient;
  readonly contact: { readonly kind: 'email' | 'tel'; readonly value: string };
  readonly principalName: string;
  /** Reads the code that `sender` sent to the person, from the moment this is called on. */
  readonly expectCode: (sender: string) => () => Promise<string>;
  readonly ids: Readonly<Record<'saathi' | 'bank' | 'hospital' | 'lender' | 'clinic', string>>;
  readonly said: {
    session?: PersonSession;
    askId?: string;
    handle?: string;
    loanId?: string;
    loanConsent?: string;
    heldRequest?: string;
    clinicAskId?: string;
    clinicHandle?: string;
  };
}

/** What an earlier step brought. */
export const said = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`${what} did not happen`);
  return value;
};

/** @throws the refusal, where the data request was refused anywhere */
/** A fetch is told of when it has ended. */
export const waiting = { waitSeconds: 30 };

export function orRefused(view: DataRequestView): DataRequestView {
  const refusal = view.refusal ?? view.sessions.find((session) => session.refusal !== undefined)?.refusal;
  if (refusal !== undefined) throw new ProblemAnswer(403, refusal.code, refusal.detail ?? '', '');
  return view;
}

/** The one whose data it is. */
export const person = 'Asha';
