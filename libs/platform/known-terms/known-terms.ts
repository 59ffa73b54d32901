import { Injectable } from '@nestjs/common';
import { type ConsentTerms, type Instant, type UseWindow, useWindowAt } from '#domain';

type Counted = Pick<ConsentTerms, 'consentPeriod' | 'frequency'>;

/** Beyond this many, those are forgotten that were not asked under for the longest time. */
const mostKept = 5000;

/**
 * How uses of consents are counted that were asked under here lately. That never changes, so the uses can be asked for
 * together with the consent; who does so counts anew where the window turns out to be another.
 */
@Injectable()
export class KnownTerms {
  private readonly known = new Map<string, Counted>();

  /** @param artefact its id or digest @returns undefined where its terms are not known here */
  windowAt(at: Instant, artefact: string): UseWindow | undefined {
    const terms = this.known.get(artefact);
    return terms && useWindowAt(at, terms);
  }

  learn(artefact: string, { consentPeriod, frequency }: Counted): void {
    this.known.delete(artefact);
    this.known.set(artefact, frequency === undefined ? { consentPeriod } : { consentPeriod, frequency });
    if (this.known.size > mostKept) this.known.delete(this.known.keys().next().value ?? '');
  }
}

export function isSameWindow(one: UseWindow, other: UseWindow | undefined): boolean {
  return one.from === other?.from && one.to === other.to;
}
