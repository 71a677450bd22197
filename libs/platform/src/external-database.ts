import type { Settings } from './config.js';
import type { DatabaseServer, ServerVersion } from './database-server.js';
import { roleName, type DatabaseRole } from './database-roles.js';
import { errorCode, StartError } from './start-error.js';

export const OLDEST_VERSION = 15;
export const NEWEST_VERSION = 18;

type Addresses = Pick<Settings, 'databaseUrl' | 'roleUrls'>;

/** A server of one's own. It is checked once, on the first address there is, and never stopped by us. */
export async function openExternal(
  addresses: Addresses,
  serverVersion: ServerVersion,
): Promise<DatabaseServer> {
  const [name, url] = firstAddress(addresses);
  const version = await serverVersion(url).catch((error: unknown) => {
    throw connectionFailure(error, name, url);
  });
  checkVersion(version, name);
  return {
    get adminUrl(): string {
      if (addresses.databaseUrl !== null) return addresses.databaseUrl;
      throw new StartError('DATABASE_URL is needed for this: it must be allowed to create schemas and roles');
    },
    urlFor: (role) => urlFor(role, addresses),
    logins: null,
    version,
    started: false,
    stop: () => Promise.resolve(),
  };
}

/**
 * The role's own address where one is given; otherwise DATABASE_URL, taking on the role as the connection starts, so
 * that even one shared login works within each role's grants.
 */
function urlFor(role: DatabaseRole, { databaseUrl, roleUrls }: Addresses): string {
  const own = roleUrls[role];
  if (own) return own;
  const name = `DATABASE_URL_${role.toUpperCase()}`;
  if (databaseUrl === null) throw new StartError(`${name} (or DATABASE_URL) is not set`);
  const url = new URL(databaseUrl);
  const options = [url.searchParams.get('options'), `-c role=${roleName(role)}`].filter(Boolean).join(' ');
  url.searchParams.set('options', options);
  // A space must travel as %20: drivers don't read the plus sign that forms use for it.
  url.search = url.search.replaceAll('+', '%20');
  return url.href;
}

function firstAddress({ databaseUrl, roleUrls }: Addresses): [name: string, url: string] {
  if (databaseUrl !== null) return ['DATABASE_URL', databaseUrl];
  const [role, url] = Object.entries(roleUrls)[0] ?? [];
  if (!role || !url) throw new StartError('DATABASE_URL is not set');
  return [`DATABASE_URL_${role.toUpperCase()}`, url];
}

function checkVersion(version: number, name: string): void {
  if (version >= OLDEST_VERSION && version <= NEWEST_VERSION) return;
  const range = `PostgreSQL ${OLDEST_VERSION} to ${NEWEST_VERSION}`;
  throw new StartError(`${name}: the server is PostgreSQL ${version}, and the hub needs ${range}`);
}

/** A driver's error as one line that names host, port and database and neither user nor password. */
function connectionFailure(error: unknown, name: string, address: string): StartError {
  const { hostname, port, pathname } = new URL(address);
  const code = errorCode(error) ?? '';
  const where = `${hostname}:${port || '5432'}`;
  const reasons: Record<string, string> = {
    ECONNREFUSED: `nothing answers at ${where}`,
    ENOTFOUND: `the host ${hostname} is not known`,
    EAI_AGAIN: `the host ${hostname} is not known`,
    ETIMEDOUT: `${where} does not answer in time`,
    EHOSTUNREACH: `${where} can't be reached`,
    ENETUNREACH: `${where} can't be reached`,
    ECONNRESET: `${where} closed the connection; it may not be a PostgreSQL server`,
    '28P01': `${where} does not accept this user and password`,
    '28000': `${where} does not let this user in`,
    '3D000': `${where} has no database ${pathname.slice(1)}`,
    '53300': `${where} has no connection to spare`,
    '57P03': `${where} is starting or stopping; try again in a moment`,
  };
  const reason = reasons[code] ?? `${where} can't be used${code ? ` (${code})` : ''}`;
  return new StartError(`${name}: ${reason}`, { cause: error });
}
