import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata, UseGuards } from '@nestjs/common';
import type { OperatorRight } from '#domain';
import { OPERATOR_MAY } from '../openapi/operation.ts';
import { OperatorGuard } from './operator.guard.ts';
import type { SignedInOperator } from './operator.ts';

/** Lets pass only signed-in operators with this right, or one that reaches further. */
export const OperatorMay = (right: OperatorRight): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(OPERATOR_MAY, right), UseGuards(OperatorGuard));

/** The operator that `@OperatorMay` let pass. */
export const ActingOperator = createParamDecorator((_data: unknown, context: ExecutionContext): SignedInOperator => {
  const { operator } = context.switchToHttp().getRequest<{ operator?: SignedInOperator }>();
  if (operator === undefined) throw new Error('@ActingOperator() needs @OperatorMay()');
  return operator;
});
