import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import { markOutbox, waitForCode } from '../../apps/network-node/clients/outbox.ts';
import type { Contact } from '../../apps/network-node/clients/person-client.ts';
import type { CleanUp } from '../../apps/network-node/terminal/clean-up.ts';
import type { Canaries } from './canaries.ts';
import type { DemoProcess } from './demo-process.ts';
import type { Findings } from './finding.ts';
import { Watch } from './watch.ts';

export const members = ['registry', 'saathi', 'bank', 'hospital', 'lender', 'clinic'] as const;
export type MemberName = (typeof members)[number];

/** How a page is looked at. */
export interface Look {
  readonly language: string;
  readonly width: number;
  readonly theme: 'light' | 'dark';
}

/** Everything the browser meets: a demo network, those who act in it from outside, and what was found. */
export class Stage {
  readonly origins: ReadonlySet<string>;
  private readonly blind: ReadonlySet<string>;
  private neighbours = 0;

  constructor(
    readonly demo: DemoProcess,
    readonly browser: Browser,
    readonly findings: Findings,
    readonly canaries: Canaries,
    private readonly cleanUp: CleanUp,
  ) {
    this.origins = new Set([...members.map((name) => this.originOf(name)), new URL(demo.tour).origin]);
    this.blind = new Set([this.originOf('saathi'), new URL(demo.tour).origin]);
  }

  /** @returns how many were asked for before: so each is another */
  countNeighbour = (): number => this.neighbours++;

  /** Passkeys need a name: pages are opened under localhost. */
  originOf(member: MemberName): string {
    return `http://localhost:${this.demo.here.demoState().ports[member]}`;
  }

  /** A data user's own systems. */
  dataUser(member: 'lender' | 'clinic'): DataUserClient {
    const { here } = this.demo;
    const client = new DataUserClient(here.addressOf(undefined, member), here.apiKeyFile(undefined, member));
    this.cleanUp.add(() => client.close());
    return client;
  }

  /** Reads the code that `sender` sends to the contact, from the moment this is called on. */
  expectCode(sender: MemberName, contact: Contact): () => Promise<string> {
    const outbox = this.demo.here.outboxOf(sender);
    const mark = markOutbox(outbox);
    return () => waitForCode(outbox, contact.value, mark);
  }

  /** A browser of its own, with nothing kept from any other, watched. */
  async openContext(where: string, { language, width, theme }: Look): Promise<OpenContext> {
    const context = await this.browser.newContext({
      locale: language,
      viewport: { width, height: width < 600 ? 780 : 860 },
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(20_000);
    const watch = new Watch(this.findings, this.origins, this.blind, this.canaries);
    watch.where = where;
    await watch.attach(context);
    return { context, watch, page: await context.newPage() };
  }
}

export interface OpenContext {
  readonly context: BrowserContext;
  readonly watch: Watch;
  readonly page: Page;
}
