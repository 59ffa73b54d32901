import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { PrometheusObserver } from './prometheus.ts';

/** `GET /metrics` on a port of its own: figures are for operators, not for those the role speaks with. */
export class MetricsServer {
  private constructor(private readonly server: Server) {}

  /** @throws where the port is taken */
  static async start(observer: PrometheusObserver, host: string, port: number): Promise<MetricsServer> {
    const server = createServer(async ({ method, url }, answer) => {
      if (method !== 'GET' || url !== '/metrics') return void answer.writeHead(404).end();
      try {
        const { text, mediaType } = await observer.print();
        answer.writeHead(200, { 'content-type': mediaType, 'cache-control': 'no-store' }).end(text);
      } catch {
        // A figure could not be read: none is better than half of them.
        answer.writeHead(503).end();
      }
    });
    server.listen(port, host);
    await once(server, 'listening');
    server.unref();
    return new MetricsServer(server);
  }

  async close(): Promise<void> {
    if (!this.server.listening) return;
    const closed = once(this.server, 'close');
    this.server.closeAllConnections();
    this.server.close();
    await closed;
  }
}
