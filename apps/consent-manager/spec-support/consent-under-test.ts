import type { ConsentTerms } from '#domain';
import type { DataRequestFields } from '#protocol';
import type { ManagerUnderTest } from './manager-under-test.ts';
import { jktOf, type Member, sampleTerms } from './member-under-test.ts';
import { type Answer, type Person, payloadOf } from './person-under-test.ts';

/** A consent a person gave in a spec, with the artefact ids of its counterparts. */
export interface GivenConsent {
  readonly id: string;
  readonly handle: string;
  readonly terms: ConsentTerms;
  /** By participant id. */
  readonly artefacts: Readonly<Record<string, string>>;
}

/** Asks as the lender. @returns the handle */
export async function askConsent(
  world: ManagerUnderTest,
  principal: string,
  changed: Partial<ConsentTerms> = {},
  by: Member = world.lender,
): Promise<string> {
  const terms = sampleTerms(world.clock.now(), changed) as Parameters<Member['ask']>[0]['terms'];
  const answer = await by.ask({ principal, ...(terms && { terms }) });
  if (answer.status !== 201) throw new Error(answer.text);
  return payloadOf<{ handle: string }>(answer.text).handle;
}

export async function giveConsent(
  world: ManagerUnderTest,
  person: Person,
  changed: Partial<ConsentTerms> = {},
  decision: object = {},
): Promise<GivenConsent> {
  const handle = await askConsent(world, person.principal, changed);
  const { status, json, text } = await person.post(`/me/consent-requests/${handle}/approve`, decision);
  if (status !== 200) throw new Error(text);
  return givenConsent(json);
}

export function givenConsent(json: Answer['json']): GivenConsent {
  const artefacts = json.counterparts.map((one: { participant: { id: string }; artefactId: string }) => [
    one.participant.id,
    one.artefactId,
  ]);
  return { id: json.id, handle: json.handle, terms: json.terms, artefacts: Object.fromEntries(artefacts) };
}

/** All that the consent gives, as its data user asks for it. */
export function wholeAsk(consent: GivenConsent, by: Member): DataRequestFields {
  const { dataTypes, dataRange } = consent.terms;
  return {
    consentId: consent.artefacts[by.id] ?? '',
    dataTypes: dataTypes as DataRequestFields['dataTypes'],
    dataRange,
    jkt: jktOf(by),
  };
}

export const periodic = { fetchType: 'PERIODIC', frequency: { max: 2, per: 'DAY' } } as const;
