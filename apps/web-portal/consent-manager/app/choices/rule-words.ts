import { dataWords, type PersonWords } from '../words/data-words.ts';
import { type Formatter, lengthWords } from '../words/terms-words.ts';
import type { StandingRule } from './choice-queries.ts';

/** What a rule does, in a sentence. */
export function ruleWords(t: PersonWords, format: Formatter, rule: StandingRule): string {
  const words = dataWords(t);
  const purposes = (codes: readonly string[]) => format.list(codes.map((code) => words.purposeTitle(code)));
  switch (rule.kind) {
    case 'refuse-purpose':
      return t('choices.refuseWords', { purposes: purposes(rule.purposes) });
    case 'approve-renewal':
      return t('choices.renewWords', {
        days: rule.withinDays,
        uses: rule.mostUses,
        life: lengthWords(format, rule.longestDataLife),
      });
    case 'quiet-hours':
      return t('choices.quietWords', { from: rule.from, to: rule.to, zone: rule.timeZone });
    case 'emergency-access':
      return t('choices.emergencyWords', {
        types: format.list(rule.dataTypes.map((type) => words.typeTitle(type))),
        until: format.dateTime(new Date(rule.until), { dateStyle: 'medium', timeStyle: 'short' }),
        uses: rule.mostUses,
        life: lengthWords(format, rule.longestDataLife),
      });
  }
}
