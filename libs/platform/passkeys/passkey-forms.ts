import { z } from 'zod';

const base64url = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[A-Za-z0-9_-]+$/);

/** WebAuthn lets an id of a credential have 1023 bytes. */
const credentialId = base64url(1364);
const clientData = base64url(4096);
const transports = z.array(z.string().regex(/^[a-z-]{1,32}$/)).max(10);

const credential = {
  id: credentialId,
  rawId: credentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  /** Nothing was asked of any extension, so nothing it says is read. */
  clientExtensionResults: z.record(z.string().max(64), z.unknown()).transform(() => ({})),
};

/** RegistrationResponseJSON of WebAuthn level 3: what a browser makes of a new passkey. */
export const passkeyMade = z
  .strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: clientData,
      attestationObject: base64url(16_384),
      /** What the next three say stands in the attestation object too, and is read there. */
      authenticatorData: base64url(16_384).optional(),
      publicKey: base64url(4096).optional(),
      publicKeyAlgorithm: z.int().optional(),
      transports: transports.optional(),
    }),
  })
  .meta({ id: 'PasskeyMade' });
export type PasskeyMade = z.output<typeof passkeyMade>;

/** AuthenticationResponseJSON of WebAuthn level 3: an assertion. */
export const passkeyAssertion = z
  .strictObject({
    ...credential,
    response: z.strictObject({
      clientDataJSON: clientData,
      authenticatorData: base64url(4096),
      signature: base64url(2048),
      userHandle: base64url(86).nullish(),
    }),
  })
  .meta({ id: 'PasskeyAssertion' });
export type PasskeyAssertion = z.output<typeof passkeyAssertion>;

const descriptor = z.looseObject({ id: z.string(), type: z.string(), transports: z.array(z.string()).optional() });

/** PublicKeyCredentialCreationOptionsJSON, for `parseCreationOptionsFromJSON` of a browser. */
export const makingOptions = z
  .looseObject({
    rp: z.looseObject({ id: z.string().optional(), name: z.string() }),
    user: z.looseObject({ id: z.string(), name: z.string(), displayName: z.string() }),
    challenge: z.string(),
    pubKeyCredParams: z.array(z.looseObject({ alg: z.number(), type: z.string() })),
    excludeCredentials: z.array(descriptor).optional(),
  })
  .meta({ id: 'PasskeyMakingOptions' });

/** PublicKeyCredentialRequestOptionsJSON, for `parseRequestOptionsFromJSON` of a browser. */
export const useOptions = z
  .looseObject({
    challenge: z.string(),
    rpId: z.string().optional(),
    allowCredentials: z.array(descriptor).optional(),
    userVerification: z.string().optional(),
  })
  .meta({ id: 'PasskeyUseOptions' });
