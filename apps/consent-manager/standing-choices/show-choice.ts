import type { z } from 'zod';
import type { Instant } from '#domain';
import type { standingChoice } from './standing-choice-answers.ts';
import type { KeptChoice } from './standing-choice-store.ts';

/** A choice as she reads it. */
export function showChoice(choice: KeptChoice, now: Instant): z.output<typeof standingChoice> {
  const { id, name, version, rule, isOn, uses, lastUsedAt, setAt, setBy } = choice;
  const usedUp = 'mostUses' in rule && uses >= rule.mostUses;
  const isOver = rule.kind === 'emergency-access' && now >= rule.until;
  // Answers have zod's types, which know no readonly.
  const shown = rule as z.output<typeof standingChoice>['rule'];
  return {
    id,
    name,
    version,
    rule: shown,
    isOn,
    isInForce: isOn && !usedUp && !isOver,
    uses,
    lastUsedAt,
    setAt,
    setBy,
  };
}
