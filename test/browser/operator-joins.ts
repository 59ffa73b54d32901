import type { Journey } from './journey.ts';
import { OperatorAtBrowser } from './operator-at-browser.ts';
import type { Stage } from './stage.ts';

async function joinAndLeave(stage: Stage): Promise<void> {
  const admin = await OperatorAtBrowser.asAdmin(stage, 'an admin invites', 'bank');
  const colleague = await OperatorAtBrowser.sitDown(stage, 'an operator joins', 'bank');
  const name = 'Ravi of the bank';
  try {
    await colleague.joinBy(await admin.invite(name, 'operator'));
    await colleague.page.getByRole('button', { name }).click();
    await colleague.button('common.signOut').click();
    await colleague.button('console.signIn.act').click();
    await colleague.heading('console.overview.title').waitFor();

    await admin.goTo('operators');
    await admin.button('console.operators.removeName', { name }).click();
    await admin.answerButton('console.operators.remove').click();
    await admin.button('console.operators.removeName', { name }).waitFor({ state: 'detached' });
    await colleague.goTo('keys');
    await colleague.heading('console.signIn.title').waitFor();
  } finally {
    await Promise.all([admin.getUp(), colleague.getUp()]);
  }
}

async function lookAndNotTouch(stage: Stage): Promise<void> {
  const admin = await OperatorAtBrowser.asAdmin(stage, 'an admin invites a viewer', 'lender');
  const viewer = await OperatorAtBrowser.sitDown(stage, 'a viewer looks', 'lender');
  const name = 'Noor of the lender';
  try {
    await viewer.joinBy(await admin.invite(name, 'viewer'));
    await viewer.link('dataUser.ways.consents').click();
    await viewer.table('dataUser.consents.title').waitFor();
    for (const way of ['dataUser.ways.ask', 'dataUser.ways.records', 'console.ways.operators']) {
      if (await viewer.link(way).isVisible()) throw new Error(`a viewer is shown the way to ${viewer.say(way)}`);
    }
    await viewer.goTo('events');
    if (await viewer.button('console.events.replayAll').isVisible()) throw new Error('a viewer may tell events anew');
    await viewer.goTo('ask');
    if (await viewer.button('dataUser.ask.preview').isVisible()) throw new Error('a viewer may ask for consent');
    for (const path of ['/operator/events/replay', '/operator/keys/rotate']) {
      const status = await viewer.callAnyway(path, { all: true, use: 'message' });
      if (status !== 403) throw new Error(`${path} answers a viewer with ${status}`);
    }

    await admin.goTo('operators');
    const changed = admin.page.waitForResponse((response) => response.request().method() === 'PATCH');
    await admin.field('console.operators.rightOf', { name }).selectOption('operator');
    await changed;
    await viewer.goTo('ask');
    await viewer.button('dataUser.ask.preview').waitFor();
  } finally {
    await Promise.all([admin.getUp(), viewer.getUp()]);
  }
}

async function withdraw(stage: Stage): Promise<void> {
  const admin = await OperatorAtBrowser.asAdmin(stage, 'an admin withdraws an invitation', 'clinic');
  const stranger = await OperatorAtBrowser.sitDown(stage, 'an invitation that was withdrawn', 'clinic');
  const name = 'Mina of the clinic';
  try {
    const link = await admin.invite(name, 'admin');
    const row = admin.table('console.invitations.title').getByRole('row', { name });
    await row.getByText(admin.say('console.rights.admin.name'), { exact: true }).waitFor();
    await admin.button('console.invitations.withdrawName', { name }).click();
    await admin.answerButton('console.invitations.withdraw').click();
    await row.waitFor({ state: 'detached' });
    await stranger.page.goto(link);
    await stranger.text('problems.invitation-not-valid').waitFor();
    await admin.goTo('trail');
    const acts = admin.table('console.acts.title').getByRole('row').filter({ hasText: name });
    const words = admin.say('console.acts.words.operator-invitation-withdrawn');
    // Sealed within seconds.
    for (let tries = 0; tries < 20 && (await acts.filter({ hasText: words }).count()) === 0; tries += 1) {
      await admin.page.waitForTimeout(500);
      await admin.goTo('trail');
    }
    await acts.filter({ hasText: words }).waitFor();
  } finally {
    await Promise.all([admin.getUp(), stranger.getUp()]);
  }
}

export const operatorJoins: readonly Journey[] = [
  { name: 'An operator is invited, joins with a passkey, signs in with it, and is removed', play: joinAndLeave },
  { name: 'An operator is invited, and the invitation is withdrawn before anyone joins by it', play: withdraw },
  { name: 'An operator who is a viewer sees, cannot act, and is given the right to', play: lookAndNotTouch },
];
