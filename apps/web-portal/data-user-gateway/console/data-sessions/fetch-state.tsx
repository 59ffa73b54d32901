import { useTranslations } from 'use-intl';
import { SessionState } from '../../../console/parts/session-state.tsx';
import { Badge } from '../../../design/badge.tsx';
import { Code } from '../../../design/code.tsx';
import type { FetchedSession } from './ask-sessions.ts';

/** How far a fetch came, and the code of what ended it. */
export function FetchState({ state, refusal }: Pick<FetchedSession, 'state' | 'refusal'>) {
  const t = useTranslations('dataUser.dataSessions');
  return (
    <div className="space-y-1">
      {state === 'ACTIVE' ? <Badge tone="accent">{t('underWay')}</Badge> : <SessionState state={state} />}
      {refusal !== null && (
        <p>
          <Code>{refusal}</Code>
        </p>
      )}
    </div>
  );
}
