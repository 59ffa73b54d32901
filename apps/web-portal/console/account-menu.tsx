import { Popover } from '@base-ui/react/popover';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleUserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { answer } from '../api/answer.ts';
import { Button, buttonLook } from '../design/button.tsx';
import { When } from '../design/when.tsx';
import { api } from './api.ts';
import { useOperator, useOtherOperator } from './operator.tsx';

/** Who is signed in, what that one may do, and the way out. */
export function AccountMenu() {
  const t = useTranslations();
  const { name, may, sessionExpiresAt } = useOperator();
  const [isOpen, setOpen] = useState(false);
  const other = useOtherOperator();
  const signOut = useMutation({ mutationFn: () => answer(api.DELETE('/operator/session')), onSettled: other });
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger className="flex min-h-11 items-center gap-2 rounded-lg px-2 text-soft hover:bg-sunken hover:text-ink">
        <CircleUserRound aria-hidden="true" className="size-5" />
        <span className="max-w-32 truncate max-sm:sr-only">{name}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={8} align="end" className="z-50">
          <Popover.Popup className="w-64 space-y-3 rounded-xl border border-line bg-surface p-4 shadow-xl">
            <Popover.Title className="font-semibold break-words">{name}</Popover.Title>
            <p className="text-soft">{t(`console.rights.${may}.may`)}</p>
            <p className="text-sm text-soft">
              {t.rich('console.sessionUntil', { when: () => <When at={sessionExpiresAt} show="since" /> })}
            </p>
            <Link to="/access" className={`${buttonLook()} w-full`} onClick={() => setOpen(false)}>
              {t('console.access.title')}
            </Link>
            <Button className="w-full" busy={signOut.isPending} onClick={() => signOut.mutate()}>
              {t('common.signOut')}
            </Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
