/** Resolves on Ctrl-C, on a polite kill, and when the process that started this one is gone. */
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
