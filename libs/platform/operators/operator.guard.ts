import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { mayAct, type OperatorRight, RefusedError, refuse } from '#domain';
import { OPERATOR_MAY } from '../openapi/operation.ts';
import type { SignedInOperator } from './operator.ts';
import { OperatorCookie } from './operator-cookie.ts';
import { OperatorSessions } from './operator-sessions.ts';

/** Lets pass only calls of a session that is still open, of an operator whose right reaches as far as `@OperatorMay` says. */
@Injectable()
export class OperatorGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(
    private readonly cookie: OperatorCookie,
    private readonly sessions: OperatorSessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest & { operator?: SignedInOperator }>();
    const token = this.cookie.read(request);
    const operator = token === undefined ? undefined : await this.sessions.find(token);
    if (operator === undefined) throw new RefusedError(refuse('sign-in-required'));
    const targets = [context.getHandler(), context.getClass()];
    const needed = this.reflector.getAllAndOverride<OperatorRight | undefined>(OPERATOR_MAY, targets);
    if (needed === undefined || !mayAct(operator.may, needed)) throw new RefusedError(refuse('operator-right-missing'));
    request.operator = operator;
    return true;
  }
}
