import { type Role, type RoleSettings, readSettings, type SettingMistake } from '#platform';
import { type Finding, good, problem } from './finding.ts';

/** All mistakes at once, and what is right in spite of them. */
export function checkSettings(
  role: Role,
  environment: Readonly<Record<string, string | undefined>>,
): { settings: Partial<RoleSettings>; findings: Finding[] } {
  const { values, mistakes } = readSettings(role.settings, environment);
  const all = [...mistakes, ...messengerMistakes(values), ...trailMistakes(values)];
  const findings = all.map(({ name, problem: what }) =>
    problem('setting-wrong', `${name} ${what}`, `set ${name}; docs/settings.md says what it takes`),
  );
  return { settings: values, findings: all.length > 0 ? findings : [good('settings', 'the settings are right')] };
}

/** What one setting asks of others. */
function messengerMistakes({ MESSENGER, SMTP_URL, SMTP_FROM }: Partial<RoleSettings>): SettingMistake[] {
  if (MESSENGER !== 'smtp') return [];
  const missing = Object.entries({ SMTP_URL, SMTP_FROM }).filter(([, value]) => value === undefined);
  return missing.map(([name]) => ({ name, problem: 'is missing, and MESSENGER=smtp needs it' }));
}

function trailMistakes({ AUDIT_TRAIL, NETWORK_IS_LOCAL }: Partial<RoleSettings>): SettingMistake[] {
  if (AUDIT_TRAIL !== false || NETWORK_IS_LOCAL === true) return [];
  return [{ name: 'AUDIT_TRAIL', problem: 'is off, and the network is not local' }];
}
