import { isRefusal, type Refusal, refuse, toNumericDate } from '#domain';
import { canonicalJson } from '../digest/canonical-json.ts';
import { digestOf } from '../digest/sha256.ts';
import { describeMismatch } from '../message/describe-mismatch.ts';
import type { Expectation, VerificationContext } from '../signature/verification.ts';
import { verifySigned } from '../signature/verify-signed.ts';
import { RECEIPT, receiptClaims } from './create-receipt.ts';
import type { Receipt } from './parse-receipt.ts';

const expectation: Expectation = {
  typ: RECEIPT,
  kind: 'statement',
  keyUse: 'statement',
  senderRoles: ['consent-manager'],
  maxBytes: 4096,
};

/** @returns refusals of verifySigned, `schema-mismatch`, `receipt-mismatch` where another receipt was signed */
export async function checkSignature(receipt: Receipt, context: VerificationContext): Promise<Refusal | undefined> {
  const { signature, ...signed } = receipt;
  const verified = await verifySigned(signature, expectation, context);
  if (isRefusal(verified)) return verified;
  const claims = receiptClaims.safeParse(verified.claims);
  if (!claims.success) return refuse('schema-mismatch', describeMismatch(claims.error));
  const { iss, iat, jti, digest } = claims.data;
  if ((await digestOf(canonicalJson(signed), context.cryptography?.sha256)) !== digest)
    return refuse('receipt-mismatch', 'something in the receipt is not what was signed');
  const isItself =
    iss === receipt['dct:publisher'] &&
    jti === receipt['dct:identifier'] &&
    receipt['@id'] === `urn:uuid:${jti}` &&
    iat === toNumericDate(receipt['dct:created']);
  return isItself ? undefined : refuse('receipt-mismatch', 'it is signed under another name, id or time');
}
