/** Unpadded base64url (RFC 7515, section 2). */
export declare function encodeBase64url(bytes: Uint8Array): string;
/** @returns undefined where the text is padded, has a character outside the alphabet or trailing bits that are not zero */
export declare function decodeBase64url(text: string): Uint8Array | undefined;
