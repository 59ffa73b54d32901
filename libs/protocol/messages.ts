import { accountLinkConfirmMessage, accountLinkDiscoverMessage } from './account-link/account-link.ts';
import { consentArtefactMessage } from './consent-artefact/consent-artefact.ts';
import { consentHandleMessage, consentRequestMessage } from './consent-request/consent-request.ts';
import { deletionReceiptMessage } from './data-erasure/deletion-receipt.ts';
import { dataManifestMessage } from './data-manifest/data-manifest.ts';
import { dataPartMessage } from './data-part/data-part.ts';
import { dataRequestMessage } from './data-request/data-request.ts';
import { dataSessionRequestMessage } from './data-session/data-session.ts';
import { handOverChunkMessage, handOverEndMessage, handOverEraseMessage } from './hand-over/hand-over.ts';

/** Every signed message of the wire that has a schema of its own. Events: see eventTypes. */
export const messages = [
  accountLinkDiscoverMessage,
  accountLinkConfirmMessage,
  consentRequestMessage,
  consentHandleMessage,
  consentArtefactMessage,
  dataRequestMessage,
  dataSessionRequestMessage,
  dataPartMessage,
  dataManifestMessage,
  deletionReceiptMessage,
  handOverChunkMessage,
  handOverEndMessage,
  handOverEraseMessage,
] as const;
