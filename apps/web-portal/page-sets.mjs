/** What is built: each set of pages for the role that serves it, and where it stands on that role's origin. */
export const pageSets = [{ folder: 'consent-manager/app', path: '/app/' }];
