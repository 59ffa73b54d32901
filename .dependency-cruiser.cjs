/** The dependency rule: domain <- protocol <- platform <- apps/<role> <- apps/network-node. */
const outside = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** Specs, and what stands beside them for several specs to use. */
const testCode = '\\.spec\\.ts$|/spec-support/';

module.exports = {
  forbidden: [
    outside(
      'domain-imports-nothing',
      'The rules import nothing outside themselves.',
      { path: '^libs/domain/', pathNot: testCode },
      { pathNot: '^libs/domain/' },
    ),
    outside(
      'protocol-imports-domain-and-crypto',
      'The wire knows the domain, JOSE, HPKE, a schema validator and node:crypto.',
      { path: '^libs/protocol/', pathNot: testCode },
      { pathNot: '^(libs/(protocol|domain)/|node:crypto$|crypto$|node_modules/(jose|hpke|zod|canonicalize|uuid)/)' },
    ),
    outside(
      'platform-knows-no-role',
      'Shared framework code knows no role.',
      { path: '^libs/platform/' },
      { path: '^apps/' },
    ),
    outside(
      'platform-imports-no-testing',
      'Nothing that runs in production imports the testing library.',
      { path: '^(libs/(domain|protocol|platform)|apps)/', pathNot: testCode },
      { path: '^libs/testing/|/spec-support/' },
    ),
    outside(
      'roles-never-import-each-other',
      'Roles meet over HTTP and signed messages, even inside one process.',
      { path: '^apps/(?!network-node/)([^/]+)/' },
      { path: '^apps/', pathNot: '^apps/$1/' },
    ),
    outside(
      'pages-know-rules-alone',
      'Pages meet roles over HTTP: of the rest they import the rules, and what verifies receipts, which run anywhere.',
      { path: '^apps/web-portal/', pathNot: `${testCode}|\\.mjs$` },
      { pathNot: '^(apps/web-portal/|libs/domain/|libs/protocol/receipt/verify-receipt-by-list\\.ts$|node_modules/)' },
    ),
    outside(
      'sets-of-pages-stand-alone',
      'A role serves its own pages only: what several sets need is shared, not borrowed.',
      { path: '^apps/web-portal/((?:consent-manager|data-[a-z-]+|trust-registry)/[^/]+|tour)/' },
      { path: '^apps/web-portal/(consent-manager|data-[a-z-]+|trust-registry|tour)/', pathNot: '^apps/web-portal/$1/' },
    ),
    outside(
      'storage-is-its-modules-own',
      'storage/ is imported by its module, its role and itself.',
      {
        path: '^apps/([^/]+)/',
        pathNot: '^apps/[^/]+/(storage/|[^/]+\\.(module|role)\\.ts$)|\\.spec\\.ts$|/spec-support/',
      },
      { path: '^apps/$1/storage/' },
    ),
    outside(
      'libs-by-their-index',
      'A library is entered by its index; PostgreSQL, which starts before all else is read, and what verifies receipts, which browsers read, also by doors of their own.',
      { path: '^(apps|test|bench)/' },
      {
        path: '^libs/[^/]+/',
        pathNot:
          '^libs/([^/]+/index|platform/embedded-postgres/embedded-postgres|protocol/receipt/verify-receipt-by-list)\\.ts$',
      },
    ),
    outside(
      'libs-meet-by-their-index',
      'A library enters another by its index.',
      { path: '^libs/(protocol|platform)/', pathNot: testCode },
      { path: '^libs/[^/]+/', pathNot: '^libs/($1/|[^/]+/index\\.ts$)' },
    ),
    outside(
      'no-barrels',
      'A library has one index; nothing else gathers exports.',
      { path: '/index\\.ts$', pathNot: '^libs/[^/]+/index\\.ts$' },
      {},
    ),
    outside(
      'role-root-is-the-top',
      'The root of a role puts its folders together: no folder of the role imports from it.',
      { path: '^apps/([^/]+)/[^/]+/', pathNot: testCode },
      { path: '^apps/$1/[^/]+$' },
    ),
    outside('no-cycles', 'Files, folders and types never import in a ring.', {}, { circular: true }),
    outside('no-unresolved', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
  },
};
