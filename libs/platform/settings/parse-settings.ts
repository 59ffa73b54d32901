import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { isSecret } from './setting-kinds.ts';

export interface SettingMistake {
  readonly name: string;
  /** Says what is wrong, never the value. */
  readonly problem: string;
}

/** Every mistake in the settings, in one go. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly mistakes: readonly SettingMistake[]) {
    super(`Settings to correct:\n${mistakes.map(({ name, problem }) => `  ${name}: ${problem}`).join('\n')}`);
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What could be made of an environment. */
export interface ReadSettings<Settings> {
  /** Whole where there are no mistakes; else each setting that is right by itself. */
  readonly values: Partial<Settings>;
  readonly mistakes: readonly SettingMistake[];
}

/**
 * Reads a role's settings once. A variable set to nothing counts as absent. A secret may be given as `<NAME>_FILE`, the
 * path of a file that holds it.
 *
 * @throws SettingsError with all mistakes together
 */
export function parseSettings<S extends z.ZodType>(schema: S, env: Environment): z.output<S> {
  const { values, mistakes } = readSettings(schema, env);
  if (mistakes.length > 0) throw new SettingsError(mistakes);
  return values as z.output<S>;
}

/** As `parseSettings`, for those who go on with what is right. */
export function readSettings<S extends z.ZodType>(schema: S, env: Environment): ReadSettings<z.output<S>> {
  const mistakes: SettingMistake[] = [];
  const texts: Record<string, string> = {};
  for (const [name, of] of Object.entries(shapeOf(schema))) {
    const value = isSecret(of) ? findSecret(name, env, mistakes) : env[name];
    if (value !== undefined && value !== '') texts[name] = value;
  }
  const parsed = schema.safeParse(texts);
  if (parsed.success) return { values: parsed.data as Partial<z.output<S>>, mistakes };
  for (const { path, message } of parsed.error.issues) {
    const name = String(path[0] ?? 'settings');
    if (mistakes.some((mistake) => mistake.name === name || mistake.name === `${name}_FILE`)) continue;
    mistakes.push({ name, problem: texts[name] === undefined && path.length > 0 ? 'is missing' : message });
  }
  return { values: eachByItself(schema, texts), mistakes };
}

function eachByItself<S extends z.ZodType>(schema: S, texts: Record<string, string>): Partial<z.output<S>> {
  const values = Object.entries(shapeOf(schema)).flatMap(([name, of]) => {
    const parsed = of.safeParse(texts[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(values) as Partial<z.output<S>>;
}

function findSecret(name: string, env: Environment, mistakes: SettingMistake[]): string | undefined {
  const file = env[`${name}_FILE`];
  if (!file) return env[name];
  if (env[name]) {
    mistakes.push({ name, problem: `is given twice: here and as ${name}_FILE` });
    return undefined;
  }
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    mistakes.push({ name: `${name}_FILE`, problem: `cannot be read (${(error as NodeJS.ErrnoException).code})` });
    return undefined;
  }
}

/** The fields of an object schema, with or without rules about several of them. */
export function shapeOf(schema: z.ZodType): Record<string, z.ZodType> {
  return (schema as { shape?: Record<string, z.ZodType> }).shape ?? {};
}
