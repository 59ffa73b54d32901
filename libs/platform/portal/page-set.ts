/** Pages of one kind of reader, built for one role: a folder of static files with an `index.html`. */
export interface PageSet {
  /** Where they stand on the role's origin, with a slash at both ends, e.g. `/app/`. */
  readonly path: `/${string}/`;
  /** Below `dist/web-portal/`, e.g. `consent-manager/app`. */
  readonly folder: string;
  /** The Trusted Types policy that its scripts may make; where absent, none. */
  readonly trustedTypes?: string;
}
