import { Injectable } from '@nestjs/common';
import { giveBack } from './give-back.ts';
import type { SealedPart } from './spool-store.ts';

type FreshPart = Pick<SealedPart, 'sealed' | 'digest'>;

const mostBytes = 8 * 1024 * 1024;
const keptMs = 10_000;

/**
 * Parts this process saved just now: most are fetched at once, and what was written need not be read again. Whether one
 * may be handed out, and whether it is still there, is asked of the database all the same.
 */
@Injectable()
export class FreshParts {
  private readonly parts = new Map<string, FreshPart>();
  private bytes = 0;

  keep(sessionId: string, { n, sealed, digest }: SealedPart): void {
    const name = `${sessionId}/${n}`;
    this.parts.set(name, { sealed, digest });
    this.bytes += sealed.length;
    for (const oldest of this.parts.keys()) {
      if (this.bytes <= mostBytes) break;
      this.forget(oldest);
    }
    setTimeout(() => this.forget(name), keptMs).unref();
  }

  /** It is here no more afterwards: whoever fetches it a second time has it from the database. */
  take(sessionId: string, n: number): FreshPart | undefined {
    return this.remove(`${sessionId}/${n}`);
  }

  private forget(name: string): void {
    const part = this.remove(name);
    if (part !== undefined) giveBack(part.sealed);
  }

  private remove(name: string): FreshPart | undefined {
    const part = this.parts.get(name);
    this.bytes -= part?.sealed.length ?? 0;
    this.parts.delete(name);
    return part;
  }
}
