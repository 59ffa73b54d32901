import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { LoadOrder, LoadReply, LoadRequest, LoadResult, LoadTargets } from './load-messages.ts';

type Unnumbered<R> = R extends unknown ? Omit<R, 'id'> : never;

/** The process that makes the calls, as the bench sees it. */
export class LoadProcess {
  private count = 0;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, (reply: LoadReply) => void>();

  constructor() {
    this.child = fork(fileURLToPath(new URL('./main.js', import.meta.url)), { stdio: ['ignore', 2, 2, 'ipc'] });
    this.child.on('message', (reply: LoadReply) => {
      this.waiting.get(reply.id)?.(reply);
      this.waiting.delete(reply.id);
    });
    this.child.once('exit', (code) => {
      for (const [id, resolve] of this.waiting) resolve({ id, error: `the load process ended with ${code}` });
    });
  }

  async begin(targets: LoadTargets): Promise<void> {
    await this.ask({ begin: targets });
  }

  async prepare(order: LoadOrder): Promise<void> {
    await this.ask({ prepare: order });
  }

  /** @throws what the first failed operation ran into */
  async run(order: LoadOrder): Promise<LoadResult> {
    return (await this.ask({ run: order })) ?? { latenciesMs: [], seconds: 0 };
  }

  stop(): void {
    this.child.removeAllListeners('exit');
    this.child.kill();
  }

  private async ask(request: Unnumbered<LoadRequest>): Promise<LoadResult | undefined> {
    this.count += 1;
    const id = this.count;
    const replied = new Promise<LoadReply>((resolve) => this.waiting.set(id, resolve));
    this.child.send({ ...request, id });
    const reply = await replied;
    if ('error' in reply) throw new Error(reply.error);
    return reply.result;
  }
}
