import { encodeBase64url } from './base64url.ts';

/** SHA-256 as an argument, so that a browser and a server each bring their own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** Base64url of a SHA-256 digest: 43 characters. */
export type Digest = string;

const utf8 = new TextEncoder();

/** @param content text is digested as UTF-8 */
export async function digestOf(content: string | Uint8Array, sha256: Sha256 = webSha256): Promise<Digest> {
  return encodeBase64url(await sha256(typeof content === 'string' ? utf8.encode(content) : content));
}

/** The WebCrypto digest of browsers and Node. */
export async function webSha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}
