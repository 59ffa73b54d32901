import { z } from 'zod';
import { knownRoles } from '../node/known-roles.ts';

interface SettingSchema {
  readonly description?: string;
  readonly default?: unknown;
}

function settingsOfRole(schema: z.ZodType): ReadonlyMap<string, { text: string; required: boolean }> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const required = new Set((json['required'] as string[] | undefined) ?? []);
  const properties = (json['properties'] ?? {}) as Record<string, SettingSchema>;
  return new Map(
    Object.entries(properties).map(([name, { description = '', default: preset }]) => [
      name,
      {
        text: preset === undefined ? description : `${description} Default: \`${String(preset)}\`.`,
        required: required.has(name),
      },
    ]),
  );
}

const row = (name: string, { text, required }: { text: string; required: boolean }) =>
  `| \`${name}\` | ${required ? 'needed' : ''} | ${text.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`;

const table = (rows: readonly string[]) => ['| setting | | meaning |', '|---|---|---|', ...rows].join('\n');

/** docs/settings.md: every setting of every role, from the schemas that parse them. */
export function settingsPage(): string {
  const roles = knownRoles.map(({ name, settings }) => ({ name, settings: settingsOfRole(settings) }));
  const [first, ...others] = roles;
  const common = [...(first?.settings ?? [])].filter(([name]) => others.every(({ settings }) => settings.has(name)));
  const shared = new Set(common.map(([name]) => name));
  const sections = roles.flatMap(({ name, settings }) => {
    const own = [...settings].filter(([setting]) => !shared.has(setting));
    return own.length === 0 ? [] : [`## ${name}\n\n${table(own.map(([setting, about]) => row(setting, about)))}`];
  });
  return [
    '# Settings',
    'Environment variables. Where a process runs several roles (`ROLES=consent-manager,data-provider-adapter@bank`), a name in front, `BANK__PORT`, wins over `PORT` for that one. A secret `X` can be given as the file `X_FILE`. This page is generated (`npm run generate`).',
    `## Every role\n\n${table(common.map(([name, about]) => row(name, about)))}`,
    ...sections,
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}
