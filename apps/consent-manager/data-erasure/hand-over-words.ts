import type { DeletionReceiptFields } from '#protocol';

type HandOver = DeletionReceiptFields['handOvers'][number];

/** Only where an address leads is shown: what else a data user writes into a receipt is not ours to repeat. */
function whoseAt(to: string): string {
  const url = URL.parse(to);
  return url === null ? 'another of its systems' : `its system at ${url.host}`;
}

function sentence({ to, kind, status }: HandOver): string {
  const files = kind === 'file';
  switch (status) {
    case 'erased':
      return 'The files it had written are deleted.';
    case 'acknowledged':
      return `What it had passed to ${whoseAt(to)} is erased there, too.`;
    case 'pending':
      return files
        ? 'The files it had written are being deleted.'
        : `It has told ${whoseAt(to)} to erase, which has not answered yet.`;
    case 'unreachable':
      return files
        ? 'Not all files it had written could be found and deleted.'
        : `It did not get an answer from ${whoseAt(to)}, which may still hold them.`;
    case 'not-covered':
      return 'Its own systems had read them, and what they did with them is not followed.';
  }
}

/** In plain words, how far erasing reached what was handed on; undefined where nothing was. */
export function handOverWords(handOvers: readonly HandOver[]): string | undefined {
  const sentences = new Set(handOvers.map(sentence));
  return sentences.size === 0 ? undefined : [...sentences].slice(0, 10).join(' ');
}
