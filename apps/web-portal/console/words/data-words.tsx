import type { ReactNode } from 'react';
import { useKnownWords, useWordsOr } from './known-words.tsx';

/** What kinds of record, their fields and purposes are called in the reader's language: as the person reads them. */
export function useDataWords() {
  const find = useKnownWords();
  const words = useWordsOr();
  return {
    /** Where only text can stand, as in an option. */
    typeName: (type: string, otherwise: string): string => find(`dataTypes.${type}.title`) ?? otherwise,
    typeTitle: (type: string, otherwise: string): ReactNode => words(`dataTypes.${type}.title`, otherwise),
    typeAbout: (type: string, otherwise: string): ReactNode => words(`dataTypes.${type}.about`, otherwise),
    fieldTitle: (type: string, field: string, otherwise: string): ReactNode =>
      words(`fields.${type.split('.', 1)[0]}.${field}`, otherwise),
    purposeName: (code: string, otherwise: string): string => find(`purposes.${code}.title`) ?? otherwise,
    purposeTitle: (code: string, otherwise: string): ReactNode => words(`purposes.${code}.title`, otherwise),
    purposeAbout: (code: string, otherwise: string): ReactNode => words(`purposes.${code}.about`, otherwise),
  };
}
