import createClient from 'openapi-fetch';
import type { paths } from '../api/generated/consent-manager.ts';

/** What every role answers its operators alike: what a role does not have, its pages do not ask for. */
type SharedPaths = {
  [Path in keyof paths as Path extends
    | '/operator/me'
    | '/operator/session'
    | `/operator/sessions${string}`
    | `/operator/passkeys${string}`
    | '/operator/acts'
    | '/operator/demo-session'
    | `/operator/sign-in${string}`
    | `/operator/join${string}`
    | `/operator/operators${string}`
    | `/operator/invitations${string}`
    | '/operator/overview'
    | `/operator/events${string}`
    | '/operator/deliveries'
    | `/operator/keys${string}`
    | '/operator/trail'
    ? Path
    : never]: paths[Path];
};

/** The role, by the origin these pages came from. */
export const api = createClient<SharedPaths>({ baseUrl: location.origin });
