import { z } from 'zod';
import { instant, uuid } from '#protocol';
import type { AccountLink } from './account-link-store.ts';

/** A linked account, as its owner sees it. */
export const accountLinkAnswer = z.strictObject({
  id: uuid,
  dataProvider: z.string(),
  label: z.string(),
  dataTypes: z.array(z.string()),
  linkedAt: instant,
});

export function showAccountLink(link: AccountLink): z.output<typeof accountLinkAnswer> {
  const { id, dataProvider, label, dataTypes, linkedAt } = link;
  return { id, dataProvider, label, dataTypes: [...dataTypes], linkedAt };
}
