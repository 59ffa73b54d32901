import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { describe, expect, it, test } from 'vitest';
import { ClientAddress, clientPlace } from './client-address.ts';
import { createHttpAdapter } from './http-adapter.ts';

describe('the place an address stands for', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['192.0.2.7:5678', 'unreadable'],
    ['nobody', 'unreadable'],
    ['', 'unreadable'],
  ])('%s is %s', (address, place) => expect(clientPlace(address)).toBe(place));
});

@Controller()
class Mirror {
  @Get()
  look(@ClientAddress() place: string): { place: string } {
    return { place };
  }
}

@Module({ controllers: [Mirror] })
class MirrorModule {}

/** What a role takes for the caller's address, behind so many proxies. */
async function seen(TRUSTED_PROXY_COUNT: number, forwarded: string | undefined): Promise<string> {
  const settings = { BODY_LIMIT_BYTES: 1024, REQUEST_TIMEOUT_SECONDS: 5, TRUSTED_PROXY_COUNT };
  const adapter = createHttpAdapter(settings, pino({ level: 'silent' }));
  const app = await NestFactory.create<NestFastifyApplication>(MirrorModule, adapter, { logger: false });
  try {
    await app.listen(0, '127.0.0.1');
    const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
    const answer = await fetch(await app.getUrl(), { headers });
    return ((await answer.json()) as { place: string }).place;
  } finally {
    await app.close();
  }
}

test.each([
  ['no proxy, nothing said', 0, undefined, '127.0.0.1'],
  ['no proxy: what the caller says of itself is not heard', 0, '198.51.100.9', '127.0.0.1'],
  ['one proxy: the last entry, which it wrote', 1, '198.51.100.9, 192.0.2.7', '192.0.2.7'],
  ['two proxies: the last but one', 2, '198.51.100.9, 192.0.2.7, 10.0.0.2', '192.0.2.7'],
  ['one proxy that said nothing: the proxy itself', 1, undefined, '127.0.0.1'],
  ['two proxies, and a call past the first: no further than what is there', 2, '192.0.2.7', '192.0.2.7'],
])('%s', async (_what, proxies, forwarded, place) => expect(await seen(proxies, forwarded)).toBe(place));
