/** 256 random bits, base64url. */
const form = /^[A-Za-z0-9_-]{43}$/;

let taken: string | undefined;

/** What was typed or pasted: the code, or the whole link. */
export function readInvitation(text: string): string | undefined {
  const code = text.trim().replace(/^.*#/s, '');
  return form.test(code) ? code : undefined;
}

/** A code that opens a door leaves the address bar, and the history, before anything else is done. */
export function takeInvitation(): void {
  const { pathname, hash } = location;
  if (hash === '' || !pathname.endsWith('/join')) return;
  taken = readInvitation(hash);
  history.replaceState(null, '', pathname);
}

/** The code of the link that opened these pages. */
export const takenInvitation = (): string | undefined => taken;
