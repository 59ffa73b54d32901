import type { AnyEventHandler, ReceivedEvent, Transaction } from '#platform';
import { type ArtefactIntake, type ConsentStatement, consentEventNames } from './artefact-intake.ts';

/** One handler for each `consent-artefact.*`. */
export function consentEventHandlers(intake: ArtefactIntake): AnyEventHandler[] {
  const handle = (tx: Transaction, { issuer, type, state }: ReceivedEvent) =>
    intake.take(tx, { issuer, type, state } as ConsentStatement);
  return consentEventNames.map((type) => ({ type, handle }) as AnyEventHandler);
}
