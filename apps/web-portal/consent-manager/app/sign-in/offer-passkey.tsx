import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button, buttonLook } from '../../../design/button.tsx';
import { Notice } from '../../../design/notice.tsx';
import { meQuery } from './me-query.ts';

/** Offered to one who has none, until she says later; not where a demo lets everybody in. */
export function OfferPasskey() {
  const t = useTranslations('person.setUp');
  const me = useQuery(meQuery);
  const [isLater, setLater] = useState(false);
  const isDemo = me.data?.sessionMethod === 'demo';
  if (isLater || isDemo || me.data?.hasPasskey !== false || !browserSupportsWebAuthn()) return null;
  return (
    <Notice title={t('title')}>
      <p>{t('about')}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Link to="/security" className={buttonLook('primary')}>
          {t('act')}
        </Link>
        <Button onClick={() => setLater(true)}>{t('later')}</Button>
      </div>
    </Notice>
  );
}
