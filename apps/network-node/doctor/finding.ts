export type FindingLevel = 'good' | 'warning' | 'problem';

/** What the doctor saw. */
export interface Finding {
  /** Kebab-case, one for each kind of fault: `database-unreachable`. */
  readonly code: string;
  readonly level: FindingLevel;
  /** One sentence; names settings, files and addresses, never a secret. */
  readonly message: string;
  /** What to do about it; absent where all is good. */
  readonly mend?: string;
}

export const good = (code: string, message: string): Finding => ({ code, level: 'good', message });
export const warning = (code: string, message: string, mend: string): Finding => ({
  code,
  level: 'warning',
  message,
  mend,
});
export const problem = (code: string, message: string, mend: string): Finding => ({
  code,
  level: 'problem',
  message,
  mend,
});

/** Why a call failed, without the address and whatever else the text of an error may hold. */
export function reasonOf(error: unknown): string {
  const { code, cause, name } = error as { code?: string; cause?: { code?: string }; name?: string };
  return code ?? cause?.code ?? name ?? 'no reason given';
}
