import {
  type ConsentQuestion,
  checkConsent,
  type DataTypeTerm,
  type ParticipantId,
  type Refusal,
  refuse,
} from '#domain';
import type { ProviderArtefact } from './data-request-store.ts';

/** What one provider is asked for. */
export interface ProviderAsk {
  readonly artefact: ProviderArtefact;
  readonly dataTypes: readonly DataTypeTerm[];
}

/**
 * Whether the data may be asked for, and of whom. A provider that is not active now is left out while others can
 * answer: the consent names them one by one.
 */
export function authoriseDataRequest(
  question: ConsentQuestion,
  artefacts: readonly ProviderArtefact[],
  isActive: (participant: ParticipantId) => boolean,
): readonly ProviderAsk[] | Refusal {
  const asks = artefacts
    .map((artefact) => ({ artefact, dataTypes: heldBy(artefact, question.ask.dataTypes) }))
    .filter(({ dataTypes }) => dataTypes.length > 0);
  const active = asks.filter(({ artefact }) => isActive(artefact.dataProvider));
  const missing = active.length > 0 ? [] : asks.map(({ artefact }) => artefact.dataProvider);
  const strangers = [question.consent.dataUser].filter((dataUser) => !isActive(dataUser));
  const refusal = checkConsent({ ...question, inactiveParticipants: [...strangers, ...missing] });
  if (refusal !== undefined) return refusal;
  return active.length > 0 ? active : refuse('account-not-linked', 'no account that held this is linked any more');
}

function heldBy({ dataTypes }: ProviderArtefact, asked: readonly DataTypeTerm[]): DataTypeTerm[] {
  return asked.filter(({ type }) => dataTypes.some((held) => held.type === type));
}
