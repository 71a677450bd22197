import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { DATABASE_ROLES, type DatabaseRole } from './database-roles.js';
import { StartError } from './start-error.js';

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Every setting of every process, read from the environment once. */
export interface Settings {
  /** PORT: where the hub listens. */
  port: number;
  /** HOST: the address it listens on; the default is reachable from this machine only. */
  host: string;
  /** HUB_DATA_DIR, absolute: what the hub keeps on this machine (the embedded database and its state). */
  dataDir: string;
  /** DATABASE_URL: a PostgreSQL server of one's own; null = embedded (unless a role has an address of its own). */
  databaseUrl: string | null;
  /** DATABASE_URL_INTAKE and so on: the role's own login, so that a process need not hold the owner's. */
  roleUrls: Partial<Record<DatabaseRole, string>>;
  /** REDIS_URL: run the queue on Redis; null = on PostgreSQL. */
  redisUrl: string | null;
  /** HUB_DEMO: load the demonstration city; unless said, into an embedded database with nothing in it, and into no other. */
  demo: 'on' | 'off' | 'if-new';
  /** HUB_REFINE: read comments with the sentence model in the background; off = the coder learns from words alone. */
  refine: boolean;
  /** HUB_TRUST_PROXY: proxies in front, whose word on client and protocol is believed; empty = nobody's. */
  trustProxy: string[];
  /** HUB_ALLOW_PRIVATE_PULL: pulls may ask loopback and private addresses. */
  allowPrivatePull: boolean;
  /** HUB_METRICS: where Prometheus may ask for `/metrics`; null = nowhere. */
  metrics: { host: string; port: number } | null;
  /** HUB_TRACES, HUB_TRACES_SHARE: the OpenTelemetry collector that is told of spans, and of which part of them; null = nobody is. */
  traces: { url: string; share: number } | null;
  /** HUB_MAIL, HUB_MAIL_FROM, HUB_ADDRESS: how what waits for people is mailed to those who wish it; null = not at all. */
  mail: MailSettings | null;
  /** HUB_ADDRESS: public address of the hub, for short addresses in print and links in mails; null where it is not said. */
  address: string | null;
  /** LOG_LEVEL: the least severe line that is written. */
  logLevel: LogLevel;
}

export interface MailSettings {
  /** Address of the mail server, with what it asks for to be used. */
  url: string;
  /** Sender of the mails. */
  from: string;
  /** Public address of the hub, for links; null where it is not said. */
  address: string | null;
}

type Environment = Record<string, string | undefined>;

/**
 * Reads the settings. An empty variable counts as absent.
 * @throws StartError naming the variable, and never its value where that may hold a password.
 */
export function readSettings(env: Environment = process.env, cwd: string = process.cwd()): Settings {
  const roleUrls: Partial<Record<DatabaseRole, string>> = {};
  for (const role of DATABASE_ROLES) {
    const url = address(env, `DATABASE_URL_${role.toUpperCase()}`, POSTGRES);
    if (url) roleUrls[role] = url;
  }
  const databaseUrl = address(env, 'DATABASE_URL', POSTGRES);
  const embedded = databaseUrl === null && Object.keys(roleUrls).length === 0;
  return {
    port: port(env),
    host: host(env),
    dataDir: resolve(cwd, env.HUB_DATA_DIR || join(cwd, '.hub-data')),
    databaseUrl,
    roleUrls,
    redisUrl: address(env, 'REDIS_URL', REDIS),
    demo: choice(env, 'HUB_DEMO', ['on', 'off'], embedded ? 'if-new' : 'off'),
    refine: choice(env, 'HUB_REFINE', ['on', 'off'], 'on') === 'on',
    trustProxy: proxies(env),
    allowPrivatePull: choice(env, 'HUB_ALLOW_PRIVATE_PULL', ['on', 'off'], 'off') === 'on',
    metrics: metricsAddress(env),
    traces: traces(env),
    mail: mail(env),
    address: publicAddress(env),
    logLevel: choice(env, 'LOG_LEVEL', LOG_LEVELS, 'warn'),
  };
}

interface Kind {
  what: string;
  protocols: string[];
  example: string;
}

