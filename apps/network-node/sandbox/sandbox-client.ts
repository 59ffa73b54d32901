import { request } from 'undici';
import { CommandFailure } from '../terminal/command-failure.ts';
import type { FaultView } from './fault-board.ts';
import type { Joined } from './join-sandbox.ts';
import type { MovedResult } from './move-clocks.ts';
import type { CallView, SandboxState } from './sandbox-acts.ts';
import type { SandboxFault } from './sandbox-fault.ts';
import type { SandboxPlace } from './sandbox-place.ts';

const gone = 'the sandbox of this folder does not answer; run: npm run assent -- sandbox start';

/** Acts on the sandbox that runs from this folder: no other address is ever called. */
export class SandboxClient {
  constructor(private readonly place: SandboxPlace) {}

  state = () => this.act<SandboxState>('state');
  fault = (fault: SandboxFault) => this.act<FaultView>('fault', { fault });
  heal = (who?: string) => this.act<{ healed: number }>('heal', { who });
  clock = (byMs: number, only?: string) => this.act<MovedResult>('clock', { byMs, only });
  join = (name: string, address: string) => this.act<Joined>('join', { name, address });
  calls = (who?: string, after?: number) => this.act<{ calls: CallView[] }>('calls', { who, after });
  stop = () => this.act<void>('stop');

  /** @throws CommandFailure as the act has failed; `not-found` where none runs; `not-allowed` where another answers */
  private async act<T>(name: string, given: object = {}): Promise<T> {
    const { id, port, token } = this.place.control();
    const { body } = await request(`http://127.0.0.1:${port}/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(given),
    }).catch(() => {
      throw new CommandFailure('unreachable', gone);
    });
    const said = parse(await body.text());
    if (said.sandbox !== id) throw new CommandFailure('not-allowed', `what answers is not what started: ${gone}`);
    if (said.code === undefined) return said.result as T;
    throw new CommandFailure(said.code as CommandFailure['code'], said.message ?? said.code);
  }
}

interface Said {
  readonly sandbox?: string;
  readonly result?: unknown;
  readonly code?: string;
  readonly message?: string;
}

function parse(text: string): Said {
  try {
    return JSON.parse(text) as Said;
  } catch {
    return {};
  }
}
