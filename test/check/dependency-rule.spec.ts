import { beforeAll, describe, expect, it } from 'vitest';
import { cruise, plantTree, type Violation } from './planted-tree.ts';

/** A tree in which everything is where it belongs. */
const sound = {
  'libs/domain/index.ts': "export { purpose } from './purpose/purpose.ts';",
  'libs/domain/purpose/purpose.ts': 'export const purpose = 1;',
  'libs/protocol/index.ts': "export { message } from './event/message.ts';",
  'libs/protocol/event/message.ts':
    "import { randomUUID } from 'node:crypto';\nimport { purpose } from '#domain';\nimport { z } from 'zod';\nexport const message = [purpose, z, randomUUID];",
  'libs/platform/index.ts': "export { http } from './http/http.ts';",
  'libs/platform/http/http.ts':
    "import { Module } from '@nestjs/common';\nimport { message } from '#protocol';\nexport const http = [Module, message];",
  'libs/testing/index.ts': "export { builder } from './builder.ts';",
  'libs/testing/builder.ts': "import { purpose } from '#domain';\nexport const builder = purpose;",
  'apps/consent-manager/consents/consents.service.ts':
    "import { http } from '#platform';\nexport const service = http;",
  'apps/consent-manager/consents/consents.service.spec.ts':
    "import { builder } from '#testing';\nimport { service } from './consents.service.ts';\nexport const spec = [builder, service];",
  'apps/consent-manager/storage/store.ts': 'export const store = 1;',
  'apps/consent-manager/consent-manager.settings.ts': 'export const settings = 1;',
  'apps/consent-manager/consent-manager.module.ts':
    "import { store } from './storage/store.ts';\nimport { service } from './consents/consents.service.ts';\nexport const module = [store, service];",
  'apps/data-user-gateway/gateway.ts': "import { purpose } from '#domain';\nexport const gateway = purpose;",
  'apps/network-node/main.ts':
    "import { module } from '../consent-manager/consent-manager.module.ts';\nimport { gateway } from '../data-user-gateway/gateway.ts';\nexport const main = [module, gateway];",
};

/** What is planted, where, and the name of the rule that must refuse it. */
const breaches: Array<[what: string, path: string, text: string, rule: string]> = [
  ['the domain imports node:fs', 'libs/domain/a.ts', "import 'node:fs';", 'domain-imports-nothing'],
  ['the domain imports a package', 'libs/domain/b.ts', "import 'zod';", 'domain-imports-nothing'],
  ['the domain imports the wire', 'libs/domain/c.ts', "import '#protocol';", 'domain-imports-nothing'],
  ['the wire imports Nest', 'libs/protocol/a.ts', "import '@nestjs/common';", 'protocol-imports-domain-and-crypto'],
  ['the wire imports the platform', 'libs/protocol/b.ts', "import '#platform';", 'protocol-imports-domain-and-crypto'],
  ['the wire opens sockets', 'libs/protocol/c.ts', "import 'node:net';", 'protocol-imports-domain-and-crypto'],
  [
    'the platform imports a role',
    'libs/platform/a.ts',
    "import '../../apps/data-user-gateway/gateway.ts';",
    'platform-knows-no-role',
  ],
  [
    'a role imports another role',
    'apps/consent-manager/a.ts',
    "import '../data-user-gateway/gateway.ts';",
    'roles-never-import-each-other',
  ],
  [
    'a role imports the node that starts it',
    'apps/consent-manager/b.ts',
    "import '../network-node/main.ts';",
    'roles-never-import-each-other',
  ],
  [
    'a controller imports storage',
    'apps/consent-manager/consents/consents.controller.ts',
    "import '../storage/store.ts';",
    'storage-is-its-modules-own',
  ],
  [
    'a folder of a role imports from its root',
    'apps/consent-manager/consents/consent-timers.ts',
    "import '../consent-manager.settings.ts';",
    'role-root-is-the-top',
  ],
  [
    'production code imports the testing library',
    'apps/data-user-gateway/a.ts',
    "import '#testing';",
    'platform-imports-no-testing',
  ],
  [
    'a role enters a library past its index',
    'apps/data-user-gateway/b.ts',
    "import '../../libs/domain/purpose/purpose.ts';",
    'libs-by-their-index',
  ],
  [
    'a library enters another past its index',
    'libs/platform/b.ts',
    "import '../domain/purpose/purpose.ts';",
    'libs-meet-by-their-index',
  ],
  [
    'a folder gathers exports in a barrel',
    'apps/data-user-gateway/barrel/index.ts',
    "export { gateway } from '../gateway.ts';",
    'no-barrels',
  ],
  ['two files import each other', 'libs/platform/ring/one.ts', "import './two.ts';", 'no-cycles'],
  [
    'two files know types of each other',
    'libs/platform/ring/four.ts',
    "import type { Three } from './three.ts';\nexport type Four = Three | 4;",
    'no-cycles',
  ],
  ['an import leads nowhere', 'libs/platform/c.ts', "import './nowhere.ts';", 'no-unresolved'],
];

