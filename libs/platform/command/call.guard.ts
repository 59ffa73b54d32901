import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';

/** Lets pass only calls with a fresh `call+jwt` of an active participant, seen for the first time. */
@Injectable()
export class CallGuard implements CanActivate {
  async canActivate(_context: ExecutionContext): Promise<boolean> {
    throw new Error('not yet');
  }
}
