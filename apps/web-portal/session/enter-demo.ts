const mark = /^demo(\/|$)/;

/**
 * Opens a session where the address says that this is a demo (`/app/demo/…`), and takes that out of the address. A role
 * that is no demo refuses: then the usual door stands there.
 *
 * @param isSignedIn whether there is one already
 */
export async function enterDemo(isSignedIn: () => Promise<boolean>, open: () => Promise<unknown>): Promise<void> {
  const base = import.meta.env.BASE_URL;
  const place = location.pathname.slice(base.length);
  if (!mark.test(place)) return;
  history.replaceState(null, '', `${base}${place.replace(mark, '')}`);
  if (!(await isSignedIn().catch(() => false))) await open().catch(() => undefined);
}
