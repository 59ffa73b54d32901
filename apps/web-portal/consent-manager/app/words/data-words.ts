import { useTranslations } from 'use-intl';

export type PersonWords = ReturnType<typeof useTranslations<'person'>>;

/** A text of the catalogue by a key that is only known when it runs; what the role says itself where there is none. */
export function wordsFor(t: PersonWords, key: string, otherwise: string): string {
  const known = key as 'requests.title';
  return t.has(known) ? t(known) : otherwise;
}

/** What kinds of record, their fields and purposes are called in the reader's language. */
export interface DataWords {
  readonly typeTitle: (type: string, otherwise?: string) => string;
  readonly typeAbout: (type: string, otherwise: string) => string;
  readonly fieldTitle: (type: string, field: string, otherwise: string) => string;
  readonly purposeTitle: (code: string, otherwise?: string) => string;
  readonly purposeAbout: (code: string, otherwise: string) => string;
}

export function dataWords(t: PersonWords): DataWords {
  return {
    typeTitle: (type, otherwise = type) => wordsFor(t, `dataTypes.${type}.title`, otherwise),
    typeAbout: (type, otherwise) => wordsFor(t, `dataTypes.${type}.about`, otherwise),
    fieldTitle: (type, field, otherwise) => wordsFor(t, `fields.${type.split('.', 1)[0]}.${field}`, otherwise),
    purposeTitle: (code, otherwise = code) => wordsFor(t, `purposes.${code}.title`, otherwise),
    purposeAbout: (code, otherwise) => wordsFor(t, `purposes.${code}.about`, otherwise),
  };
}

export function useDataWords(): DataWords {
  return dataWords(useTranslations('person'));
}
