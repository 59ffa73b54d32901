import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UseGuards,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { addSeconds, orRefuse, type ParticipantRole, participantRoles, RefusedError, refuse } from '#domain';
import { verifyCallToken } from '#protocol';
import { Database } from '../database/database.ts';
import { OwnAddress } from '../participant/own-address.ts';
import { CallRates } from '../rates/call-rates.ts';
import { TrustListCache } from '../trust-list/trust-list-cache.ts';
import { Verifier } from '../trust-list/verifier.ts';
import type { Caller } from './caller.ts';
import { recordSeenMessage } from './command-statements.ts';

const CALLER_ROLES = 'assent:caller-roles';
type Call = FastifyRequest & { caller?: Caller; rawBody?: string | Buffer };

/** Lets pass only calls with a fresh `call+jwt` of an active participant, seen for the first time. */
@Injectable()
export class CallGuard implements CanActivate {
  constructor(
    private readonly database: Database,
    private readonly verifier: Verifier,
    private readonly trustList: TrustListCache,
    private readonly address: OwnAddress,
    private readonly rates: CallRates,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Call>();
    const roles = new Reflector().getAllAndOverride<readonly ParticipantRole[] | undefined>(CALLER_ROLES, [
      context.getHandler(),
      context.getClass(),
    ]);
    request.caller = await this.identify(request, roles ?? participantRoles);
    return true;
  }

  private async identify(request: Call, roles: readonly ParticipantRole[]): Promise<Caller> {
    const token = /^Bearer ([\w.-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new RefusedError(refuse('call-not-authenticated', 'no call token'));
    const body = request.rawBody ?? (typeof request.body === 'string' ? request.body : undefined);
    const url = `${this.address.url()}${request.originalUrl}`;
    const received = { token, method: request.method, url, ...(body === undefined ? {} : { body }) };
    const context = this.verifier.context();
    const call = orRefuse(await verifyCallToken(received, roles, context));
    await this.rates.countParticipant(call.issuer);
    const seenUntil = addSeconds(call.expiresAt, (context.skewSeconds ?? 0) + 1);
    const fresh = await this.database.read(recordSeenMessage, [call.issuer, call.jti, seenUntil]);
    if (fresh.length === 0) throw new RefusedError(refuse('message-replayed'));
    const participant = await this.trustList.findParticipant(call.issuer);
    return { participantId: call.issuer, roles: participant?.roles ?? [] };
  }
}

/** Requires a `call+jwt` of a participant that has at least one of the roles (any role where none is named). */
export function CallFrom(...roles: ParticipantRole[]): ClassDecorator & MethodDecorator {
  return applyDecorators(SetMetadata(CALLER_ROLES, roles.length > 0 ? roles : participantRoles), UseGuards(CallGuard));
}
