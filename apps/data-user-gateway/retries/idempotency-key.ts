import { v7 as uuidv7 } from 'uuid';
import { sha256Base64url } from '#protocol';

/** Any printable text of 1 to 200 characters. */
export const idempotencyKeyForm = /^[\x21-\x7e]{1,200}$/;

/**
 * The requestId of a command: from the caller's key, so that the same ask is the same command for ever after; a fresh
 * one where there is no key.
 */
export function requestIdFor(kind: string, key: string | undefined): string {
  if (key === undefined) return uuidv7();
  const bytes = Buffer.from(sha256Base64url(`${kind}\n${key}`), 'base64url').subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
