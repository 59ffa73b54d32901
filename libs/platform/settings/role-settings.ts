import { z } from 'zod';
import { flag, httpUrl, list, port, seconds, secret, wholeNumber } from './setting-kinds.ts';

/** The settings every role has. A role adds its own: `roleSettings.extend({ … })`. */
export const roleSettings = z.object({
  PARTICIPANT_ID: z.url().describe('The global URI that names this organisation in the network.'),
  PARTICIPANT_NAME: z.string().min(1).max(200).describe('The name people see.'),
  PUBLIC_URL: httpUrl()
    .optional()
    .describe('The address others reach this role under. Where absent, the address it listens on.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The network address to listen on.'),
  PORT: port()
    .optional()
    .describe('The port to listen on; 0 takes any free one. Where absent, the default of the role.'),
  TRUSTED_PROXY_COUNT: wholeNumber(0, 10)
    .prefault('0')
    .describe(
      'How many proxies stand before this role, each adding to X-Forwarded-For, and none can be gone past. ' +
        'A call counts as from the address they name; with 0, from the one that connects.',
    ),
  RUN: list(z.enum(['http', 'jobs']))
    .prefault('http,jobs')
    .describe('What this process does: answers calls (http), works off queues and timers (jobs), or both.'),
  PORTAL: flag().prefault('on').describe('Whether this role serves its pages: what people see in a browser.'),

  DATABASE_URL: secret(z.url({ protocol: /^postgres(ql)?$/ })).describe('The PostgreSQL database.'),
  DATABASE_SCHEMA: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,50}$/, 'must be a lower-case name of at most 51 letters, digits and _')
    .optional()
    .describe('The schema of this role, made at start if absent. Where absent, the name of the role with _ for -.'),
  DATABASE_POOL_SIZE: wholeNumber(2, 500).prefault('10').describe('The most connections to open to the database.'),
  DATABASE_STATEMENT_TIMEOUT_SECONDS: seconds().prefault('30').describe('A statement that takes longer is cancelled.'),
  DATABASE_LOCK_TIMEOUT_SECONDS: seconds().prefault('10').describe('A statement that waits longer for a lock fails.'),

  REDIS_URL: secret(z.url({ protocol: /^rediss?$/ }))
    .optional()
    .describe(
      'Redis, Valkey or any node of a Redis Cluster, for the queues; rediss:// for TLS. Where absent, they live in PostgreSQL.',
    ),
  QUEUE_LOCK_SECONDS: wholeNumber(1, 3600)
    .prefault('2')
    .describe('After this long without a sign of life from its worker, a job is given to another.'),

  KEYS_FOLDER: z.string().min(1).describe('The folder of the private keys, made at first start with mode 0700.'),
  KEY_OVERLAP_SECONDS: seconds()
    .prefault('3600')
    .describe('How long the trust list names a new key before it signs: all others have fetched the list by then.'),
  TRUST_LIST_URL: httpUrl().optional().describe('Where the trust registry publishes its list.'),
  TRUST_ROOTS_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('The public keys (JWK set) a trust list must be signed with.'),
  TRUST_LIST_CACHE_FILE: z.string().min(1).optional().describe('Where the last good trust list is kept.'),
  TRUST_LIST_REFRESH_SECONDS: seconds().prefault('300').describe('How often the trust list is fetched again.'),
  NETWORK_IS_LOCAL: flag()
    .prefault('false')
    .describe('Allows calls to private addresses and plain HTTP: for a network on one machine.'),
  NODE_ENV: z
    .string()
    .max(50)
    .optional()
    .describe('`production`, as the image sets it, refuses whatever is for a demo alone.'),
  DEMO_SIGN_IN: flag()
    .prefault('false')
    .describe(
      'Lets anyone sign in as anyone, for a demo on one machine: only with NETWORK_IS_LOCAL, HOST and PUBLIC_URL of this ' +
        'machine alone, no proxy, and NODE_ENV other than production.',
    ),
  CLOCK_SKEW_SECONDS: seconds().prefault('60').describe('How far the clocks of two participants may differ.'),

  EVENT_RETRY_DAYS: wholeNumber(1, 365)
    .prefault('14')
    .describe('How long an event is pushed to a receiver that is away.'),

  AUDIT_TRAIL: flag()
    .prefault('on')
    .describe('Whether the audit trail is kept. Off only to measure what it costs, with NETWORK_IS_LOCAL.'),
  TRAIL_CHECKPOINT_SECONDS: wholeNumber(1, 3600)
    .prefault('10')
    .describe('How often a checkpoint of the audit trail is signed where it has grown.'),
  TRAIL_WITNESS_SECONDS: wholeNumber(1, 86_400)
    .prefault('300')
    .describe('How often the newest checkpoint is handed to the participants that new entries name, and the registry.'),

  CALLS_PER_PARTICIPANT_PER_MINUTE: wholeNumber(1, 100_000_000)
    .prefault('120000')
    .describe('How many signed calls one participant may make in a minute, over all replicas.'),
  CALLS_PER_CLIENT_ADDRESS_PER_MINUTE: wholeNumber(1, 100_000_000)
    .prefault('120000')
    .describe(
      'How many calls without credentials of their own one address may make in a minute, over all replicas, and as many ' +
        'whose credentials do not hold; beyond those, all its calls with credentials are refused for that minute.',
    ),

  BODY_LIMIT_BYTES: wholeNumber(1024, 67_108_864).prefault('1048576').describe('The largest body a call may carry.'),
  REQUEST_TIMEOUT_SECONDS: wholeNumber(1, 3600).prefault('30').describe('A call must have arrived whole by then.'),
  STOP_TIMEOUT_SECONDS: seconds().prefault('10').describe('How long running calls and jobs may take to end at a stop.'),

  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('What to log.'),
  LOG_FILE: z.string().min(1).optional().describe('Where to log to. Where absent, to standard error.'),

  METRICS_PORT: port()
    .optional()
    .describe('Serves figures for Prometheus on this port of HOST (GET /metrics). Where absent, there are none.'),
  TRACES_URL: httpUrl()
    .optional()
    .describe('The OpenTelemetry collector that traces go to (OTLP over HTTP). Where absent, there are none.'),
  TRACES_RATIO: z
    .string()
    .regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'must be a number from 0 to 1')
    .transform(Number)
    .prefault('1')
    .describe('Of the traces that begin here, the share that is kept.'),

  API_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('The file with the key of the API for own systems; made at first start, mode 0600.'),

  MESSENGER: z
    .enum(['smtp', 'outbox'])
    .default('outbox')
    .describe('How people are written to: by mail, or into a local folder.'),
  SMTP_URL: secret(z.url({ protocol: /^smtps?$/ }))
    .optional()
    .describe('The mail server, with user and password where needed.'),
  SMTP_FROM: z.string().min(3).optional().describe('The sender of mails.'),
  OUTBOX_FOLDER: z
    .string()
    .min(1)
    .optional()
    .describe('The folder messages are written to, one JSON file each, mode 0600.'),
});

export type RoleSettings = z.output<typeof roleSettings>;

/** Injection token of the parsed settings of the running role. */
export const SETTINGS = Symbol('settings');
