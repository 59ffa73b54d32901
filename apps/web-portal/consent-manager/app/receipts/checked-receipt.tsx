import { CircleCheck, CircleDashed, CircleMinus, CircleX } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Notice } from '../../../design/notice.tsx';
import { When } from '../../../design/when.tsx';
import type { Checked, Verdict } from './ask-check.ts';

type Check = Verdict['checks'][number];

const outcomes = {
  holds: { Icon: CircleCheck, look: 'text-good' },
  fails: { Icon: CircleX, look: 'text-bad' },
  absent: { Icon: CircleMinus, look: 'text-warn' },
  unknown: { Icon: CircleDashed, look: 'text-soft' },
} as const;

/** What came of a check: whether the receipt can be relied on, each thing that was looked into, and by whose list. */
export function CheckedReceipt({ checked }: { readonly checked: Checked }) {
  const t = useTranslations('person.receipts');
  if ('wrong' in checked) {
    const { wrong, refusal } = checked;
    return (
      <Notice kind="bad" title={t(wrong === 'receipt' ? 'unreadable' : 'listNotBelieved')}>
        <p>{t(wrong === 'receipt' ? 'unreadableAbout' : 'listNotBelievedAbout')}</p>
        <Detail words={`${refusal.code} ${refusal.detail}`} />
      </Notice>
    );
  }
  const { outcome, kind, issuer, issuedAt, checks, list } = checked;
  const isAltered = outcome === 'altered';
  // Of a receipt that does not hold, it is not known who issued it: it only names someone.
  const who = (isAltered ? undefined : list.findParticipant(issuer)?.name) ?? issuer;
  const operator = list.findParticipant(list.operator)?.name ?? list.operator;
  return (
    <div className="space-y-3">
      <Outcome verdict={checked} who={who} />
      <p className="text-sm text-soft">
        {t.rich(isAltered ? `claims.${kind}` : `of.${kind}`, {
          who: () => <bdi className="break-words">{who}</bdi>,
          when: () => <When at={issuedAt} />,
        })}
      </p>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
        {checks.map((check) => (
          <OneCheck key={check.name} check={check} />
        ))}
      </ul>
      <p className="text-sm text-soft">
        {t.rich('byList', {
          operator: () => <bdi className="break-words">{operator}</bdi>,
          when: () => <When at={list.issuedAt} />,
        })}
      </p>
      <p className="text-sm text-soft">{t('elsewhere')}</p>
      <pre dir="ltr" className="rounded-lg bg-sunken p-3 text-sm break-words whitespace-pre-wrap">
        <code>assent verify receipt.json --trust-list FILE</code>
      </pre>
    </div>
  );
}

function Outcome({
  verdict: { outcome, firstWrong, unproven },
  who,
}: {
  readonly verdict: Verdict;
  readonly who: string;
}) {
  const t = useTranslations('person.receipts');
  if (firstWrong !== undefined) {
    return (
      <Notice kind="bad" title={t('altered')}>
        {t('alteredAbout', { what: t(`checks.${firstWrong.name}`) })}
      </Notice>
    );
  }
  if (outcome === 'genuine') return <Notice kind="good" title={t('genuine')} />;
  return (
    <Notice kind="warn" title={t('unproven')}>
      <p>{t.rich('unprovenAbout', { who: () => <bdi className="break-words">{who}</bdi> })}</p>
      <ul className="list-disc ps-5">
        {unproven.map((name) => (
          <li key={name}>{t(`checks.${name}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function OneCheck({ check: { name, outcome, code, detail } }: { readonly check: Check }) {
  const t = useTranslations('person.receipts');
  const { Icon, look } = outcomes[outcome];
  return (
    <li className="flex gap-3 p-3">
      <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${look}`} />
      <div className="min-w-0">
        <p>{t(`checks.${name}`)}</p>
        <p className={`text-sm font-medium ${look}`}>{t(`outcomes.${outcome}`)}</p>
        {outcome === 'fails' && <Detail words={`${code} ${detail}`} />}
      </div>
    </li>
  );
}

/** As the command says it, for those whom she asks. */
function Detail({ words }: { readonly words: string }) {
  return (
    <p dir="ltr" lang="en" className="mt-1 font-mono text-xs break-words text-soft">
      {words}
    </p>
  );
}
