// Loaded before a process's own code (node --import): counts what it asks of node:crypto and of PostgreSQL, and the
// calls it answers.
// SIGUSR2 writes the counts to the file named by BENCH_COUNTS_FILE.
import crypto from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import { renameSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import pg from 'pg';

const counts = { signatures: 0, verifications: 0, keyAgreements: 0, callsServed: 0, statements: 0 };

type AnyFunction = (...args: never[]) => unknown;

function counting<F extends AnyFunction>(counted: F, name: keyof typeof counts): F {
  return ((...args: never[]) => {
    counts[name] += 1;
    return counted(...args);
  }) as F;
}

const { sign, verify, diffieHellman } = crypto;
Object.assign(crypto, {
  sign: counting(sign as AnyFunction, 'signatures'),
  verify: counting(verify as AnyFunction, 'verifications'),
  diffieHellman: counting(diffieHellman as AnyFunction, 'keyAgreements'),
});
syncBuiltinESMExports();

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function counted(this: pg.Client, ...args: never[]) {
  counts.statements += 1;
  return (query as AnyFunction).apply(this, args);
} as typeof query;

subscribe('http.server.request.start', () => {
  counts.callsServed += 1;
});

const file = process.env['BENCH_COUNTS_FILE'];
if (file !== undefined) {
  process.on('SIGUSR2', () => {
    writeFileSync(`${file}.new`, JSON.stringify(counts));
    renameSync(`${file}.new`, file);
  });
}
