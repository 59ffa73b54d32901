import { config } from 'zod';

// Said before any schema is made: else it tries to make code of text, which the pages' policy does not allow.
config({ jitless: true });
