import type { Provider, Type } from '@nestjs/common';
import { DemoOperators } from '../operators/demo-operators.ts';
import { OperatorCookie } from '../operators/operator-cookie.ts';
import { OperatorJoining } from '../operators/operator-joining.service.ts';
import { OperatorPasskeys } from '../operators/operator-passkeys.service.ts';
import { OperatorSessions } from '../operators/operator-sessions.ts';
import { OperatorSignInController } from '../operators/operator-sign-in.controller.ts';
import { OperatorSignIn } from '../operators/operator-sign-in.service.ts';
import { OperatorsController } from '../operators/operators.controller.ts';
import { OperatorsService } from '../operators/operators.service.ts';
import { OwnAccessController } from '../operators/own-access.controller.ts';
import { KeysController } from './keys.controller.ts';
import { NodeController } from './node.controller.ts';
import { NodeKeys } from './node-keys.ts';
import { OperatorActsController } from './operator-acts.controller.ts';
import { ActsOfOperators } from './operator-acts.ts';
import { NodeOverview } from './overview.ts';
import { TrailOverview } from './trail-overview.ts';

/** What `@OperatorMay` needs wherever it stands. */
export const operatorGuards: Provider[] = [OperatorCookie, OperatorSessions];

/**
 * A role's operators, and what every role shows them. Needs its KeyRing, with the secret OPERATOR_SECRET, its audit
 * trail, its NetworkOptions, PasskeysModule and a RoleStanding.
 */
export const operatorProviders: Provider[] = [
  ...operatorGuards,
  OperatorsService,
  OperatorSignIn,
  OperatorJoining,
  DemoOperators,
  NodeOverview,
  TrailOverview,
  NodeKeys,
  OperatorPasskeys,
  ActsOfOperators,
];
export const operatorControllers: Type[] = [
  OperatorSignInController,
  OperatorsController,
  NodeController,
  KeysController,
  OwnAccessController,
  OperatorActsController,
];
