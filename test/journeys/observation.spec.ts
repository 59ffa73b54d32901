import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '#platform';
import type { DataUserClient } from '../../apps/network-node/clients/data-user-client.ts';
import type { PersonClient } from '../../apps/network-node/clients/person-client.ts';
import { urlOf } from '../../apps/network-node/network/member.ts';
import { dataUser, grant, signInAndLink } from '../support/grant.ts';
import { asha, startTestNetwork, type TestNetwork } from '../support/test-network.ts';

interface Span {
  readonly service: string;
  readonly name: string;
  readonly traceId: string;
  readonly parentSpanId: string;
  readonly text: string;
}

/** Takes what a collector of OpenTelemetry would. */
class Collector {
  readonly spans: Span[] = [];
  private readonly server: Server = createServer(async (request, answer) => {
    this.take(await json(request));
    answer.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1/traces`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  // biome-ignore lint/suspicious/noExplicitAny: OTLP, as it comes
  private take(body: any): void {
    for (const { resource, scopeSpans } of body.resourceSpans) {
      const named = resource.attributes.find(({ key }: { key: string }) => key === 'service.name');
      for (const span of scopeSpans.flatMap(({ spans }: { spans: object[] }) => spans)) {
        this.spans.push({ service: named.value.stringValue, ...span, text: JSON.stringify(span) });
      }
    }
  }
}

describe('an operator', () => {
  const collector = new Collector();
  const metricsPorts: Record<string, number> = {};
  let network: TestNetwork;
  let person: PersonClient;
  let lender: DataUserClient;
  let ids: string[];

  beforeAll(async () => {
    const TRACES_URL = await collector.start();
    const extra: Record<string, Record<string, string>> = {};
    for (const name of ['saathi', 'bank', 'lender']) {
      metricsPorts[name] = await findFreePort();
      extra[name] = { METRICS_PORT: String(metricsPorts[name]), TRACES_URL };
    }
    network = await startTestNetwork(extra);
    person = await signInAndLink(network, asha);
    lender = dataUser(network);
    const granted = await grant(network, person, lender, (await person.me()).principal);
    const { consentId } = granted;
    const { id } = await lender.fetch({ consentId });
    await lender.fetched(id, 30);
    ids = [consentId, granted.id, id, (await person.me()).principal];
    const consent = await person.consent(granted.id);
    await person.revoke(consent.id);
    await person.consent('01a1fe5f-4086-73df-a934-460fa4184141').catch(() => undefined);
  });

  afterAll(async () => {
    await person.close();
    await lender.close();
    await network.stop();
    await collector.stop();
  });

  const metricsOf = async (name: string) => {
    const answer = await fetch(`http://127.0.0.1:${metricsPorts[name]}/metrics`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/plain');
    return answer.text();
  };

  /** The value of the one line of this name that holds these words. */
  const figure = (text: string, name: string, ...words: string[]): number | undefined => {
    const lines = text.split('\n').filter((line) => /^\w+/.exec(line)?.[0] === name);
    const [line] = lines.filter((each) => words.every((word) => each.includes(word)));
    return line === undefined ? undefined : Number(line.split(' ').at(-1));
  };

  test('reads figures of calls answered, calls made, jobs, refusals, events and the trust list', async () => {
    const lenders = await metricsOf('lender');
    expect(figure(lenders, 'assent_answer_seconds_count', 'POST /data-requests', 'outcome="202"')).toBe(1);
    expect(figure(lenders, 'assent_call_seconds_count', 'GET /data-sessions/:id/parts/:id', 'outcome="ok"')).toBe(1);
    expect(figure(lenders, 'assent_job_seconds_count', 'data-user-gateway.fetch-session', 'outcome="ok"')).toBe(1);
    expect(figure(lenders, 'assent_trust_list_seconds')).toBeGreaterThan(0);
    expect(figure(lenders, 'process_cpu_seconds_total')).toBeGreaterThan(0);
    const saathis = await metricsOf('saathi');
    expect(figure(saathis, 'assent_refusals_total', 'code="consent-unknown"')).toBe(1);
    expect(figure(saathis, 'assent_events_dead')).toBe(0);
    expect(figure(saathis, 'assent_events_waiting')).toBeGreaterThanOrEqual(0);
  });

  test('serves figures to nobody at the address others call, and nothing but figures beside it', async () => {
    expect((await fetch(`${urlOf(network.network, 'lender')}/metrics`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${metricsPorts['lender']}/`)).status).toBe(404);
  });

  test('follows one act through all roles in one trace', async () => {
    const names = (traceId: string) =>
      collector.spans.filter((span) => span.traceId === traceId).map(({ service, name }) => `${service}: ${name}`);
    await expect
      .poll(() => {
        const asked = collector.spans.filter(({ name }) => name === 'answer POST /consent-requests');
        return asked
          .map(({ traceId }) => names(traceId))
          .find((all) => all.some((name) => name.startsWith('consent-manager')));
      })
      .toEqual(
        expect.arrayContaining([
          'data-user-gateway: answer POST /consent-requests',
          'data-user-gateway: call POST /consent-requests',
          'consent-manager: answer POST /consent-requests',
        ]),
      );
    await expect
      .poll(() => {
        const job = collector.spans.find(({ name }) => name.startsWith('job data-user-gateway.'));
        const served = collector.spans.find(({ name }) => name === 'answer GET /data-sessions/:id/parts/:n');
        return [job !== undefined, served?.service, served?.parentSpanId !== undefined];
      })
      .toEqual([true, 'data-provider-adapter', true]);
  });

  test('never learns of a person, a consent, a session or a value from them', async () => {
    const figures = await Promise.all(Object.keys(metricsPorts).map(metricsOf));
    const all = figures.join('') + collector.spans.map(({ text }) => text).join('');
    for (const secret of [asha.value, ...ids]) expect(all).not.toContain(secret);
  });
});
