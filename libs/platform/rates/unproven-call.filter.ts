import { type ArgumentsHost, Catch, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type RefusalCode, refusalCodes } from '#domain';
import { clientPlace } from '../http/client-address.ts';
import { ProblemFilter } from '../http/problem.filter.ts';
import { findRefusal } from '../http/problem.ts';
import { CallRates } from './call-rates.ts';

/** As every refusal is answered; calls whose credentials did not hold, whatever their kind, are counted by their address. */
@Injectable()
@Catch()
export class UnprovenCallFilter extends ProblemFilter {
  constructor(private readonly rates: CallRates) {
    super();
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    const code = findRefusal(error)?.refusal.code;
    if (code !== undefined && isUnproven(code)) {
      this.rates.noteUnproven(clientPlace(host.switchToHttp().getRequest<FastifyRequest>().ip));
    }
    super.catch(error, host);
  }
}

/** Whoever signs as one that may not do this has cost a verification, and is counted as nobody else. */
function isUnproven(code: RefusalCode): boolean {
  return refusalCodes[code][0] === 401 || code === 'role-not-allowed';
}
