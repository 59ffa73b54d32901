import { useTranslations } from 'use-intl';
import { Button } from '../../design/button.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { Section } from '../parts/section.tsx';
import { useCopied } from '../parts/use-copied.ts';

/** The signed checkpoint, for whoever wants to check or keep it. */
export function CheckpointToken({ token }: { readonly token: string }) {
  const t = useTranslations('console');
  const { isCopied, copy } = useCopied();
  return (
    <Section
      title={t('trail.token')}
      about={t('trail.tokenAbout')}
      actions={
        <Button onClick={() => void copy(token)}>
          <span aria-live="polite">{isCopied ? t('parts.copied') : t('parts.copy')}</span>
        </Button>
      }
    >
      <Scrolled name={t('trail.token')}>
        <code dir="ltr" className="font-mono text-sm break-all">
          {token}
        </code>
      </Scrolled>
    </Section>
  );
}
