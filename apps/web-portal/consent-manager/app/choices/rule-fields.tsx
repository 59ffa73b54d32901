import type { AccountLink } from '../accounts/account-queries.ts';
import type { StandingRule } from './choice-queries.ts';
import { EmergencyFields } from './emergency-fields.tsx';
import { QuietFields } from './quiet-fields.tsx';
import { RefuseFields } from './refuse-fields.tsx';
import { RenewalFields } from './renewal-fields.tsx';

interface RuleFieldsProps {
  readonly rule: StandingRule;
  readonly accounts: readonly AccountLink[];
  readonly onChange: (rule: StandingRule) => void;
}

/** The limits of a rule, by its kind. */
export function RuleFields({ rule, accounts, onChange }: RuleFieldsProps) {
  switch (rule.kind) {
    case 'refuse-purpose':
      return <RefuseFields rule={rule} onChange={onChange} />;
    case 'approve-renewal':
      return <RenewalFields rule={rule} onChange={onChange} />;
    case 'quiet-hours':
      return <QuietFields rule={rule} onChange={onChange} />;
    case 'emergency-access':
      return <EmergencyFields rule={rule} accounts={accounts} onChange={onChange} />;
  }
}
