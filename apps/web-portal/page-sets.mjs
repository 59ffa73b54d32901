/**
 * What is built: each set of pages for the role that serves it, and where it stands on that role's origin. Files under
 * `asTheyAre` keep their names.
 */
export const pageSets = [
  { folder: 'consent-manager/app', path: '/app/', asTheyAre: ['manifest.webmanifest', 'push-worker.js'] },
  { folder: 'consent-manager/console', path: '/console/' },
  { folder: 'data-provider-adapter/console', path: '/console/' },
  { folder: 'data-user-gateway/console', path: '/console/' },
  { folder: 'trust-registry/console', path: '/console/' },
  { folder: 'tour', path: '/tour/' },
];
