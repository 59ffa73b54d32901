import { z } from 'zod';
import { code, instant, text, uuid } from '../claims/forms.ts';
import { pseudonym } from '../consent-artefact/consent-artefact.ts';
import { defineMessage } from '../message/define-message.ts';

/** How a person is found: e-mail as RFC 5321 has it, or telephone number in E.164. */
export const contact = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('email'),
    value: z
      .string()
      .max(254)
      .regex(/^[^\s@]{1,64}@[a-z0-9.-]{1,189}$/),
  }),
  z.strictObject({ kind: z.literal('tel'), value: z.string().regex(/^\+[1-9]\d{6,14}$/) }),
]);

export type Contact = z.infer<typeof contact>;

const discoverFields = z.strictObject({
  principal: pseudonym,
  /** Only such as the manager has verified. */
  identifiers: z.array(contact).min(1).max(10),
});

export type AccountLinkDiscoverFields = z.infer<typeof discoverFields>;

/** `POST /account-links/discover`: always answered 202 alike, whether or not the person is known. */
export const accountLinkDiscoverMessage = defineMessage<AccountLinkDiscoverFields, 'command'>({
  typ: 'account-link-discover+jwt',
  kind: 'command',
  senderRoles: ['consent-manager'],
  fields: discoverFields,
});

export const accountLinkDiscoverAnswer = z.strictObject({ linkRequestId: uuid, expiresAt: instant });
export type AccountLinkDiscoverAnswer = z.infer<typeof accountLinkDiscoverAnswer>;

const confirmFields = z.strictObject({
  linkRequestId: uuid,
  principal: pseudonym,
  /** Six digits, sent to the contact on the provider's own record. */
  code: z.string().regex(/^\d{6}$/),
});

export type AccountLinkConfirmFields = z.infer<typeof confirmFields>;

/** `POST /account-links/{linkRequestId}/confirm` */
export const accountLinkConfirmMessage = defineMessage<AccountLinkConfirmFields, 'command'>({
  typ: 'account-link-confirm+jwt',
  kind: 'command',
  senderRoles: ['consent-manager'],
  fields: confirmFields,
});

export const linkedAccount = z.strictObject({
  linkId: uuid,
  /** Masked, for people. */
  label: text(100),
  dataTypes: z.array(code).min(1).max(50),
});

export const accountLinkConfirmAnswer = z.strictObject({ links: z.array(linkedAccount).max(200) });
export type AccountLinkConfirmAnswer = z.infer<typeof accountLinkConfirmAnswer>;
