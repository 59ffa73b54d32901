import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { operations } from '../../../api/generated/consent-manager.ts';
import { placeOf } from './choice-place.ts';

type Decided = operations['MyConsents.detail']['responses'][200]['content']['application/json'];

/** Which rule of hers decided, by the name it had then, and the way to it. */
export function ByChoice({ choice }: { readonly choice: NonNullable<Decided['decidedBy']> }) {
  const t = useTranslations('person.choices');
  const { id, name, isRemoved } = choice;
  return (
    <p>
      {t('decidedBy', { name: `\u2068${name}\u2069` })}{' '}
      {isRemoved ? (
        t('removedSince')
      ) : (
        <Link to="/rules" hash={placeOf(id)} className="text-accent underline">
          {t('toRule')}
        </Link>
      )}
    </p>
  );
}
