import type { Locator, Page } from 'playwright-core';
import { addAuthenticator } from './authenticator.ts';
import { Words } from './languages.ts';
import type { MemberName, OpenContext, Stage } from './stage.ts';

const consoles: Readonly<Record<MemberName, string>> = {
  registry: 'trust-registry/console',
  saathi: 'consent-manager/console',
  bank: 'data-provider-adapter/console',
  hospital: 'data-provider-adapter/console',
  lender: 'data-user-gateway/console',
  clinic: 'data-user-gateway/console',
};

/** Someone who operates a member of the network, at a desk with a device that keeps passkeys. */
export class OperatorAtBrowser {
  readonly page: Page;
  readonly origin: string;
  private readonly words: Words;

  private constructor(
    private readonly open: OpenContext,
    stage: Stage,
    member: MemberName,
  ) {
    this.page = open.page;
    this.origin = stage.originOf(member);
    this.words = new Words('en', 'console', consoles[member]);
  }

  static async sitDown(stage: Stage, where: string, member: MemberName): Promise<OperatorAtBrowser> {
    const open = await stage.openContext(where, { language: 'en', width: 1280, theme: 'light' });
    await addAuthenticator(open.page);
    return new OperatorAtBrowser(open, stage, member);
  }

  /** As the admin that the demo lets in. */
  static async asAdmin(stage: Stage, where: string, member: MemberName): Promise<OperatorAtBrowser> {
    const admin = await OperatorAtBrowser.sitDown(stage, where, member);
    await admin.goTo('demo/');
    return admin;
  }

  async getUp(): Promise<void> {
    await this.open.watch.readAll();
    await this.open.context.close();
  }

  say = (path: string, values: Readonly<Record<string, string | number>> = {}): string => this.words.get(path, values);
  button = (path: string, values?: Readonly<Record<string, string | number>>): Locator =>
    this.page.getByRole('button', { name: this.say(path, values), exact: true });
  link = (path: string): Locator => this.page.getByRole('link', { name: this.say(path), exact: true });
  field = (path: string, values?: Readonly<Record<string, string | number>>): Locator =>
    this.page.getByLabel(this.say(path, values), { exact: true });
  heading = (path: string): Locator => this.page.getByRole('heading', { name: this.say(path), exact: true });
  table = (path: string, values?: Readonly<Record<string, string | number>>): Locator =>
    this.page.getByRole('table', { name: this.say(path, values), exact: true });
  text = (path: string, values?: Readonly<Record<string, string | number>>): Locator =>
    this.page.getByText(this.say(path, values), { exact: true });
  /** The button of the question that stands open. */
  answerButton = (path: string): Locator =>
    this.page.getByRole('alertdialog').getByRole('button', { name: this.say(path), exact: true });
  /** What a figure of the page says. */
  figure = (path: string): Locator =>
    this.page
      .locator('div', { has: this.page.locator(`dt:text-is("${this.say(path)}")`) })
      .locator('dd')
      .first();

  /** Opens a place below `/console/`, as from a bookmark. */
  async goTo(path: string): Promise<void> {
    await this.page.goto(`${this.origin}/console/${path}`);
    await this.open.watch.settle(this.page);
  }

  /** What the role answers to a call that no button of the page makes. @returns its status */
  async callAnyway(path: string, data: object): Promise<number> {
    const headers = { origin: this.origin };
    return (await this.open.context.request.post(`${this.origin}${path}`, { data, headers })).status();
  }

  /** @returns the link for a colleague, as the page shows it once */
  async invite(name: string, right: 'viewer' | 'operator' | 'admin'): Promise<string> {
    await this.goTo('operators');
    await this.field('console.operators.name').fill(name);
    await this.field('console.operators.right').selectOption(right);
    await this.button('console.operators.inviteAct').click();
    return (await this.page.getByText(/\/join#/).textContent()) ?? '';
  }

  /** With a passkey of his own. */
  async joinBy(link: string): Promise<void> {
    await this.page.goto(link);
    await this.button('console.join.act').click();
    await this.heading('console.overview.title').waitFor();
  }
}
