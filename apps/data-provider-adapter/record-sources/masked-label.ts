/** e.g. `Savings ••••1234`: enough for its owner to tell it from her others. */
export function maskedLabel(kind: string, key: string): string {
  const letters = key.replace(/[^A-Za-z0-9]/g, '');
  // of a short key the last four would be nearly all
  const shown = letters.slice(-Math.min(4, Math.floor(letters.length / 2)));
  return `${kind} ••••${letters.length < 2 ? '' : shown}`;
}
