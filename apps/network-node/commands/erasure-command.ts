import type { Command } from 'commander';
import { momentWords } from '#domain';
import type { OverdueReason } from '../clients/data-user-client.ts';
import type { Here } from '../demo/here.ts';
import { dim, red } from '../terminal/terminal.ts';
import { shortId } from './choose.ts';
import { dataUserCommand } from './data-user-command.ts';

const words: Record<OverdueReason, (eraseBy: string) => string> = {
  'consent-revoked': () => 'since the consent was revoked',
  'data-life-ended': (eraseBy) => `since ${momentWords(eraseBy)}`,
  'files-not-deleted': () => 'its files are not deleted: see assent hand-overs',
};

/** The operator of a data user: what should be gone and is not. */
export function addErasureCommand(program: Command, here: Here): void {
  dataUserCommand(program, here, 'erasures', 'received data that should be gone and is not', async (act) => {
    const { user, terminal } = act;
    const { overdue } = await user.overdueErasures();
    terminal.answer({ ok: overdue.length === 0, overdue }, () => {
      for (const { sessionId, consentId, reason, eraseBy } of overdue) {
        terminal.say(`${red('✘')} session ${sessionId} under consent ${shortId(consentId)}, ${words[reason](eraseBy)}`);
      }
      if (overdue.length === 0) terminal.say(dim('no erasure is overdue'));
    });
    if (overdue.length > 0) process.exitCode = 1;
  });
}
