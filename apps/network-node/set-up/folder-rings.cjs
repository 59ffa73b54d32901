/**
 * Folders never import in a ring either. A cruise of its own: specs import libs/testing, which stands on the platform,
 * and would make a ring of what is none in production.
 */
const { options } = require('../../../.dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'no-folder-rings',
      comment: 'Folders never import in a ring.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
  ],
  options: { ...options, exclude: { path: '(^|/)dist/|\\.spec\\.ts$|/spec-support/|^libs/testing/' } },
};
