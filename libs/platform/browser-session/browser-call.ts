import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

type Headers = FastifyRequest['headers'];

/** What the headers of a call say of the page it came from. A caller that is no browser can write them as it likes. */
export interface BrowserCall {
  readonly origin: string | undefined;
  readonly host: string | undefined;
  /** `Sec-Fetch-Site` */
  readonly site: string | undefined;
  /** `User-Agent` */
  readonly agent: string | undefined;
}

export function browserCallOf(headers: Headers): BrowserCall {
  const site = headers['sec-fetch-site'];
  return {
    origin: headers.origin,
    host: headers.host,
    site: Array.isArray(site) ? site.join() : site,
    agent: headers['user-agent'],
  };
}

/** The page a call came from. */
export const FromBrowser = createParamDecorator(
  (_data: unknown, context: ExecutionContext): BrowserCall =>
    browserCallOf(context.switchToHttp().getRequest<FastifyRequest>().headers),
);
