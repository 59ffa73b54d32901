import { beforeAll, describe, expect, it } from 'vitest';
import { readRoutesOf, readSettings } from '#platform';
import { settingsToLookAt } from '../../apps/network-node/generate/open-api-documents.ts';
import { knownRoles } from '../../apps/network-node/node/known-roles.ts';

/** Who may do what on every role: `-` is for anyone who calls. */
const common = `
  POST   /operator/sign-in/options                         -
  POST   /operator/sign-in                                 -
  POST   /operator/join/options                            -
  POST   /operator/join                                    -
  POST   /operator/demo-session                            -
  DELETE /operator/session                                 viewer
  GET    /operator/me                                      viewer
  GET    /operator/passkeys                                viewer
  POST   /operator/passkeys/options                        viewer
  POST   /operator/passkeys                                viewer
  DELETE /operator/passkeys/{id}                           viewer
  GET    /operator/sessions                                viewer
  DELETE /operator/sessions/{id}                           viewer
  GET    /operator/acts                                    admin
  GET    /operator/overview                                viewer
  GET    /operator/trail                                   viewer
  GET    /operator/keys                                    viewer
  POST   /operator/keys/rotate                             admin
  GET    /operator/operators                               admin
  PATCH  /operator/operators/{id}                          admin
  DELETE /operator/operators/{id}                          admin
  GET    /operator/invitations                             admin
  POST   /operator/invitations                             admin
  DELETE /operator/invitations/{id}                        admin`;

const telling = `
  GET    /operator/events                                  viewer
  POST   /operator/events/replay                           operator
  GET    /operator/deliveries                              viewer`;

const tables: Readonly<Record<string, string>> = {
  'trust-registry': `${common}
  GET    /operator/participants                            viewer
  POST   /operator/participants/{id}/{act}                 admin
  POST   /operator/participants/{id}/keys/{kid}/retire     admin
  POST   /operator/participants/{id}/keys/{kid}/compromise admin
  GET    /operator/trust-list                              viewer
  GET    /operator/flow                                    viewer`,

  'consent-manager': `${common}${telling}
  GET    /operator/funnel                                  viewer
  GET    /operator/delivery-health                         viewer`,

  'data-provider-adapter': `${common}${telling}
  GET    /operator/record-sources                          viewer
  POST   /operator/record-sources/try                      operator
  GET    /operator/data-types                              viewer
  GET    /operator/data-sessions                           viewer
  GET    /operator/data-sessions/{id}/story                viewer
  GET    /operator/refusals                                viewer`,

  'data-user-gateway': `${common}${telling}
  GET    /operator/templates                               viewer
  POST   /operator/consent-requests/preview                operator
  POST   /operator/consent-requests                        operator
  GET    /operator/consents                                viewer
  POST   /operator/consents/{id}/fetch                     operator
  GET    /operator/data-sessions                           viewer
  GET    /operator/data-sessions/{id}/story                viewer
  GET    /operator/erasures                                viewer
  GET    /operator/records                                 operator
  GET    /operator/records/export                          operator`,
};

const lines = (table: string) =>
  table
    .split('\n')
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .sort();

describe.each(knownRoles)('an operator of the $name', (role) => {
  let routes: Awaited<ReturnType<typeof readRoutesOf>>;
  const about = (method: string, path: string, right: string | undefined) => `${method} ${path} ${right ?? '-'}`;

  beforeAll(async () => {
    routes = await readRoutesOf(role, settingsToLookAt);
  });

  it('may do what the table says, and there is nothing that the table does not name', () => {
    const found = routes
      .filter(({ path }) => path.split('/')[1] === 'operator')
      .map(({ method, path, operatorMay }) => about(method.toUpperCase(), path, operatorMay));
    expect(found.sort()).toEqual(lines(tables[role.name] ?? ''));
  });

  it('finds every endpoint that has a right below /operator, and described as such', () => {
    const guarded = routes.filter(({ operatorMay }) => operatorMay !== undefined);
    expect(guarded.filter(({ path }) => !path.startsWith('/operator/'))).toEqual([]);
    const described = routes.filter(({ operation }) => operation.security === 'operator');
    expect(described.map(({ id }) => id).sort()).toEqual(guarded.map(({ id }) => id).sort());
  });
});

describe.each(knownRoles)('the settings of the $name', ({ settings }) => {
  const local = { ...settingsToLookAt, DEMO_SIGN_IN: 'on', NETWORK_IS_LOCAL: 'true' };

  it('take the switch for a demo on one machine, and nowhere else', () => {
    expect(readSettings(settings, local).mistakes).toEqual([]);
    for (const change of [{ NODE_ENV: 'production' }, { NETWORK_IS_LOCAL: 'false' }, { HOST: '0.0.0.0' }]) {
      const { mistakes } = readSettings(settings, { ...local, ...change });
      expect(mistakes).toEqual([{ name: 'DEMO_SIGN_IN', problem: expect.stringMatching(/^is on, and /) }]);
    }
  });
});
