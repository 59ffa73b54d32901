import { createHmac, type KeyObject } from 'node:crypto';

/**
 * What a data user knows an account by: the same in every session under one consent, another under the next, so that
 * two data users cannot compare notes. A UUID of version 8 (RFC 9562, section 5.8).
 */
export function nameAccount(secret: KeyObject, artefactId: string, linkId: string): string {
  const bytes = createHmac('sha256', secret).update(`${artefactId}\n${linkId}`).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
