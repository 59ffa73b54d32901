import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import type { PoolConfig } from 'pg';
import type { SqlDescription } from './sql-description.ts';

/** Everything comes as the text PostgreSQL wrote: no figure passes through a number on its way. */
const asText = { getTypeParser: () => (text: string) => text };

const isLocal = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/** @throws Error, without quoting it, where the address is none or leaves open whether the connection is encrypted */
export async function readPoolOptions(description: SqlDescription, connections: number): Promise<PoolConfig> {
  const file = description.databaseUrlFile;
  const url = parseUrl((await readFile(file, 'utf8')).trim());
  if (url === undefined) throw new Error(`${file} holds no postgresql:// address`);
  const host = url.searchParams.get('host') ?? url.hostname.replace(/^\[|\]$/g, '');
  const others = [...url.searchParams.keys()].filter((name) => name !== 'host');
  if (others.length > 0) throw new Error(`${file}: ${others.join(', ')} is to be said in the sources file, not there`);
  const isSocket = host.startsWith('/');
  if (description.tls === undefined && !isSocket && !isLocal(host)) {
    throw new Error('tls: the database is on another machine; say true, or false to go without');
  }
  const ssl = isSocket ? false : await readTls(description.tls, host);
  return {
    host,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    ssl,
    types: asText,
    max: connections,
    application_name: 'assent record source',
    connectionTimeoutMillis: description.connectTimeoutMilliseconds,
    statement_timeout: description.statementTimeoutMilliseconds,
    lock_timeout: description.statementTimeoutMilliseconds,
    idle_in_transaction_session_timeout: description.idleTimeoutMilliseconds,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options: '-c default_transaction_read_only=on -c DateStyle=ISO -c TimeZone=UTC -c extra_float_digits=1',
  };
}

function parseUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'postgresql:' || url.protocol === 'postgres:' ? url : undefined;
}

async function readTls(tls: SqlDescription['tls'], host: string): Promise<ConnectionOptions | false> {
  if (tls === undefined || tls === false) return false;
  const { caFile, certificateFile, keyFile, serverName } = tls === true ? {} : tls;
  const name = serverName ?? (isIP(host) === 0 ? host : undefined);
  return {
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ...(name === undefined ? {} : { servername: name }),
    ...(caFile === undefined ? {} : { ca: await readFile(caFile, 'utf8') }),
    ...(certificateFile === undefined ? {} : { cert: await readFile(certificateFile, 'utf8') }),
    ...(keyFile === undefined ? {} : { key: await readFile(keyFile, 'utf8') }),
  };
}
