import { spawn } from 'node:child_process';

/**
 * Shows an address to whoever sits before this machine; where nobody does, the printed address is enough.
 *
 * @returns whether it was tried
 */
export function openInBrowser(url: string, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { NO_BROWSER, CI, DISPLAY, WAYLAND_DISPLAY } = environment;
  if (NO_BROWSER !== undefined || CI !== undefined) return false;
  const hasDesktop = process.platform === 'darwin' || (DISPLAY ?? WAYLAND_DISPLAY) !== undefined;
  if (!hasDesktop) return false;
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(program, [url], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
  return true;
}
