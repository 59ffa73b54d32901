import { Injectable } from '@nestjs/common';
import { type ConsentStanding, isTerminal } from '#domain';
import { Recent } from '#protocol';
import type { ConsentKey } from './kept-consent.ts';

/** Beyond this many, those are forgotten that ended the longest time ago. */
const mostKept = 5000;

/**
 * Consents of which this process heard that they ended: who asks under one is refused as a rule, and what is only to be
 * refused needs no lock. Whoever goes by it reads for himself where the consent stands.
 */
@Injectable()
export class KnownEnds {
  private readonly known = new Recent<string, true>(mostKept);

  has(key: ConsentKey): boolean {
    return this.known.get(nameOf(key)) === true;
  }

  hear(key: ConsentKey, { state }: ConsentStanding): void {
    if (isTerminal(state)) this.known.keep(nameOf(key), true);
  }
}

const nameOf = ({ manager, artefactId }: ConsentKey) => `${manager} ${artefactId}`;
