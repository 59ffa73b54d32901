import { describe, expect, test } from 'vitest';
import { type ComposeService, readCompose } from '../support/compose.ts';

/** `127.0.0.1:7400-7403:7400-7403` -> the ports of this machine alone that lead to the same ports of the container. */
function publishedPorts({ ports = [] }: ComposeService): number[] {
  return ports.flatMap((each) => {
    const [, first = '', last = first, inside] = /^127\.0\.0\.1:(\d+)(?:-(\d+))?:(\d+(?:-\d+)?)$/.exec(each) ?? [];
    expect(inside, each).toBe(first === last ? first : `${first}-${last}`);
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index);
  });
}

describe.each(['compose.yaml', 'compose.network.yaml'])('the addresses of %s', (file) => {
  const services = readCompose(file);
  const published = Object.values(services).flatMap(publishedPorts);
  const roles = Object.entries(services).flatMap(([name, { environment = {}, networks }]) =>
    Object.entries(environment)
      .filter(([setting]) => setting.endsWith('PUBLIC_URL'))
      .map(([, value]) => ({ name, url: new URL(value), aliases: networks?.default?.aliases ?? [] })),
  );

  test('are four, each of a port that is published on this machine alone', () => {
    expect(roles.map(({ url }) => Number(url.port)).sort()).toEqual([7400, 7401, 7402, 7403]);
    expect(published.sort()).toEqual([7400, 7401, 7402, 7403]);
  });

  test('have a name under which a browser makes passkeys without https', () => {
    for (const { url } of roles) expect(url.hostname).toMatch(/^([a-z]+\.)?localhost$/);
  });

  test('lead the containers to the role as they lead a browser to it', () => {
    for (const { name, url, aliases } of roles) {
      // All roles in one container find one another at its own `localhost`.
      if (url.hostname === 'localhost') expect(new Set(roles.map((role) => role.name)).size).toBe(1);
      else expect(aliases).toContain(url.hostname);
      const { command = [] } = services['front'] ?? {};
      if (services[name]?.ports === undefined) expect(command).toContain(`${url.port}=${name}:${url.port}`);
    }
  });
});
