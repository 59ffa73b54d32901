import { type ArgumentsHost, Catch, Injectable } from '@nestjs/common';
import { CallRates, findRefusal, UnprovenCallFilter } from '#platform';
import { RefusalCounts } from './refusal-counts.ts';

/** Not yet there is no refusal: it is asked for every second or so. */
const notYet = ['part-not-ready', 'manifest-not-ready', 'artefact-not-here-yet'];

/** As every refusal is answered; and counted, for the operators. What goes well does not come by here. */
@Injectable()
@Catch()
export class CountingFilter extends UnprovenCallFilter {
  constructor(
    private readonly counts: RefusalCounts,
    rates: CallRates,
  ) {
    super(rates);
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    const code = findRefusal(error)?.refusal.code;
    if (code !== undefined && !notYet.includes(code)) this.counts.note(code);
    super.catch(error, host);
  }
}
