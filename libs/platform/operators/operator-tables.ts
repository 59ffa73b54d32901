import type { ListedClass } from '../database/schema.ts';
import { OperatorInvitationRow, OperatorRow, OperatorSessionRow } from './operator.entities.ts';
import { OperatorSessionDevice1765900000000 } from './operator-session-device.migration.ts';
import { OperatorTables1764900000000 } from './operator-tables.migration.ts';

export const operatorEntities: ListedClass[] = [OperatorRow, OperatorInvitationRow, OperatorSessionRow];
export const operatorMigrations: ListedClass[] = [OperatorTables1764900000000, OperatorSessionDevice1765900000000];
