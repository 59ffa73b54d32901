import { SlidersHorizontal } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { useTranslations } from 'use-intl';
import { lookButton } from './look-button.ts';

/**
 * The way to language and appearance: what it opens comes when it is first wanted, for few ever do. Where it does not
 * come, the button stays, to be pressed again.
 */
export function LookMenu() {
  const t = useTranslations('common');
  const [LookPopover, setLookPopover] = useState<ComponentType>();
  const open = () =>
    import('./look-popover.tsx').then(
      (found) => setLookPopover(() => found.LookPopover),
      () => undefined,
    );
  if (LookPopover !== undefined) return <LookPopover />;
  return (
    <button
      type="button"
      aria-label={t('settings')}
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={() => void open()}
      className={lookButton}
    >
      <SlidersHorizontal aria-hidden="true" className="size-5" />
    </button>
  );
}