/** The other halves of the rings. */
const otherHalves = {
  'libs/platform/ring/two.ts': "import './one.ts';",
  'libs/platform/ring/three.ts': "import type { Four } from './four.ts';\nexport type Three = Four;",
};

describe('the dependency rule', () => {
  let violations: Violation[] = [];

  beforeAll(async () => {
    const planted = Object.fromEntries(breaches.map(([, path, text]) => [path, text]));
    const tree = await plantTree({ ...sound, ...otherHalves, ...planted });
    violations = await cruise(tree.folder, '.dependency-cruiser.cjs');
    await tree.remove();
  });

  it.each(breaches)('refuses that %s', (_what, path, _text, rule) => {
    expect(violations.filter(({ from }) => from === path).map((violation) => violation.rule)).toContain(rule);
  });

  it('refuses nothing else in the same tree', () => {
    const planted = new Set([...breaches.map(([, path]) => path), ...Object.keys(otherHalves)]);
    expect(violations.filter(({ from }) => !planted.has(from))).toEqual([]);
  });
});

describe('the rule against rings of folders', () => {
  const rulesFile = 'apps/network-node/set-up/folder-rings.cjs';

  it('refuses two folders that import each other though no two files do', async () => {
    const tree = await plantTree({
      ...sound,
      'apps/data-user-gateway/left/one.ts': "import '../right/one.ts';",
      'apps/data-user-gateway/left/two.ts': '',
      'apps/data-user-gateway/right/one.ts': '',
      'apps/data-user-gateway/right/two.ts': "import '../left/two.ts';",
    });
    const violations = await cruise(tree.folder, rulesFile);
    await tree.remove();
    expect(violations.map(({ rule, from }) => `${rule} ${from}`)).toEqual([
      'no-folder-rings apps/data-user-gateway/left',
      'no-folder-rings apps/data-user-gateway/right',
    ]);
  });

  it('refuses a ring of three, also where one of them is a folder in a folder', async () => {
    const tree = await plantTree({
      ...sound,
      'libs/platform/left/one.ts': "import '../right/deep/one.ts';",
      'libs/platform/left/two.ts': '',
      'libs/platform/right/deep/one.ts': "import '../../between/one.ts';",
      'libs/platform/between/one.ts': "import '../left/two.ts';",
    });
    const violations = await cruise(tree.folder, rulesFile);
    await tree.remove();
    expect(violations.map(({ from }) => from)).toEqual(
      expect.arrayContaining(['libs/platform/left', 'libs/platform/right/deep', 'libs/platform/between']),
    );
  });

  it('accepts that a folder and a folder in it know each other', async () => {
    const tree = await plantTree({
      ...sound,
      'libs/platform/outer/one.ts': "import './inner/one.ts';",
      'libs/platform/outer/two.ts': '',
      'libs/platform/outer/inner/one.ts': "import '../two.ts';",
    });
    const violations = await cruise(tree.folder, rulesFile);
    await tree.remove();
    expect(violations).toEqual([]);
  });

  it('accepts a sound tree', async () => {
    const tree = await plantTree(sound);
    const violations = await cruise(tree.folder, rulesFile);
    await tree.remove();
    expect(violations).toEqual([]);
  });
});
