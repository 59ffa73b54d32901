import type { Pool } from 'undici';
import { readBounded } from '../http/bounded-body.ts';
import { openPool } from '../http/open-pool.ts';

const MOST_BYTES = 16 * 1_048_576;
const TIMEOUT_MS = 10_000;

export interface DownloadedTrustList {
  readonly token: string;
  readonly etag: string | undefined;
}

/** Fetches the list from the one address of the settings, a public one unless the network is local; no redirects. */
export class TrustListSource {
  private pool: Pool | undefined;
  private readonly url: URL;

  constructor(
    url: string,
    private readonly local: boolean,
  ) {
    this.url = new URL(url);
  }

  /**
   * @param etag of the list that is already here
   * @returns undefined where that is still the newest
   * @throws PrivateAddressError, or what went wrong on the way
   */
  async download(etag: string | undefined): Promise<DownloadedTrustList | undefined> {
    this.pool ??= openPool(this.url, { local: this.local, connections: 1, answerTimeoutMs: TIMEOUT_MS });
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
    await this.pool?.destroy();
  }
}
