import { setTimeout as sleep } from 'node:timers/promises';
import { visitAsk } from '../../apps/network-node/demo/asks.ts';
import { findAsha } from './asha.ts';
import type { Journey } from './journey.ts';
import { OperatorAtBrowser } from './operator-at-browser.ts';
import type { Stage } from './stage.ts';

const countedWithinMs = 20_000;

async function watchRequests(stage: Stage): Promise<void> {
  const operator = await OperatorAtBrowser.asAdmin(stage, 'a consent manager watches', 'saathi');
  const asked = async () => Number(await operator.figure('manager.requests.asked').textContent());
  try {
    await operator.goTo('requests');
    const before = await asked();
    const { person, asked: whom } = await findAsha(stage);
    const { handle = '' } = await stage.dataUser('clinic').ask(visitAsk(whom));
    await person.reject(handle, 'other');
    // A page that stands open shows the same for half a minute; another period is counted anew. Others ask meanwhile, too.
    await operator.field('console.parts.period').selectOption('7');
    for (const until = performance.now() + countedWithinMs; !((await asked()) > before); await sleep(100)) {
      if (performance.now() > until) throw new Error(`${before} requests stay ${await asked()}`);
    }

    await operator.goTo('delivery-health');
    for (const name of ['Harbour Bank', 'Fairlend']) {
      const row = operator.page.getByRole('row').filter({ hasText: name }).first();
      await row.getByText(operator.say('manager.deliveryHealth.healths.well'), { exact: true }).waitFor();
    }
    await operator.goTo('trail');
    await operator.text('console.trail.noFaults').waitFor();
    await operator
      .table('console.trail.witnesses')
      .getByRole('row', { name: /Harbour Bank/ })
      .waitFor();
    if (!(Number((await operator.figure('console.trail.checkpoint').textContent())?.replace(/\D/g, '')) > 0)) {
      throw new Error('there is no checkpoint');
    }
  } finally {
    await operator.getUp();
  }
}

async function runNetwork(stage: Stage): Promise<void> {
  const operator = await OperatorAtBrowser.asAdmin(stage, 'a registry looks after its network', 'registry');
  const clinic = operator.page.getByRole('row').filter({ hasText: 'Riverside Clinic' });
  try {
    await operator.goTo('participants');
    await clinic.getByText(operator.say('registry.participants.statuses.active')).waitFor();
    await clinic.getByRole('button', { name: operator.say('registry.participants.act.suspend') }).click();
    await operator.text('registry.participants.confirmAbout.suspend').waitFor();
    await operator.answerButton('common.cancel').click();
    await operator.goTo('trust-list');
    await operator.text('console.overview.listState.FRESH').waitFor();
    await operator.goTo('flow');
    for (const name of ['Saathi Consent Manager', 'Harbour Bank', 'Fairlend']) {
      await operator.table('registry.flow.table').getByRole('row').filter({ hasText: name }).waitFor();
    }
  } finally {
    await operator.getUp();
  }
}

export const networkJourneys: readonly Journey[] = [
  { name: 'An operator of the consent manager sees requests, deliveries and checkpoints', play: watchRequests },
  { name: 'An operator of the registry sees participants, the trust list and how much each does', play: runNetwork },
];
