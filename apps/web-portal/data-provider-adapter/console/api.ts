import createClient from 'openapi-fetch';
import type { paths } from '../../api/generated/data-provider-adapter.ts';

/** This role, by the origin these pages came from. */
export const api = createClient<paths>({ baseUrl: location.origin });
