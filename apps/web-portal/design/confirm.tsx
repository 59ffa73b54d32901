import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button, type ButtonKind } from './button.tsx';

interface ConfirmProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** The words on the button that does it. */
  readonly act: ReactNode;
  readonly kind?: ButtonKind;
  readonly busy?: boolean;
  /** There is nothing yet that could be done. */
  readonly disabled?: boolean;
  readonly onAct: () => void;
}

/** Asks before what cannot be taken back, and says what comes of it. */
export function Confirm(props: ConfirmProps) {
  const { open, onClose, title, children, act, kind = 'primary', busy = false, disabled = false, onAct } = props;
  const t = useTranslations('common');
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => next || onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-40 bg-black/50" />
        <AlertDialog.Popup className="fixed inset-x-4 top-1/2 z-50 mx-auto max-h-[85dvh] max-w-lg -translate-y-1/2 overflow-auto rounded-xl border border-line bg-surface p-6 shadow-xl">
          <AlertDialog.Title className="text-xl font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description render={<div />} className="mt-2 space-y-3">
            {children}
          </AlertDialog.Description>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button kind={kind} busy={busy} disabled={disabled} onClick={onAct}>
              {act}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
