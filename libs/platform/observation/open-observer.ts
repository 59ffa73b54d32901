import type { RoleSettings } from '../settings/role-settings.ts';
import { MetricsServer } from './metrics-server.ts';
import { type ActKind, type ObservedAct, Observer } from './observer.ts';
import type { PrometheusObserver } from './prometheus.ts';

export type ObserverSettings = Pick<
  RoleSettings,
  'PARTICIPANT_ID' | 'HOST' | 'METRICS_PORT' | 'TRACES_URL' | 'TRACES_RATIO'
>;

/** Both are loaded only where settings switch them on. @returns undefined where neither is on */
export async function openObserver(role: string, settings: ObserverSettings): Promise<Observer | undefined> {
  const { METRICS_PORT, TRACES_URL } = settings;
  const observers: Observer[] = [];
  if (METRICS_PORT !== undefined) {
    const { PrometheusObserver } = await import('./prometheus.ts');
    observers.push(await serve(new PrometheusObserver(role), settings.HOST, METRICS_PORT));
  }
  if (TRACES_URL !== undefined) {
    const { OpenTelemetryObserver } = await import('./open-telemetry.ts');
    const { PARTICIPANT_ID: participant, TRACES_RATIO: ratio } = settings;
    observers.push(new OpenTelemetryObserver({ role, participant, url: TRACES_URL, ratio }));
  }
  return observers.length > 1 ? new Observers(observers) : observers[0];
}

async function serve(observer: PrometheusObserver, host: string, port: number): Promise<Observer> {
  const server = await MetricsServer.start(observer, host, port);
  const close = observer.close.bind(observer);
  observer.close = async () => {
    await server.close();
    await close();
  };
  return observer;
}

/** Several as one. */
class Observers extends Observer {
  constructor(private readonly all: readonly Observer[]) {
    super();
  }

  begin(kind: ActKind, name: string, traceparent?: string): ObservedAct {
    const acts = this.all.map((observer) => observer.begin(kind, name, traceparent));
    return {
      traceparent: acts.find((act) => act.traceparent !== undefined)?.traceparent,
      end: (outcome, isFault) => {
        for (const act of acts) act.end(outcome, isFault);
      },
    };
  }

  refused(code: string): void {
    for (const observer of this.all) observer.refused(code);
  }

  gauge(name: string, help: string, read: () => Promise<number> | number): void {
    for (const observer of this.all) observer.gauge(name, help, read);
  }

  async close(): Promise<void> {
    for (const observer of this.all) await observer.close();
  }
}
