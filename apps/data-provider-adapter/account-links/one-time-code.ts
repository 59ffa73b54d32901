import { createHmac, type KeyObject, randomInt, timingSafeEqual } from 'node:crypto';

/** Six digits, each of the million alike likely. */
export function createOneTimeCode(): string {
  return randomInt(1_000_000).toString().padStart(6, '0');
}

/** Keyed: a million digests of bare codes are quickly tried by whoever reads the table. */
export function digestOfCode(secret: KeyObject, linkRequestId: string, code: string): string {
  return createHmac('sha256', secret).update(`${linkRequestId}\n${code}`).digest('base64url');
}

export function isSameDigest(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
