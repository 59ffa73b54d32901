import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { clientPlace } from '../http/client-address.ts';
import { OPERATION, type OperationDescription } from '../openapi/operation.ts';
import { CallRates } from './call-rates.ts';

const UNCOUNTED = 'assent:uncounted';

/** For what a load balancer asks every second. */
export const Uncounted = (): ClassDecorator => SetMetadata(UNCOUNTED, true);

/**
 * Counts calls that show nobody's credentials, by where they come from, and refuses those with credentials from where
 * too many did not hold (`UnprovenCallFilter`).
 */
@Injectable()
export class AddressRateGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(private readonly rates: CallRates) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.get<true | undefined>(UNCOUNTED, context.getClass())) return true;
    const operation = this.reflector.get<OperationDescription | undefined>(OPERATION, context.getHandler());
    const placeOf = () => clientPlace(context.switchToHttp().getRequest<FastifyRequest>().ip);
    if ((operation?.security ?? 'none') === 'none') await this.rates.countAddress(placeOf());
    else this.rates.checkUnproven(placeOf);
    return true;
  }
}
