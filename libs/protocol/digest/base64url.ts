const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value += 1) values[alphabet.charCodeAt(value)] = value;

/** Unpadded base64url (RFC 7515, section 2). */
export function encodeBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    text += alphabet.charAt(group >> 18) + alphabet.charAt((group >> 12) & 63);
    if (left > 1) text += alphabet.charAt((group >> 6) & 63);
    if (left > 2) text += alphabet.charAt(group & 63);
  }
  return text;
}

/**
 * One text for one sequence of bytes: two spellings of a signed token must not both pass.
 * @returns undefined where the text is padded, has a character outside the alphabet or trailing bits that are not zero
 */
export function decodeBase64url(text: string): Uint8Array | undefined {
  const rest = text.length % 4;
  if (rest === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  const whole = text.length - rest;
  let out = 0;
  let at = 0;
  for (; at < whole; at += 4) {
    const group =
      (valueAt(text, at) << 18) | (valueAt(text, at + 1) << 12) | (valueAt(text, at + 2) << 6) | valueAt(text, at + 3);
    // One character outside the alphabet makes the whole negative.
    if (group < 0) return undefined;
    bytes[out++] = group >> 16;
    bytes[out++] = group >> 8;
    bytes[out++] = group;
  }
  if (rest === 0) return bytes;
  const tail =
    (valueAt(text, at) << 18) | (valueAt(text, at + 1) << 12) | (rest === 3 ? valueAt(text, at + 2) << 6 : 0);
  if (tail < 0 || (tail & (rest === 3 ? 0xff : 0xffff)) !== 0) return undefined;
  bytes[out++] = tail >> 16;
  if (rest === 3) bytes[out] = tail >> 8;
  return bytes;
}

/** 0 to 63, or -1. */
function valueAt(text: string, at: number): number {
  return values[text.charCodeAt(at)] ?? -1;
}
