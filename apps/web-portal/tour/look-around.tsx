import { Building2, ExternalLink, Hospital, Landmark, ShieldCheck, Stethoscope, Store, UserRound } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { type Addresses, places } from './api.ts';
import { placeOf } from './tour-steps.ts';

const faces = {
  person: UserRound,
  manager: ShieldCheck,
  bank: Landmark,
  hospital: Hospital,
  lender: Store,
  clinic: Stethoscope,
  network: Building2,
};

/** The ways to everybody's pages, for whoever wants to see more than the story. */
export function LookAround({ addresses }: { readonly addresses: Addresses }) {
  const t = useTranslations('tour.around');
  return (
    <section aria-labelledby="around" className="space-y-3">
      <h2 id="around" className="text-lg font-semibold">
        {t('title')}
      </h2>
      <p className="text-soft">{t('about')}</p>
      <ul className="grid gap-2 sm:grid-cols-2 lg:grid-cols-1">
        {places.map((place) => {
          const Face = faces[place];
          return (
            <li key={place}>
              <a
                href={placeOf(addresses[place], '')}
                target="_blank"
                rel="noopener"
                className="flex h-full items-start gap-3 rounded-xl border border-line p-3 text-ink no-underline hover:border-accent hover:bg-surface"
              >
                <Face aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-soft" />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{t(`places.${place}.name`)}</span>
                  <span className="block text-sm text-soft">{t(`places.${place}.about`)}</span>
                </span>
                <ExternalLink aria-hidden="true" className="mt-1 size-4 shrink-0 text-soft" />
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
