import { useTranslations } from 'use-intl';

/** Something is on its way: grey lines where it will stand. */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const t = useTranslations('common');
  return (
    <div role="status" className="space-y-3">
      <span className="sr-only">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: all alike
        <div key={line} aria-hidden="true" className="h-16 animate-pulse rounded-xl bg-sunken" />
      ))}
    </div>
  );
}
