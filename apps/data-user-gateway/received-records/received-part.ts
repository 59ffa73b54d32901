import type { RecordProblem } from '#platform';

/** How many records of one account and data type a part holds. */
export interface RecordCount {
  readonly account: string;
  readonly dataType: string;
  /** Those that fit the schema of their type, and are kept. */
  readonly records: number;
  /** Those that came and did not fit; absent where all did. */
  readonly misfits?: number;
  /** What is wrong with the first of them. */
  readonly problem?: RecordProblem;
}

/** A part as it is kept: encrypted under the key of its consent. */
export interface ReceivedPart {
  readonly sessionId: string;
  /** From 0. */
  readonly n: number;
  readonly consentId: string;
  /** Of the sealed bytes, as the provider signed it. */
  readonly digest: string;
  readonly counts: readonly RecordCount[];
  readonly ciphertext: Buffer;
}

/** What a kept part is bound to: it decrypts nowhere else. */
export const partPlace = ({ consentId, sessionId, n }: Pick<ReceivedPart, 'consentId' | 'sessionId' | 'n'>) =>
  `${consentId}|${sessionId}|${n}`;
