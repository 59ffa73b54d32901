import { type Instant, momentWords } from '#domain';

export interface RequestMessage {
  /** Who asks, as the trust list names them: one name for each request. */
  readonly names: readonly string[];
  /** Of the first request to lapse. */
  readonly expiresAt: Instant;
  readonly manager: string;
  /** Where she signs in. */
  readonly page: string;
}

const mostNames = 3;

/**
 * What a person reads when somebody asks for her consent. It says who asks and where to decide, no more: mail is read by
 * others too. The page is the same for everyone and does nothing by itself.
 */
export function requestMessageText(message: RequestMessage): { subject: string; text: string } {
  const { expiresAt, manager, page } = message;
  const count = message.names.length;
  const one = count === 1;
  const names = [...new Set(message.names.map(plain))];
  const ask = names.length === 1 ? 'asks' : 'ask';
  return {
    subject: `${plain(manager)}: ${one ? 'a request waits' : 'requests wait'} for your answer`,
    text: [
      `${listOf(names)} ${ask} for your consent${one ? '.' : `: ${count} requests wait for you.`}`,
      '',
      `To read what is asked, and to say yes, less or no, sign in at ${plain(manager)}: ${page}`,
      `${one ? 'The request lapses' : 'The first of them lapses'} on ${momentWords(expiresAt)}.`,
      '',
      'Nothing is shared unless you say yes there. If you do nothing, nothing happens.',
    ].join('\n'),
  };
}

function listOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNames);
  const more = names.length - shown.length;
  if (more > 0) shown.push(more === 1 ? 'one other' : `${more} others`);
  return shown.length === 1 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** One line, whatever the list says; short; and no run of digits that could pass for a code. */
function plain(name: string): string {
  return name
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/\d{6,}/g, '…')
    .trim()
    .slice(0, 100);
}
