const mostSteps = 15;

interface HeldCookie {
  readonly value: string;
  readonly path: string;
}

/** A browser as far as signing in elsewhere needs one: keeps cookies by host, whatever the port, and follows redirects. */
export class Browser {
  private readonly cookies = new Map<string, HeldCookie>();
  /** Every address it has been led to. */
  readonly visited: string[] = [];

  /** Opens the address and follows where it leads, but no further than to `until`. */
  async open(address: string, until: (url: URL) => boolean = () => false): Promise<URL> {
    let url = new URL(address);
    for (let step = 0; step < mostSteps; step++) {
      this.visited.push(url.href);
      if (until(url)) return url;
      const answer = await this.call(url);
      await answer.arrayBuffer();
      const location = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || location === null) return url;
      url = new URL(location, url);
    }
    throw new Error(`led in a ring: ${this.visited.join(' ')}`);
  }

  /** As a page of this origin does. */
  async call(url: URL | string, { method = 'GET', body }: { method?: string; body?: object } = {}): Promise<Response> {
    const { pathname, origin } = new URL(url);
    const sent = [...this.cookies].filter(([, { path }]) => pathname.startsWith(path));
    const answer = await fetch(url, {
      ...{ method, redirect: 'manual' },
      headers: {
        cookie: sent.map(([name, { value }]) => `${name}=${value}`).join('; '),
        'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
        ...(method !== 'GET' && { origin, 'sec-fetch-site': 'same-origin' }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    for (const cookie of answer.headers.getSetCookie()) this.keep(cookie);
    return answer;
  }

  holds(name: string): boolean {
    return this.cookies.has(name);
  }

  forget(name: string): void {
    this.cookies.delete(name);
  }

  private keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    const path = /;\s*path=([^;]+)/i.exec(cookie)?.[1] ?? '/';
    if (value === '' || /;\s*max-age=0/i.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, { value, path });
  }
}
