import { z } from 'zod';
import { standingRuleKinds } from '#domain';
import { digest, instant, text, uuid } from '../claims/forms.ts';
import { signInMethods } from '../consent-artefact/approval-methods.ts';

/** Of a yes that a rule of hers said for her: which one, in which version, and when and how she set that. */
export const standingChoiceEvidence = z.strictObject({
  id: uuid,
  version: z.int().min(1),
  kind: z.enum(standingRuleKinds),
  name: text(80),
  /** SHA-256 of the canonical JSON of the rule. */
  ruleDigest: digest,
  setAt: instant,
  setBy: z.enum(signInMethods),
  /** The consent that this one renews. */
  renews: uuid.optional(),
});
export type StandingChoiceEvidence = z.infer<typeof standingChoiceEvidence>;
