import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, type Tracer, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { type ActKind, type ObservedAct, Observer } from './observer.ts';

const kinds: Record<ActKind, SpanKind> = {
  answer: SpanKind.SERVER,
  call: SpanKind.CLIENT,
  job: SpanKind.CONSUMER,
};
const form = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

export interface TraceOptions {
  readonly role: string;
  readonly participant: string;
  /** OTLP over HTTP, e.g. `http://collector:4318/v1/traces`. */
  readonly url: string;
  /** Of the traces that begin here, how many are kept: 0 to 1. */
  readonly ratio: number;
}

/** Spans to an OpenTelemetry collector, in batches. */
export class OpenTelemetryObserver extends Observer {
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;

  constructor({ role, participant, url, ratio }: TraceOptions) {
    super();
    this.provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': role, 'service.namespace': participant }),
      sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) }),
      spanProcessors: [
        new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url }), scheduledDelayMillis: 1000 }),
      ],
    });
    this.tracer = this.provider.getTracer('assent');
  }

  begin(kind: ActKind, name: string, traceparent?: string): ObservedAct {
    const span = this.tracer.startSpan(`${kind} ${name}`, { kind: kinds[kind] }, contextOf(traceparent));
    const { traceId, spanId, traceFlags } = span.spanContext();
    return {
      traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
      end: (outcome, isFault) => {
        span.setAttribute('assent.outcome', outcome);
        if (isFault) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  }

  refused(): void {
    // The outcome of the answer says so.
  }

  gauge(): void {
    // A trace holds no figures.
  }

  async close(): Promise<void> {
    // A collector that is away must not hold up a stop.
    await this.provider.shutdown().catch(() => undefined);
  }
}

/** What stands in a header that anyone may send is believed as far as its form goes: it leads to nothing. */
function contextOf(traceparent: string | undefined): Context {
  const [, traceId, spanId, flags] = form.exec(traceparent ?? '') ?? [];
  if (traceId === undefined || spanId === undefined || flags === undefined) return ROOT_CONTEXT;
  const parent = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true };
  return trace.setSpanContext(ROOT_CONTEXT, parent);
}
