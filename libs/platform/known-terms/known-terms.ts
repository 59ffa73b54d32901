import { Injectable } from '@nestjs/common';
import { type ConsentTerms, type Instant, type UseWindow, useWindowAt } from '#domain';
import { Recent } from '#protocol';

type Counted = Pick<ConsentTerms, 'consentPeriod' | 'frequency'>;

/** Beyond this many, those are forgotten that were not asked under for the longest time. */
const mostKept = 5000;

/**
 * How uses of consents are counted that were asked under here lately. That never changes, so the uses can be asked for
 * together with the consent; who does so counts anew where the window turns out to be another.
 */
@Injectable()
export class KnownTerms {
  private readonly known = new Recent<string, Counted>(mostKept);

  /** @param artefact its id or digest @returns undefined where its terms are not known here */
  windowAt(at: Instant, artefact: string): UseWindow | undefined {
    const terms = this.known.get(artefact);
    return terms && useWindowAt(at, terms);
  }

  learn(artefact: string, { consentPeriod, frequency }: Counted): void {
    this.known.keep(artefact, frequency === undefined ? { consentPeriod } : { consentPeriod, frequency });
  }
}

export function isSameWindow(one: UseWindow, other: UseWindow | undefined): boolean {
  return one.from === other?.from && one.to === other.to;
}
