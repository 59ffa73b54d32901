import { isRefusal, type Refusal, type RefusalCode } from '#domain';

/** What is looked into, in the order in which it is told. The signature over the whole speaks last: what is wrong inside has a name of its own. */
export const receiptChecks = [
  'artefacts',
  'passkey',
  'decision',
  'provider-statement',
  'user-statement',
  'checkpoint',
  'trail-entries',
  'authorised',
  'description',
  'signature',
] as const;
export type ReceiptCheckName = (typeof receiptChecks)[number];

export interface ReceiptCheck {
  readonly name: ReceiptCheckName;
  /** `absent`: the receipt says that it does not have it. `unknown`: what it rests on does not hold. */
  readonly outcome: 'holds' | 'fails' | 'absent' | 'unknown';
  readonly code?: RefusalCode;
  /** Ids and counts; of one that fails, what is wrong. */
  readonly detail: string;
}

/**
 * genuine: all that such a receipt can prove is proven. unproven: nothing in it is wrong, but for some of it there is the
 * word of who issued it alone. altered: something in it is not what was signed.
 */
export const receiptOutcomes = ['genuine', 'unproven', 'altered'] as const;
export type ReceiptOutcome = (typeof receiptOutcomes)[number];

export interface ReceiptVerdict {
  readonly outcome: ReceiptOutcome;
  /** Whether it is `genuine`. */
  readonly ok: boolean;
  readonly checks: readonly ReceiptCheck[];
  /** What it has no proof of. */
  readonly unproven: readonly ReceiptCheckName[];
  readonly firstWrong?: ReceiptCheck;
}

export const holds = (name: ReceiptCheckName, detail: string): ReceiptCheck => ({ name, outcome: 'holds', detail });
export const absent = (name: ReceiptCheckName, detail: string): ReceiptCheck => ({ name, outcome: 'absent', detail });
export const unknown = (name: ReceiptCheckName): ReceiptCheck => ({ name, outcome: 'unknown', detail: '' });

/** @param refusal that something came to; where it is none, the check holds */
export function judge(name: ReceiptCheckName, refusal: unknown, detail: string): ReceiptCheck {
  return isRefusal(refusal) ? fails(name, refusal) : holds(name, detail);
}

export function fails(name: ReceiptCheckName, { code, detail }: Refusal): ReceiptCheck {
  return { name, outcome: 'fails', code, detail };
}

export function verdictOf(checks: readonly ReceiptCheck[]): ReceiptVerdict {
  const firstWrong = checks.find(({ outcome }) => outcome === 'fails');
  const unproven = checks.filter(({ outcome }) => outcome === 'absent').map(({ name }) => name);
  if (firstWrong !== undefined) return { outcome: 'altered', ok: false, checks, unproven, firstWrong };
  const outcome = unproven.length === 0 ? 'genuine' : 'unproven';
  return { outcome, ok: outcome === 'genuine', checks, unproven };
}
