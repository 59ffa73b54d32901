import type { Locator, Page } from 'playwright-core';
import type { Contact } from '../../apps/network-node/clients/person-client.ts';
import { demoPerson } from '../../apps/network-node/demo/demo-people.ts';
import { addAuthenticator } from './authenticator.ts';
import { checkPage } from './check-page.ts';
import { Words } from './languages.ts';
import type { MemberName, OpenContext, Stage } from './stage.ts';

/** Someone before her browser, who finds her way by what stands on the pages. */
export class PersonAtBrowser {
  readonly words: Words;
  readonly page: Page;

  private constructor(
    private readonly stage: Stage,
    private readonly open: OpenContext,
    readonly contact: Contact,
    language: string,
  ) {
    this.page = open.page;
    this.words = new Words(language, 'consent-manager/app');
  }

  /** On a phone that keeps passkeys. */
  static async sitDown(stage: Stage, where: string, contact: Contact, language: string): Promise<PersonAtBrowser> {
    const open = await stage.openContext(where, { language, width: 390, theme: 'light' });
    await addAuthenticator(open.page);
    return new PersonAtBrowser(stage, open, contact, language);
  }

  /** As one whom the demo knows, by the session that it opens for whoever asks. */
  static async sitDownAs(
    enter: (open: OpenContext, origin: string) => Promise<void>,
    stage: Stage,
    where: string,
    language: string,
  ): Promise<PersonAtBrowser> {
    const { contact } = demoPerson(stage.demo.here.demoState().seed);
    const person = await PersonAtBrowser.sitDown(stage, where, contact, language);
    await enter(person.open, stage.originOf('saathi'));
    return person;
  }

  /** With a session open already: how one is opened, other journeys tell. */
  static async arrive(stage: Stage, where: string, contact: Contact, language: string): Promise<PersonAtBrowser> {
    const person = await PersonAtBrowser.sitDown(stage, where, contact, language);
    const code = stage.expectCode('saathi', contact);
    const { signInId } = await person.call<{ signInId: string }>('POST', '/sign-in/codes', { contact });
    await person.call('POST', '/sign-in/sessions', { signInId, code: await code(), session: 'cookie' });
    return person;
  }

  async getUp(): Promise<void> {
    await this.open.watch.readAll();
    await this.open.context.close();
  }

  say = (path: string, values: Readonly<Record<string, string | number>> = {}): string => this.words.get(path, values);
  button = (path: string): Locator => this.page.getByRole('button', { name: this.say(path), exact: true });
  link = (path: string): Locator => this.page.getByRole('link', { name: this.say(path), exact: true });
  field = (path: string): Locator => this.page.getByLabel(this.say(path), { exact: true });
  radio = (path: string): Locator => this.page.getByRole('radio', { name: this.say(path), exact: true });
  /** Until this text stands on the page. */
  shows = (path: string, values: Readonly<Record<string, string | number>> = {}): Promise<void> =>
    this.page.getByText(this.say(path, values), { exact: true }).first().waitFor();
  heading = (text: string): Locator => this.page.getByRole('heading', { name: text });
  /** The button of the question that stands open. */
  answerButton = (path: string): Locator =>
    this.page.getByRole('alertdialog').getByRole('button', { name: this.say(path), exact: true });

  /** Opens a place below `/app/`, as from a bookmark. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.stage.originOf('saathi')}/app/${path}`);
    await this.open.watch.settle(this.page);
  }

  /** Until nothing is on its way any more. */
  settle(): Promise<void> {
    return this.open.watch.settle(this.page);
  }

  /** What then cannot be reached is no finding. */
  async loseNetwork(isLost: boolean): Promise<void> {
    this.open.watch.isOffline = isLost;
    await this.open.context.setOffline(isLost);
  }

  /** Her device has its network, and nobody answers. What then cannot be reached is no finding. */
  async loseServer(isLost: boolean): Promise<void> {
    this.open.watch.isOffline = isLost;
    if (isLost) await this.page.route('**', (route) => route.abort('internetdisconnected'));
    else await this.page.unrouteAll();
  }

  /** At the door. */
  async giveOneTimeCode(): Promise<void> {
    await this.field('person.signIn.contact').fill(this.contact.value);
    await this.giveCode('saathi', this.button('person.signIn.sendCode'), this.button('person.signIn.act'));
  }

  async signInByCode(): Promise<void> {
    await this.goTo('');
    await this.giveOneTimeCode();
    await this.heading(this.say('person.requests.title')).first().waitFor();
  }

  async makePasskey(): Promise<void> {
    await this.goTo('security');
    await this.button('person.security.makePasskey').click();
    await this.page.getByText(this.say('person.security.passkeyMade')).waitFor();
  }

  async linkBank(): Promise<void> {
    await this.goTo('accounts');
    await this.field('person.accounts.institution').selectOption({ label: 'Harbour Bank' });
    await this.giveCode('bank', this.button('person.accounts.discover'), this.button('person.accounts.confirm'));
    await this.page.getByText(this.say('person.accounts.linked', { count: 2 })).waitFor();
  }

  /** Links all that `provider` holds of her, away from the pages. */
  async hasAccountsAt(provider: 'bank' | 'hospital'): Promise<void> {
    const code = this.stage.expectCode(provider, this.contact);
    const dataProvider = this.stage.demo.here.participantOf(provider);
    const discovery = '/me/account-links/discover';
    const { linkRequestId } = await this.call<{ linkRequestId: string }>('POST', discovery, { dataProvider });
    await this.call('POST', '/me/account-links/confirm', { linkRequestId, code: await code() });
  }

  /** @returns the id by which the consent manager knows her */
  async principal(): Promise<string> {
    return (await this.call<{ principal: string }>('GET', '/me')).principal;
  }

  /** Asks her consent manager with the session of this browser, as its pages do. @throws where it refuses */
  async call<T>(method: 'GET' | 'POST', path: string, data?: object): Promise<T> {
    const origin = this.stage.originOf('saathi');
    const answer = await this.open.context.request.fetch(`${origin}${path}`, { method, data, headers: { origin } });
    if (!answer.ok()) throw new Error(`${path} answered ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  }

  /** Looks at the page as it stands, with what is open on it. */
  judge(): Promise<void> {
    return checkPage(this.page, this.open.watch.where, this.stage.findings);
  }

  private async giveCode(sender: MemberName, ask: Locator, confirm: Locator): Promise<void> {
    const code = this.stage.expectCode(sender, this.contact);
    await ask.click();
    await this.field('person.code.code').fill(await code());
    await confirm.click();
  }
}
