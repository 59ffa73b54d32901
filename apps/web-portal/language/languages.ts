/** The languages the pages speak, each by its own name (BCP 47). */
export const languages = [
  { code: 'en', name: 'English', direction: 'ltr' },
  { code: 'hi', name: 'हिन्दी', direction: 'ltr' },
  { code: 'es', name: 'Español', direction: 'ltr' },
  { code: 'ar', name: 'العربية', direction: 'rtl' },
] as const;

export type Language = (typeof languages)[number];
export type LanguageCode = Language['code'];

/** The first of the wishes that the pages speak; English where none. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const found = languages.find(({ code }) => wish?.toLowerCase().split('-', 1)[0] === code);
    if (found !== undefined) return found;
  }
  return languages[0];
}
