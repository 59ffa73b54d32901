import { z } from 'zod';

/** Nothing in it may be a secret: it stands in signed commands, in logs and in deletion receipts. */
export const pushAddress = z
  .url({ protocol: /^https?$/ })
  .max(200)
  .refine((text) => {
    const { username, password, search, hash } = new URL(text);
    return username === '' && password === '' && search === '' && hash === '';
  }, 'must have no user, query or fragment');
