import { Pool } from 'undici';
import { readBounded } from '../http/bounded-body.ts';

const MOST_BYTES = 16 * 1_048_576;
const TIMEOUT_MS = 10_000;

export interface DownloadedTrustList {
  readonly token: string;
  readonly etag: string | undefined;
}

/** Fetches the list from the one address of the settings; redirects are not followed. */
export class TrustListSource {
  private readonly pool: Pool;
  private readonly url: URL;

  constructor(url: string) {
    this.url = new URL(url);
    const timeouts = { headersTimeout: TIMEOUT_MS, bodyTimeout: TIMEOUT_MS, connect: { timeout: 5000 } };
    this.pool = new Pool(this.url.origin, { connections: 1, allowH2: false, ...timeouts });
  }

  /** @param etag of the list that is already here. @returns undefined where that is still the newest */
  async download(etag: string | undefined): Promise<DownloadedTrustList | undefined> {
    const { statusCode, headers, body } = await this.pool.request({
      method: 'GET',
      path: `${this.url.pathname}${this.url.search}`,
      headers: { accept: 'application/jwt', ...(etag === undefined ? {} : { 'if-none-match': etag }) },
    });
    const bytes = await readBounded(body, MOST_BYTES);
    if (statusCode === 304) return undefined;
    if (statusCode !== 200) throw new Error(`the trust registry answers with status ${statusCode}`);
    const tag = headers['etag'];
    return { token: bytes.toString('utf8').trim(), etag: typeof tag === 'string' ? tag : undefined };
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}