const POSTGRES: Kind = {
  what: 'PostgreSQL',
  protocols: ['postgres:', 'postgresql:'],
  example: 'postgres://user:password@host:5432/database',
};
const REDIS: Kind = { what: 'Redis', protocols: ['redis:', 'rediss:'], example: 'redis://host:6379' };

function address(env: Environment, name: string, kind: Kind): string | null {
  const value = env[name];
  if (!value) return null;
  const parsed = URL.canParse(value) ? new URL(value) : null;
  if (!parsed || !kind.protocols.includes(parsed.protocol) || !parsed.hostname) {
    throw new StartError(`${name} is not a ${kind.what} address; it should look like ${kind.example}`);
  }
  return value;
}

const SMTP: Kind = {
  what: 'mail server',
  protocols: ['smtp:', 'smtps:'],
  example: 'smtps://user:password@host',
};
const PUBLIC: Kind = { what: 'public', protocols: ['https:', 'http:'], example: 'https://hub.example.org' };

function mail(env: Environment): MailSettings | null {
  const url = address(env, 'HUB_MAIL', SMTP);
  const from = env.HUB_MAIL_FROM || null;
  if (url === null) return null;
  if (from === null || !/^[^\s@]+@[^\s@]+$/.test(from))
    throw new StartError('HUB_MAIL_FROM must be the e-mail address that HUB_MAIL sends from');
  return { url, from, address: publicAddress(env) };
}

const publicAddress = (env: Environment): string | null =>
  address(env, 'HUB_ADDRESS', PUBLIC)?.replace(/\/+$/, '') ?? null;

function port(env: Environment): number {
  const value = env.PORT || '3000';
  const number = Number(value);
  if (!/^\d{1,5}$/.test(value) || number > 65_535) {
    throw new StartError('PORT must be a whole number from 0 to 65535 (0 = any free port)');
  }
  return number;
}

function host(env: Environment): string {
  const value = env.HOST || '127.0.0.1';
  if (isIP(value) === 0 && !/^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/i.test(value)) {
    throw new StartError('HOST must be an IP address or a host name, for example 127.0.0.1 or 0.0.0.0');
  }
  return value;
}

const COLLECTOR: Kind = {
  what: 'collector',
  protocols: ['http:', 'https:'],
  example: 'http://127.0.0.1:4318',
};

function traces(env: Environment): Settings['traces'] {
  const url = address(env, 'HUB_TRACES', COLLECTOR);
  const share = Number(env.HUB_TRACES_SHARE || '1');
  if (!(share > 0 && share <= 1))
    throw new StartError('HUB_TRACES_SHARE must be a part of all traces, above 0 and at most 1');
  return url === null ? null : { url, share };
}

/** `127.0.0.1:9464`, `[::1]:9464`, or a host's name. */
function metricsAddress(env: Environment): Settings['metrics'] {
  const value = env.HUB_METRICS;
  if (!value) return null;
  const [, bracketed, plain, number] = /^(?:\[([0-9a-f:]+)\]|([^:\s]+)):(\d{1,5})$/i.exec(value) ?? [];
  const named = bracketed ?? plain;
  if (!named || Number(number) > 65_535)
    throw new StartError('HUB_METRICS must be an address and a port, for example 127.0.0.1:9464');
  return { host: host({ HOST: named }), port: Number(number) };
}

/** Addresses, networks as `10.0.0.0/8`, or the names of the private ones. */
function proxies(env: Environment): string[] {
  const listed = (env.HUB_TRUST_PROXY ?? '').split(',').map((one) => one.trim());
  const all = listed.filter(Boolean);
  const isKnown = (one: string): boolean => {
    const [address = '', bits] = one.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= most);
    return ['loopback', 'linklocal', 'uniquelocal'].includes(one) || (isIP(address) !== 0 && fits);
  };
  if (!all.every(isKnown))
    throw new StartError(
      'HUB_TRUST_PROXY must list addresses or networks of proxies, for example 127.0.0.1 or 10.0.0.0/8',
    );
  return all;
}

function choice<T extends string, U extends string>(
  env: Environment,
  name: string,
  allowed: readonly T[],
  otherwise: U,
): T | U {
  const value = env[name];
  if (!value) return otherwise;
  const found = allowed.find((one) => one === value.toLowerCase());
  if (!found) throw new StartError(`${name} must be one of: ${allowed.join(', ')}`);
  return found;
}
