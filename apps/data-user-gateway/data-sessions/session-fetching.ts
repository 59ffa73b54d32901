import { Injectable } from '@nestjs/common';
import { PeerRefusal } from '#platform';
import type { DataSessionAnswer } from '#protocol';
import { DataProviderClient } from './data-provider-client.ts';
import type { Fetching } from './fetching.ts';
import { GroundChecking } from './ground-checking.ts';
import { PartReceiving } from './part-receiving.ts';
import { Patience } from './patience.ts';
import { SessionConclusion } from './session-conclusion.ts';
import { SessionOpening } from './session-opening.ts';

/** From opening a session to its manifest: part after part, each only while our own copy of the consent still says yes. */
@Injectable()
export class SessionFetching {
  constructor(
    private readonly ground: GroundChecking,
    private readonly opening: SessionOpening,
    private readonly provider: DataProviderClient,
    private readonly receiving: PartReceiving,
    private readonly conclusion: SessionConclusion,
  ) {}

  /** @throws RefusedError, LeaseLost, NothingNew */
  async fetch(fetching: Fetching): Promise<void> {
    await this.ground.check(fetching);
    note(fetching, await this.opening.open(fetching));
    const patience = new Patience();
    while (fetching.manifest === undefined || fetching.session.nextPart < fetching.sealed) {
      await this.ground.check(fetching);
      if (fetching.session.nextPart < fetching.sealed) await this.takePart(fetching, patience);
      else await this.askForMore(fetching, patience);
    }
    if (fetching.session.state === 'ACTIVE') await this.conclusion.complete(fetching, fetching.manifest);
  }

  private async takePart(fetching: Fetching, patience: Patience): Promise<void> {
    const part = await this.provider.part(fetching, fetching.session.nextPart).catch(async (error: unknown) => {
      if (!isNotReady(error)) throw error;
      await this.wait(fetching, patience, error.retryAfterSeconds);
    });
    if (part === undefined) return;
    await this.receiving.receive(fetching, part);
    patience.renew();
  }

  private async askForMore(fetching: Fetching, patience: Patience): Promise<void> {
    await this.wait(fetching, patience);
    note(fetching, await this.provider.status(fetching));
  }

  /** Where the consent stood before is no news afterwards. */
  private async wait(fetching: Fetching, patience: Patience, retryAfterSeconds?: number): Promise<void> {
    await patience.wait(retryAfterSeconds);
    fetching.standing = undefined;
  }
}

function note(fetching: Fetching, { parts, manifest }: DataSessionAnswer): void {
  fetching.sealed = Math.max(fetching.sealed, parts);
  if (manifest !== undefined) fetching.manifest = manifest;
}

/** A part or a manifest that is being made. */
export function isNotReady(error: unknown): error is PeerRefusal {
  return error instanceof PeerRefusal && ['part-not-ready', 'manifest-not-ready'].includes(error.code);
}
