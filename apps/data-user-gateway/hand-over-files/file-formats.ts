export type FileFormat = 'ndjson' | 'parquet';

/** In which form the records of each type are written. */
export class FileFormats {
  private readonly byType: ReadonlyMap<string, FileFormat>;

  /** @param rules `parquet`: of every type; `bank.transaction=parquet`: of this type */
  constructor(rules: readonly string[]) {
    this.byType = new Map(
      rules.map((rule) => {
        const [format, type = '*'] = rule.split('=').reverse();
        return [type, format as FileFormat];
      }),
    );
  }

  /** @returns undefined where the settings name no format for the type: it is not written */
  of(dataType: string): FileFormat | undefined {
    return this.byType.get(dataType) ?? this.byType.get('*');
  }
}
