import type { Command } from 'commander';
import type { HandOverView } from '../clients/data-user-client.ts';
import type { Here } from '../demo/here.ts';
import { dim, green } from '../terminal/terminal.ts';
import { choose, shortId } from './choose.ts';
import { dataUserCommand } from './data-user-command.ts';
import { stateWord } from './show-facts.ts';

const nameOf = ({ kind, target }: HandOverView) => (target === undefined ? kind : `${kind} to ${target}`);

/** The operator of a data user: what could not be handed over or taken back, and another try. */
export function addHandOverCommands(program: Command, here: Here): void {
  dataUserCommand<{ state?: string }>(
    program,
    here,
    'hand-overs',
    'hand-overs that were given up, and files that are not deleted',
    async (act) => {
      const { user, terminal, options } = act;
      const { handOvers } = await user.handOvers(options.state);
      terminal.answer({ ok: true, handOvers }, () => {
        for (const handOver of handOvers) {
          const { id, state, sessionId, problem = '' } = handOver;
          terminal.say(`${stateWord(state)}  ${shortId(id)}  ${nameOf(handOver)}  session ${sessionId}  ${problem}`);
        }
        if (handOvers.length === 0) terminal.say(dim('there are none'));
      });
    },
  ).option('--state <state>', 'those in this state instead, such as WAITING, DELIVERED or ERASING');

  dataUserCommand(program, here, 'retry <handOver>', 'try again to hand over, or to take back', async (act) => {
    const { user, terminal, given } = act;
    const { handOvers } = await user.handOvers();
    const describe = (one: HandOverView) => ({ id: one.id, name: nameOf(one) });
    const { id } = choose(given, handOvers, describe, 'hand-over that can be tried again');
    const handOver = await user.retryHandOver(id);
    terminal.answer({ ok: true, handOver }, () => terminal.say(`${green('✔')} ${nameOf(handOver)} is tried again`));
  }).addHelpText('after', '\nHANDOVER: the end of its id as `assent hand-overs` lists it');
}
