import { z } from 'zod';

/** Six digits. */
export const oneTimeCode = z.string().regex(/^\d{6}$/);
