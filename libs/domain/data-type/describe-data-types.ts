import type { DataTypeTerm } from '../consent-artefact/consent-terms.ts';
import type { DataTypeCatalogue } from './data-type.ts';

/** What a person reads of one data type: its fields in plain words, and an invented record. */
export interface DataTypeWords {
  /** Field -> title. */
  readonly fields: ReadonlyMap<string, string>;
  readonly example: Readonly<Record<string, unknown>>;
}

export interface DescribedDataType {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  /** Those asked for; all that the type has where none is named. */
  readonly fields: readonly { readonly name: string; readonly title: string }[];
  /** An invented record with no more than these fields. */
  readonly example: Readonly<Record<string, unknown>>;
}

/** What terms ask for, as the person reads it before she decides. */
export function describeDataTypes(
  asked: readonly DataTypeTerm[],
  catalogue: DataTypeCatalogue,
  words: ReadonlyMap<string, DataTypeWords>,
): DescribedDataType[] {
  return asked.map(({ type, fields }) => {
    const known = catalogue.get(type);
    const own = words.get(type);
    const names = fields ?? known?.fields ?? [];
    const example = Object.entries(own?.example ?? {}).filter(([name]) => names.includes(name));
    return {
      type,
      title: known?.title ?? type,
      description: known?.description ?? '',
      fields: names.map((name) => ({ name, title: own?.fields.get(name) ?? name })),
      example: Object.fromEntries(example),
    };
  });
}
