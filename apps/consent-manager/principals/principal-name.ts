import { z } from 'zod';

export const principalName = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{0,61}[a-z0-9])?$/)
  .describe('The part before the @ of a new id; heard only from one who was not here before.');
