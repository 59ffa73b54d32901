import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { findPorts, firstPortOfRun } from '../../apps/network-node/network/free-ports.ts';
import { Wire } from '../../apps/network-node/network/wire.ts';
import { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import type { FaultNetwork } from './fault-network.ts';
import { injectFault } from './inject-fault.ts';

it('a role that is cut off from the registry does not get the trust list, and others do', async () => {
  const cleanUp = new CleanUp();
  try {
    const registry = createServer((_request, response) => response.end('the list')).listen(0, '127.0.0.1');
    cleanUp.add(async () => void registry.close());
    await once(registry, 'listening');
    const { port: role } = registry.address() as AddressInfo;
    const ports = await findPorts(['bank', 'lender'], await firstPortOfRun());
    const registryWires = new Map<string, Wire>();
    for (const name of ['bank', 'lender']) {
      const wire = await Wire.start('registry', { open: ports[name] ?? 0, role }, new Map(), Date.now, name);
      cleanUp.add(() => wire.stop());
      registryWires.set(name, wire);
    }
    const at = { wires: new Map(), registryWires } as unknown as FaultNetwork;
    const fetchAs = async (name: string) =>
      fetch(`http://127.0.0.1:${ports[name]}/trust-list`).then(
        (answer) => answer.text(),
        () => 'cut off',
      );
    const heal = await injectFault(at, { kind: 'cut', target: 'bank-registry', how: 'refuse', forMs: 0 });
    expect([await fetchAs('bank'), await fetchAs('lender')]).toEqual(['cut off', 'the list']);
    await heal();
    expect(await fetchAs('bank')).toBe('the list');
  } finally {
    await cleanUp.run();
  }
});
