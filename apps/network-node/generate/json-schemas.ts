import { z } from 'zod';
import { type RefusalCode, refusalCodes, retryAfter } from '#domain';
import {
  accountLinkConfirmAnswer,
  accountLinkDiscoverAnswer,
  consentDecision,
  consentReceipt,
  consentTerms,
  dataPartLine,
  dataRequestAnswer,
  dataSessionAnswer,
  dataSessionAuthorization,
  type EventTypeName,
  eventTypes,
  eventTypeUri,
  keyIntroductionMessage,
  keyRetirementMessage,
  messages,
  participantDescription,
  receiptClaims,
  releaseReceipt,
  trailCheckpoint,
  trustListClaims,
} from '#protocol';

/** Path below consent-artefacts/ -> content. */
export type Files = ReadonlyMap<string, unknown>;

const id = (name: string) => `https://assent.example/schema/${name}.schema.json`;

function toSchema(name: string, title: string, schema: z.ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return { $schema, $id: id(name), title, ...rest };
}

/** Tokens that are no messages between roles: what a role says of itself and of its keys, who is in the network, what an access token allows. */
const tokens = {
  'data-session-authorization': dataSessionAuthorization,
  'key-introduction': keyIntroductionMessage('message').schema,
  'key-retirement': keyRetirementMessage('message').schema,
  'participant-description': participantDescription,
  receipt: receiptClaims,
  'trail-checkpoint': trailCheckpoint,
  'trust-list': trustListClaims,
};

/** What a person keeps: documents, with a token in them. */
const receipts = {
  'consent-receipt': consentReceipt,
  'release-receipt': releaseReceipt,
};

const answers = {
  'account-link-discover-answer': accountLinkDiscoverAnswer,
  'account-link-confirm-answer': accountLinkConfirmAnswer,
  'data-request-answer': dataRequestAnswer,
  'data-session-answer': dataSessionAnswer,
  'data-part-line': dataPartLine,
  'consent-decision': consentDecision,
  'consent-terms': consentTerms,
};

function messageSchemas(): [string, unknown][] {
  return messages.map(({ typ, kind, schema }) => {
    const name = typ.replace('+jwt', '');
    return [`schema/${name}.schema.json`, toSchema(name, `${typ} (${kind}): its claims`, schema)];
  });
}

function eventSchemas(): [string, unknown][] {
  return Object.entries(eventTypes).map(([name, { state, senderRoles }]) => [
    `schema/events/${name}.schema.json`,
    toSchema(
      `events/${name}`,
      `The event ${eventTypeUri(name as EventTypeName)}, stated by a ${senderRoles.join(' or ')}`,
      state,
    ),
  ]);
}

/** The contract as files, made from what the code runs on. */
export function contractFiles(): Files {
  return new Map<string, unknown>([
    ...messageSchemas(),
    ...eventSchemas(),
    ...Object.entries({ ...answers, ...tokens, ...receipts }).map(([name, schema]): [string, unknown] => [
      `schema/${name}.schema.json`,
      toSchema(name, name, schema),
    ]),
    [
      'codes/refusal-codes.json',
      {
        source: 'libs/domain/refusal/refusal-codes.ts',
        refusals: Object.entries(refusalCodes).map(([code, [status, title, next]]) => ({
          ...{ code, status, title, next },
          retry: retryAfter(code as RefusalCode),
        })),
      },
    ],
  ]);
}
