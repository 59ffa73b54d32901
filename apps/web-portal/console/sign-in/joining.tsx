import { startRegistration } from '@simplewebauthn/browser';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { answer } from '../../api/answer.ts';
import type { components } from '../../api/generated/consent-manager.ts';
import { Button } from '../../design/button.tsx';
import { Loading } from '../../design/loading.tsx';
import { ProblemNotice } from '../../design/problem-notice.tsx';
import { api } from '../api.ts';
import { useOtherOperator } from '../operator.tsx';
import { askPasskey } from './ask-passkey.ts';

type PasskeyMade = components['schemas']['PasskeyMade'];
type MakingOptions = Parameters<typeof startRegistration>[0]['optionsJSON'];

const askOptions = (invitation: string) => answer(api.POST('/operator/join/options', { body: { invitation } }));

/** What a challenge was made for is spent once: each try asks for another. */
async function join(invitation: string): Promise<void> {
  const { ceremonyId, publicKey } = await askOptions(invitation);
  const response: PasskeyMade = await askPasskey(
    startRegistration({ optionsJSON: publicKey as unknown as MakingOptions }),
  );
  await answer(api.POST('/operator/join', { body: { invitation, ceremonyId, response } }));
}

interface JoiningProps {
  readonly invitation: string;
  readonly onOther: () => void;
}

/** Who was invited to what, and the passkey that seals it. */
export function Joining({ invitation, onOther }: JoiningProps) {
  const t = useTranslations('console');
  const navigate = useNavigate();
  const other = useOtherOperator();
  const invited = useQuery({
    queryKey: ['invitation'],
    queryFn: () => askOptions(invitation),
    staleTime: Infinity,
    gcTime: 0,
  });
  const joining = useMutation({
    mutationFn: () => join(invitation),
    onSuccess: async () => {
      await other();
      await navigate({ to: '/' });
    },
  });
  if (invited.isPending) return <Loading lines={2} />;
  if (invited.isError) {
    return (
      <>
        <ProblemNotice error={invited.error} />
        <Button className="w-full" onClick={onOther}>
          {t('join.otherCode')}
        </Button>
      </>
    );
  }
  const { name, may } = invited.data;
  return (
    <>
      <p>{t.rich('join.invited', { name, b: (chunks) => <strong>{chunks}</strong> })}</p>
      <p className="text-soft">{t(`rights.${may}.may`)}</p>
      {joining.isError && <ProblemNotice error={joining.error} />}
      <Button kind="primary" className="w-full" busy={joining.isPending} onClick={() => joining.mutate()}>
        {t('join.act')}
      </Button>
      <p className="text-sm text-soft">{t('join.passkey')}</p>
    </>
  );
}
