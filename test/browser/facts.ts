import type { ConsentState } from '#domain';
import { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { loanAsk, visitAsk } from '../../apps/network-node/demo/asks.ts';
import { demoPerson } from '../../apps/network-node/demo/demo-people.ts';
import type { Stage } from './stage.ts';

/** Ids of what the person of the demo has, so that pages about one thing can be opened. */
export interface Facts {
  /** Of a request that waits and may be narrowed. */
  readonly handle: string;
  /** Of one that can only be taken as it stands. */
  readonly wholeHandle: string;
  /** Of records that the bank handed to the lender. */
  readonly sessionId: string;
  readonly consents: Readonly<Record<Exclude<ConsentState, 'EXPIRED'>, string>>;
}

/** Adds to what the story left: two requests that wait, one that was rejected, a consent that is paused. */
export async function prepareFacts(stage: Stage): Promise<Facts> {
  const { here } = stage.demo;
  const { contact } = demoPerson(here.demoState().seed);
  const person = new PersonClient(here.addressOf(undefined, 'saathi'));
  try {
    const { principal } = await person.signIn(contact, stage.expectCode('saathi', contact));
    const asked = { principal, consentManager: here.participantOf('saathi') };
    const [lender, clinic] = [stage.dataUser('lender'), stage.dataUser('clinic')];
    const rejected = await lender.ask(loanAsk(asked));
    await person.reject(rejected.handle ?? '', 'not-needed');
    const allowed = await lender.ask(loanAsk(asked));
    const consent = await person.approve(allowed.handle ?? '');
    // Each participant knows a consent by an id of its own.
    const { consentId = '' } = await lender.asked(allowed.id, 20);
    const { sessions } = await lender.fetch({ consentId }, { waitSeconds: 30 });
    const { handle = '' } = await lender.ask(loanAsk(asked));
    const { handle: wholeHandle = '' } = await clinic.ask(visitAsk({ ...asked, mayBeNarrowed: false }));
    await person.pause(consent.id);
    const { consents } = await person.consents();
    const inState = (state: ConsentState) => consents.find((one) => one.state === state)?.id ?? '';
    return {
      handle,
      wholeHandle,
      sessionId: sessions[0]?.sessionId ?? '',
      consents: { ACTIVE: inState('ACTIVE'), PAUSED: consent.id, REVOKED: inState('REVOKED') },
    };
  } finally {
    await person.close();
  }
}
