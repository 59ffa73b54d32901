import { createInterface } from 'node:readline/promises';
import { markOutbox, waitForCode } from '../clients/outbox.ts';
import type { Here } from '../demo/here.ts';
import { CommandFailure } from '../terminal/command-failure.ts';

async function askOnTerminal(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Without this a closed input would end the process in silence.
  const closed = new Promise<never>((_resolve, reject) => {
    terminal.once('close', () => reject(new CommandFailure('usage', 'no code was given on standard input')));
  });
  try {
    return (await Promise.race([terminal.question('The code that was sent to you: '), closed])).trim();
  } finally {
    terminal.close();
  }
}

/**
 * Where a one-time code is read: the demo's local outbox stands in for the mail, elsewhere it is typed in (or piped).
 *
 * @param sender the member of the demo network that sends it; undefined outside the demo
 */
export function codeReader(here: Here, sender: string | undefined, contact: string): () => Promise<string> {
  if (sender === undefined) return askOnTerminal;
  const outbox = here.outboxOf(sender);
  const mark = markOutbox(outbox);
  return () => waitForCode(outbox, contact, mark);
}
