import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
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
  const [spoken, setSpoken] = useState<{ language: Language; messages: AllMessages }>();
  const asked = useRef<Language>(undefined);

  /** Where its words do not come, as without a network, the language stays what it was. */
  const say = useCallback(
    async (language: Language) => {
      asked.current = language;
      const [shared, own] = await Promise.all([loadShared(language.code), load(language.code)]);
      if (asked.current === language) setSpoken({ language, messages: { ...shared, ...own } as AllMessages });
    },
    [load],
  );

  useEffect(() => {
    void say(chooseLanguage([localStorage.getItem(kept), ...navigator.languages]));
  }, [say]);

  useEffect(() => {
    if (spoken === undefined) return;
    document.documentElement.lang = spoken.language.code;
    document.documentElement.dir = spoken.language.direction;
  }, [spoken]);

  const language = spoken?.language;
  const speaking = useMemo(
    () =>
      language && {
        language,
        speak: (code: LanguageCode) => {
          const remember = () => localStorage.setItem(kept, code);
          say(chooseLanguage([code])).then(remember, () => undefined);
        },
      },
    [language, say],
  );
  if (spoken === undefined || speaking === undefined) return null;
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
