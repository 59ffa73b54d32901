import { findPorts } from '../network/free-ports.ts';
import type { LocalNetwork } from '../network/member.ts';
import { setStage } from './set-stage.ts';
import { TourActs } from './tour-acts.ts';
import { startTour, type TourAddresses } from './tour-server.ts';

export interface OpenTour {
  /** Under a name, as the pages it leads to need one. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Another network may have taken the port since this one looked for it. */
const portAttempts = 3;

async function startOnFreePort(first: number, acts: TourActs, addresses: TourAddresses) {
  let port = first;
  for (let attempt = 1; ; attempt++) {
    try {
      return { port, stop: await startTour(port, acts, addresses) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || attempt === portAttempts) throw error;
      ({ tour: port = 0 } = await findPorts(['tour'], port + 1));
    }
  }
}

/** The tour through a demo network that is up. */
export async function openTour(network: LocalNetwork, seed: string): Promise<OpenTour> {
  const stage = setStage(network, seed);
  const at = (name: string, path: string) => `http://localhost:${network.ports[name]}${path}`;
  const addresses: TourAddresses = {
    person: at('saathi', '/app/'),
    manager: at('saathi', '/console/'),
    bank: at('bank', '/console/'),
    hospital: at('hospital', '/console/'),
    lender: at('lender', '/console/'),
    clinic: at('clinic', '/console/'),
    network: at('registry', '/console/'),
  };
  const { port, stop } = await startOnFreePort(network.ports['tour'] ?? 0, new TourActs(stage), addresses);
  return {
    url: `http://localhost:${port}/`,
    async stop() {
      await stop();
      await stage.close();
    },
  };
}
