/** One entry of the closed list in consent-artefacts/codes/purpose-codes.json. */
export interface PurposeCode {
  readonly code: string;
  readonly title: string;
  /** One sentence the data principal reads. */
  readonly description: string;
  /** Where the code comes from, e.g. the W3C Data Privacy Vocabulary. */
  readonly source: string;
}

export type PurposeCatalogue = ReadonlyMap<string, PurposeCode>;
