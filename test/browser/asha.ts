import { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { visitAsk } from '../../apps/network-node/demo/asks.ts';
import { demoPerson } from '../../apps/network-node/demo/demo-people.ts';
import type { Stage } from './stage.ts';

/** The person of the demo, who acts elsewhere while its pages are looked at: with the clinic, as the tour is about the lender. */
export interface Asha {
  readonly person: PersonClient;
  /** How she is asked. */
  readonly asked: { readonly principal: string; readonly consentManager: string };
}

const signedIn = new WeakMap<Stage, Promise<Asha>>();

async function signIn(stage: Stage): Promise<Asha> {
  const { here } = stage.demo;
  const { contact } = demoPerson(here.demoState().seed);
  const person = new PersonClient(here.addressOf(undefined, 'saathi'));
  const { principal } = await person.signIn(contact, stage.expectCode('saathi', contact));
  return { person, asked: { principal, consentManager: here.participantOf('saathi') } };
}

/** Signed in once: nobody is sent codes without end. */
export function findAsha(stage: Stage): Promise<Asha> {
  const asha = signedIn.get(stage) ?? signIn(stage);
  signedIn.set(stage, asha);
  return asha;
}

/** The clinic reads of the hospital what a new consent of hers lets it. */
export async function visitClinic(stage: Stage): Promise<void> {
  const { person, asked } = await findAsha(stage);
  const clinic = stage.dataUser('clinic');
  const { id, handle = '' } = await clinic.ask(visitAsk(asked));
  await person.approve(handle);
  const { consentId = '' } = await clinic.asked(id, 20);
  const { state } = await clinic.fetch({ consentId }, { waitSeconds: 30 });
  if (state !== 'COMPLETED') throw new Error(`the fetch is ${state}`);
}
