import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ParticipantId, ParticipantRole } from '#domain';

/** Who signed a call that carries a `call+jwt`. */
export interface Caller {
  readonly participantId: ParticipantId;
  readonly roles: readonly ParticipantRole[];
}

/** The caller that `CallGuard` verified: `list(@Caller() caller: Caller)`. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<{ caller?: Caller }>();
  if (caller === undefined) throw new Error('@Caller() needs @UseGuards(CallGuard)');
  return caller;
});
