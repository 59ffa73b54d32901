import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { type OperatorRight, operatorRights } from '#domain';
import { Choice } from '../../design/choice.tsx';

interface RightChoiceProps {
  readonly label: ReactNode;
  readonly may: OperatorRight;
  readonly onChange: (may: OperatorRight) => void;
  readonly disabled?: boolean;
}

/** How far an operator's right reaches. */
export function RightChoice({ label, may, onChange, disabled = false }: RightChoiceProps) {
  const t = useTranslations('console.rights');
  const options = operatorRights.map((value) => ({ value, text: t(`${value}.name`) }));
  return (
    <div className="min-w-36">
      <Choice<OperatorRight> label={label} value={may} options={options} onChange={onChange} disabled={disabled} />
    </div>
  );
}
