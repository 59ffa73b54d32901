import type { RecordProblem } from '#platform';
import type { RecordCount } from './received-part.ts';

interface Count {
  readonly account: string;
  readonly dataType: string;
  records: number;
  misfits?: number;
  problem?: RecordProblem;
}

/** Counts records, and misfits among them, per account and data type. */
export class RecordCounting {
  private readonly byAccount = new Map<string, Map<string, Count>>();

  /** Whether a record of this account and type has been counted. */
  has(account: unknown, dataType: unknown): boolean {
    return this.byAccount.get(account as string)?.has(dataType as string) === true;
  }

  add({ account, dataType }: Pick<RecordCount, 'account' | 'dataType'>, problem: RecordProblem | undefined): void {
    const count = this.of(account, dataType);
    if (problem === undefined) {
      count.records += 1;
      return;
    }
    count.misfits = (count.misfits ?? 0) + 1;
    count.problem ??= problem;
  }

  counts(): RecordCount[] {
    return [...this.byAccount.values()].flatMap((byType) => [...byType.values()]);
  }

  private of(account: string, dataType: string): Count {
    const byType = this.byAccount.get(account) ?? new Map<string, Count>();
    this.byAccount.set(account, byType);
    const known = byType.get(dataType) ?? { account, dataType, records: 0 };
    byType.set(dataType, known);
    return known;
  }
}

/** Of all parts of a session: only where something did not fit. */
export interface Misfits extends RecordProblem {
  readonly account: string;
  readonly dataType: string;
  readonly misfits: number;
}

/** One entry per account and type, with what was wrong first. */
export function sumMisfits(counts: readonly RecordCount[]): Misfits[] {
  const sums = new Map<string, Misfits>();
  for (const { account, dataType, misfits = 0, problem } of counts) {
    if (problem === undefined) continue;
    const key = `${account} ${dataType}`;
    const before = sums.get(key);
    sums.set(key, { account, dataType, ...problem, ...before, misfits: (before?.misfits ?? 0) + misfits });
  }
  return [...sums.values()];
}
