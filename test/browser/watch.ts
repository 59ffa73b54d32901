import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext, ConsoleMessage, Page, Request, Response } from 'playwright-core';
import type { Canaries } from './canaries.ts';
import type { Findings } from './finding.ts';

const longestMs = 15_000;

/** Runs in the page: tells of what its policy did not allow. */
const tellViolations = `addEventListener('securitypolicyviolation', (event) =>
  tellViolation(event.violatedDirective + ': ' + event.blockedURI + ' (' + event.sourceFile + ':' + event.lineNumber + ')'));`;

/** Watches all that the pages of one browser context do, from their first request on. */
export class Watch {
  /** What is being done, for the findings. */
  where = '';
  /** Record values that were seen, for those who may see them. */
  canariesSeen = 0;
  /** Whether the network was taken away: that calls fail is then no finding. */
  isOffline = false;
  private under = new Set<Request>();
  private readonly bodies = new Set<Promise<void>>();

  /**
   * @param origins whose pages these are; nobody else may be called
   * @param blindTo on origins that never see a record
   */
  constructor(
    private readonly findings: Findings,
    private readonly origins: ReadonlySet<string>,
    private readonly blind: ReadonlySet<string>,
    private readonly canaries: Canaries,
  ) {}

  async attach(context: BrowserContext): Promise<void> {
    await context.exposeBinding('tellViolation', (_source, what: string) => this.findings.add('csp', this.where, what));
    await context.addInitScript({ content: tellViolations });
    context.on('console', (message) => this.hearConsole(message));
    context.on('weberror', (error) => this.findings.add('failure', this.where, `broke: ${error.error().message}`));
    context.on('request', (request) => this.hearRequest(request));
    context.on('requestfinished', (request) => void this.under.delete(request));
    context.on('requestfailed', (request) => void this.under.delete(request));
    context.on('response', (response) => this.hearResponse(response));
    context.on('page', (page) => void this.hearStreams(page).catch(() => undefined));
  }

  /** Until nothing is on its way, save what stays open, and a heading stands on the page. */
  async settle(page: Page): Promise<void> {
    await page.locator('h1').first().waitFor({ timeout: longestMs });
    await page.locator('.animate-pulse').first().waitFor({ state: 'detached', timeout: longestMs });
    const deadline = Date.now() + longestMs;
    while (this.under.size > 0 && Date.now() < deadline) await sleep(10);
    await this.readAll();
    await page.locator('.animate-pulse').first().waitFor({ state: 'detached', timeout: longestMs });
  }

  async readAll(): Promise<void> {
    while (this.bodies.size > 0) await Promise.all(this.bodies);
  }

  private hearConsole(message: ConsoleMessage): void {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const text = message.text();
    if (/content security policy|trusted ?types/i.test(text)) this.findings.add('csp', this.where, text);
    else if (this.isOffline && text.includes('net::ERR_INTERNET_DISCONNECTED')) return;
    // A refusal is an answer that the page shows; the browser notes it as well.
    else if (!/^Failed to load resource: .* status of 4\d\d/.test(text)) {
      this.findings.add('failure', this.where, `console: ${text.slice(0, 500)}`);
    }
  }

  private hearRequest(request: Request): void {
    const { origin, protocol } = new URL(request.url());
    if (protocol === 'data:' || protocol === 'blob:') return;
    if (!this.origins.has(origin)) this.findings.add('failure', this.where, `a call to another origin: ${origin}`);
    if (request.resourceType() !== 'eventsource') this.under.add(request);
  }

  private hearResponse(response: Response): void {
    if (response.status() >= 500) {
      this.findings.add('failure', this.where, `${response.status()} from ${new URL(response.url()).pathname}`);
    }
    if (response.headers()['content-type']?.startsWith('text/event-stream')) return;
    const reading = response.text().then(
      (text) => this.readText(response.url(), text),
      // Without a body, or its page is gone.
      () => undefined,
    );
    this.bodies.add(reading);
    void reading.finally(() => this.bodies.delete(reading));
  }

  /** What comes by an open stream is no answer that ends: the browser tells of each message. */
  private async hearStreams(page: Page): Promise<void> {
    const tools = await page.context().newCDPSession(page);
    tools.on('Network.eventSourceMessageReceived', ({ data }) => this.readText(page.url(), data));
    await tools.send('Network.enable');
  }

  private readText(url: string, text: string): void {
    const { origin, pathname } = new URL(url);
    if (this.canaries.findIn(text).next().done === true) return;
    this.canariesSeen += 1;
    // Which value it was is not said: findings are logged.
    if (this.blind.has(origin)) this.findings.add('failure', this.where, `a record's value came from ${pathname}`);
  }
}
