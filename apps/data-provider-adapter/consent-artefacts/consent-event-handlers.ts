import type { AnyEventHandler, EventReceipt, ReceivedEvent, Transaction } from '#platform';
import { type ArtefactIntake, type ConsentStatement, consentEventNames } from './artefact-intake.ts';

/** One handler for each `consent-artefact.*`. */
export function consentEventHandlers(intake: ArtefactIntake): AnyEventHandler[] {
  const said = ({ issuer, type, state }: ReceivedEvent) => ({ issuer, type, state }) as ConsentStatement;
  const handle = (tx: Transaction, event: ReceivedEvent) => intake.take(tx, said(event));
  const handleAlone = (event: ReceivedEvent, receipt: EventReceipt) => intake.takeAlone(said(event), receipt);
  return consentEventNames.map((type) => ({ type, handle, handleAlone }) as AnyEventHandler);
}
