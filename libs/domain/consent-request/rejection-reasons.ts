/** What a person may say with her no. A closed list: who asked is told the code, and never a word that she typed. */
export const rejectionReasons = ['not-needed', 'too-much-asked', 'not-known-to-me', 'not-trusted', 'other'] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

const words: Readonly<Record<string, string>> = {
  'not-needed': 'I no longer need it',
  'too-much-asked': 'It asks for too much',
  'not-known-to-me': 'I do not know what this is about',
  'not-trusted': 'I would rather not share with this organisation',
  other: 'Another reason',
} satisfies Record<RejectionReason, string>;

/** As she says it. What was kept before there was a list is in her own words, and stays as it is. */
export function rejectionWords(reason: string): string {
  return Object.hasOwn(words, reason) ? (words[reason] ?? reason) : reason;
}
