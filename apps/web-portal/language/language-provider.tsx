import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { IntlProvider } from 'use-intl';
import type { AllMessages } from './all-messages.ts';
import { type LoadMessages, loadShared } from './catalogues.ts';
import { chooseLanguage, type Language, type LanguageCode } from './languages.ts';

const kept = 'assent-language';

interface Speaking {
  readonly language: Language;
  readonly speak: (code: LanguageCode) => void;
}

const SpeakingContext = createContext<Speaking | undefined>(undefined);

/** The language of the pages, and how to speak another. */
export function useLanguage(): Speaking {
  const speaking = useContext(SpeakingContext);
  if (speaking === undefined) throw new Error('useLanguage needs a LanguageProvider');
  return speaking;
}

/** Gives the pages their words, in the language the reader chose, or else the first of her browser's that they speak. */
export function LanguageProvider({ load, children }: { readonly load: LoadMessages; readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() => chooseLanguage([localStorage.getItem(kept), ...navigator.languages]));
  const [spoken, setSpoken] = useState<{ language: Language; messages: AllMessages }>();

  useEffect(() => {
    let isCurrent = true;
    void Promise.all([loadShared(language.code), load(language.code)]).then(([shared, own]) => {
      if (isCurrent) setSpoken({ language, messages: { ...shared, ...own } as AllMessages });
    });
    return () => {
      isCurrent = false;
    };
  }, [language, load]);

  useEffect(() => {
    if (spoken === undefined) return;
    document.documentElement.lang = spoken.language.code;
    document.documentElement.dir = spoken.language.direction;
  }, [spoken]);

  const speaking = useMemo(
    () => ({
      language,
      speak: (code: LanguageCode) => {
        localStorage.setItem(kept, code);
        setLanguage(chooseLanguage([code]));
      },
    }),
    [language],
  );
  if (spoken === undefined) return null;
  return (
    <SpeakingContext value={speaking}>
      <IntlProvider
        locale={spoken.language.code}
        messages={spoken.messages}
        timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone}
      >
        {children}
      </IntlProvider>
    </SpeakingContext>
  );
}
