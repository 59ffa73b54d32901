import { access, constants, stat } from 'node:fs/promises';
import type { DataUserGatewaySettings } from '../../data-user-gateway/settings/data-user-gateway.settings.ts';
import type { ExaminedRole } from './examined-role.ts';
import { checkMode } from './files-check.ts';
import { type Finding, good, problem, reasonOf } from './finding.ts';

/** Where a data user's records are written as files: a folder that is there or can be made, and its owner's alone. */
export async function checkHandOver({ role, settings }: ExaminedRole): Promise<Finding[]> {
  const { HAND_OVER_FOLDER: folder } = settings as Partial<DataUserGatewaySettings>;
  if (role.name !== 'data-user-gateway' || folder === undefined) return [];
  const loose = await checkMode(folder, 0o700);
  if (loose !== undefined) return [loose];
  const fault = await findFault(folder);
  if (fault === undefined) return [good('hand-over', 'records can be handed over as files')];
  const mend = 'correct HAND_OVER_FOLDER, or give it to the user who runs the role, with mode 0700';
  return [problem('hand-over-folder-unusable', `${folder} cannot be written to (${fault})`, mend)];
}

async function findFault(folder: string): Promise<string | undefined> {
  try {
    if (!(await stat(folder)).isDirectory()) return 'ENOTDIR';
    await access(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const reason = reasonOf(error);
    // The first hand-over makes it.
    return reason === 'ENOENT' ? undefined : reason;
  }
}
