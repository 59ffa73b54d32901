/** A kind of record that can be shared, from the closed list in consent-artefacts/codes/data-types.json. */
export interface DataType {
  /** e.g. `fhir-r4.immunization`, `bank.transaction` */
  readonly type: string;
  readonly title: string;
  /** One sentence a person understands. */
  readonly description: string;
  /** Path below consent-artefacts/ of the JSON Schema each record must fit. */
  readonly schema: string;
  /** Top-level names that may be asked for one by one. */
  readonly fields: readonly string[];
  /** Field paths (dots go into objects), the first present one dates the record; none present: not dated, always within range. */
  readonly dateFields: readonly string[];
}

export type DataTypeCatalogue = ReadonlyMap<string, DataType>;
