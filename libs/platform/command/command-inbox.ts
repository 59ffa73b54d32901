import type { MessageDefinition, VerifiedMessage } from '#protocol';
import type { Transaction } from '../database/transaction.ts';

/** A command whose sender, form and freshness hold. */
export type VerifiedCommand<P> = VerifiedMessage<P, 'command'>;

/** Takes signed commands: verifies, refuses replays, answers a retry with the recorded outcome. */
export abstract class CommandInbox {
  /**
   * @param act does what is asked, inside the transaction; its answer must survive JSON. A RefusedError undoes all it did.
   * @throws RefusedError
   */
  abstract handle<P, A>(
    raw: string,
    definition: MessageDefinition<P, 'command'>,
    act: (tx: Transaction, command: VerifiedCommand<P>) => Promise<A>,
  ): Promise<A>;
}
