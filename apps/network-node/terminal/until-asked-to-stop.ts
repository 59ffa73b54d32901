import { CommandFailure } from './command-failure.ts';

/** Resolves on Ctrl-C, on a polite kill, and when the process that started this one is gone. A second one kills. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    process.once('SIGHUP', stop);
    process.once('disconnect', stop);
    // Signals alone keep no process alive.
    const alive = setInterval(() => {}, 60_000);
    process.once('exit', () => clearInterval(alive));
  });
}

/** @throws CommandFailure `interrupted`, where the stop comes before the work is done */
export function unlessStopped<T>(stopped: Promise<void>, work: Promise<T>): Promise<T> {
  // What the interrupted work runs into while everything around it stops is of no interest.
  work.catch(() => undefined);
  const interrupted = stopped.then(() => {
    throw new CommandFailure('interrupted', 'interrupted');
  });
  return Promise.race([work, interrupted]);
}
