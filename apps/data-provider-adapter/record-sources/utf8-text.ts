const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * What bytes say in UTF-8, without a byte order mark. In another encoding they would say something else than they do.
 *
 * @returns nothing where they are not UTF-8
 */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
