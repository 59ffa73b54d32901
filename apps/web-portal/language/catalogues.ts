import type { AllMessages } from './all-messages.ts';
import type { LanguageCode } from './languages.ts';

/** Reads the words of one set of pages in a language: only the one that is read is loaded. */
export type LoadMessages = (code: LanguageCode) => Promise<Partial<AllMessages>>;

/** What `import.meta.glob('./messages/*.json')` finds, by the language in the file's name. */
export function fromFiles(files: Record<string, () => Promise<unknown>>): LoadMessages {
  return async (code) => {
    const load = files[`./messages/${code}.json`];
    if (load === undefined) throw new Error(`no words in ${code}`);
    return ((await load()) as { default: Partial<AllMessages> }).default;
  };
}

export const loadShared = fromFiles(import.meta.glob('./messages/*.json'));
