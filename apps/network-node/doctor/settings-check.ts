import { type Role, type RoleSettings, readSettings, type SettingMistake } from '#platform';
import { type Finding, good, problem } from './finding.ts';

/** All mistakes at once, and what is right in spite of them. */
export function checkSettings(
  role: Role,
  environment: Readonly<Record<string, string | undefined>>,
): { settings: Partial<RoleSettings>; findings: Finding[] } {
  const { values, mistakes } = readSettings(role.settings, environment);
  const all = [...mistakes, ...messengerMistakes(values)];
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
