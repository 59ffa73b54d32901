import { Popover } from '@base-ui/react/popover';
import { SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../language/language-provider.tsx';
import { type LanguageCode, languages } from '../language/languages.ts';
import { Choice } from './choice.tsx';
import { lookButton } from './look-button.ts';
import { chooseTheme, chosenTheme, type Theme, themes } from './theme.ts';

/** How the pages look and which language they speak: kept in this browser alone. Open from the start. */
export function LookPopover() {
  const t = useTranslations('common');
  const { language, speak } = useLanguage();
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const names: Record<Theme, string> = { system: t('themeSystem'), light: t('themeLight'), dark: t('themeDark') };
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger aria-label={t('settings')} className={lookButton}>
        <SlidersHorizontal aria-hidden="true" className="size-5" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" className="z-50">
          <Popover.Popup className="w-64 space-y-4 rounded-xl border border-line bg-surface p-4 shadow-xl">
            <Popover.Title className="sr-only">{t('settings')}</Popover.Title>
            <Choice<LanguageCode>
              label={t('language')}
              value={language.code}
              options={languages.map(({ code, name }) => ({ value: code, text: name }))}
              onChange={speak}
            />
            <Choice<Theme>
              label={t('theme')}
              value={theme}
              options={themes.map((value) => ({ value, text: names[value] }))}
              onChange={(next) => {
                chooseTheme(next);
                setTheme(next);
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
