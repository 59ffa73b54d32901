import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type ActKind, type ObservedAct, Observer } from './observer.ts';

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const helps: Record<ActKind, string> = {
  answer: 'Calls answered, by route and status.',
  call: 'Calls made to other participants, by path without ids and outcome.',
  job: 'Jobs done, by queue and outcome.',
};

/** Figures in the form of Prometheus; several roles of one process have a registry each. */
export class PrometheusObserver extends Observer {
  private readonly registry = new Registry();
  private readonly histograms: Record<ActKind, Histogram<'name' | 'outcome'>>;
  private readonly refusals: Counter<'code'>;

  constructor(role: string) {
    super();
    this.registry.setDefaultLabels({ role });
    collectDefaultMetrics({ register: this.registry });
    this.histograms = { answer: this.histogram('answer'), call: this.histogram('call'), job: this.histogram('job') };
    this.refusals = new Counter({
      name: 'assent_refusals_total',
      help: 'Refusals given, by code.',
      labelNames: ['code'],
      registers: [this.registry],
    });
  }

  begin(kind: ActKind, name: string): ObservedAct {
    const end = this.histograms[kind].startTimer({ name });
    return { end: (outcome) => void end({ outcome }) };
  }

  refused(code: string): void {
    this.refusals.inc({ code });
  }

  gauge(name: string, help: string, read: () => Promise<number> | number): void {
    new Gauge({
      name: `assent_${name}`,
      help,
      registers: [this.registry],
      async collect() {
        this.set(await read());
      },
    });
  }

  /** @returns the text that Prometheus reads, and its media type */
  async print(): Promise<{ text: string; mediaType: string }> {
    return { text: await this.registry.metrics(), mediaType: this.registry.contentType };
  }

  async close(): Promise<void> {
    this.registry.clear();
  }

  private histogram(kind: ActKind): Histogram<'name' | 'outcome'> {
    return new Histogram({
      name: `assent_${kind}_seconds`,
      help: helps[kind],
      labelNames: ['name', 'outcome'],
      buckets,
      registers: [this.registry],
    });
  }
}
