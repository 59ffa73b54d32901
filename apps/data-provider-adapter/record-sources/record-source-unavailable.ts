/** Why an institution's system gave no answer that can be relied on. */
export type UnavailableReason =
  | 'unreachable'
  | 'timed-out'
  | 'not-authorised'
  | 'refused'
  | 'answer-too-large'
  | 'answer-not-understood'
  | 'answer-about-someone-else'
  | 'source-changed';

/** The institution's system did not answer. `detail` holds statuses and file names, never anything of a person. */
export class RecordSourceUnavailable extends Error {
  constructor(
    readonly reason: UnavailableReason,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail === '' ? `record source: ${reason}` : `record source: ${reason} (${detail})`, options);
    this.name = 'RecordSourceUnavailable';
  }
}
