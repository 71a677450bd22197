import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  type Stats,
} from 'node:fs';
import { homedir, tmpdir, userInfo } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOfThisAccount, isOwnFolder } from './own-folder.js';
import { StartError } from './start-error.js';

/** Each takes away something at least, where another process removes from the same folder. */
const MOST_TRIES = 1_000;

/** Folders that this very process made, each with what tells it from a later one of that name. */
const made = new Map<string, string>();

/**
 * Makes a private folder of this process in the temporary folder of the machine.
 * @param name what it is for: it is called `hub-<name>-` and six characters of chance
 * @param mode 0o711 where another account (root's database runs as one) must get through it
 * @returns its real path, absolute; `removeFolder` takes it away again
 */
export function temporaryFolder(name: string, mode = 0o700): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), `hub-${name}-`));
  if (mode !== 0o700) chmodSync(folder, mode);
  return remember(folder);
}

/**
 * Makes one folder that must not be there yet, with exactly this mode, which this process may later remove.
 * @throws the file system's error, EEXIST for one: what was there before is never taken for ours
 */
export function newFolder(folder: string, mode = 0o700): string {
  mkdirSync(folder, { mode });
  chmodSync(folder, mode);
  return remember(realpathSync(folder));
}

function remember(folder: string): string {
  made.set(folder, identity(lstatSync(folder)));
  return folder;
}

const identity = ({ dev, ino }: Stats): string => `${dev}:${ino}`;

/** Why a folder is the hub's, where an earlier process made it. */
export type Claim =
  | {
      /** A folder of the hub's own, real and absolute: what lies in it may be removed whoever of the hub made it. */
      inside: string;
    }
  | {
      /** Name of a file in the folder, by which a process of this account marked the private folder as its own. */
      marked: string;
    };

/**
 * The one recursive removal of product, tests and benchmarks. It takes the absolute, real path of a folder that this
 * very process made (`temporaryFolder`, `newFolder`), of one inside a folder of the hub's own, or of one that bears the
 * hub's mark, and refuses all else: a checkout, a home, a folder that holds either, the temporary and shared folders of
 * the machine, a relative path, a path through a link. Where nothing is there nothing happens.
 * @param claim why it is ours, where an earlier process of the hub made it
 * @throws StartError naming the path and the reason; nothing was removed, or something is still written there
 */
export function removeFolder(path: string, claim?: Claim): void {
  const reason = refusal(path, claim);
  if (reason) throw new StartError(`${path} is not removed: ${reason}`);
  // A file that its own process takes away meanwhile ends the removal early, and Node 24 does not say so: seen, not told.
  for (let tries = MOST_TRIES; tries > 0 && existsSync(path); tries--)
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
  if (existsSync(path))
    throw new StartError(`${path} could not be removed whole: somebody still writes to it`);
  made.delete(path);
}

/** Why `removeFolder` would refuse that path; null where it would remove it, or where nothing is there. */
export function refusal(path: string, claim?: Claim): string | null {
  const shape = misshapen(path);
  if (shape) return shape;
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (!entry) return null;
  if (realpathSync(path) !== path) return 'the path goes through a link';
  if (!entry.isDirectory()) return 'it is not a folder';
  const own = made.get(path) === identity(entry);
  const guarded = protectedFolder(path);
  if (guarded) return guarded;
  if (own) return null;
  if (!claim) return 'this process did not make it';
  if (existsSync(join(path, '.git'))) return 'it is a checkout';
  return 'inside' in claim ? notInside(path, claim.inside) : notMarked(path, claim.marked);
}

function misshapen(path: string): string | null {
  if (!isAbsolute(path)) return 'the path is not absolute';
  return resolve(path) === path ? null : 'the path is not written plainly';
}

function notInside(path: string, inside: string): string | null {
  const shape = misshapen(inside);
  if (shape) return `it is claimed by ${inside}, and ${shape}`;
  if (!isWithin(path, inside) || path === inside) return `it is not inside ${inside}`;
  // A data folder may be somebody's home or the folder that the hub was started in: then its own record says so.
  if (existsSync(join(inside, 'cluster.json')) && !isShared(inside)) return null;
  const guarded = protectedFolder(inside);
  return guarded ? `it is claimed by ${inside}, and ${guarded}` : null;
}

function notMarked(path: string, mark: string): string | null {
  if (!isOwnFolder(path)) return 'it is not a private folder of this account';
  const file = lstatSync(join(path, mark), { throwIfNoEntry: false });
  const own = file?.isFile() && isOfThisAccount(file) && (file.mode & 0o022) === 0;
  return own && dirname(mark) === '.' ? null : 'it bears no mark of the hub';
}

/** Why a folder is never removed, whoever made it; null where nothing speaks against it. */
function protectedFolder(path: string): string | null {
  if (isShared(path)) return 'it is a folder of the whole machine';
  for (const home of homes()) if (isWithin(home, path)) return 'it is a home, or holds one';
  if (['/home', '/Users'].includes(dirname(path))) return 'it is a home';
  const code = dirname(fileURLToPath(import.meta.url));
  if (isWithin(code, path)) return 'it is the checkout: the program itself lies in it';
  const standing = workingFolder();
  if (standing && isWithin(standing, path)) return 'it is the folder that we work in, or holds it';
  return null;
}

/** The root, what stands right below it, the temporary folders, those that services share, and what holds them. */
function isShared(path: string): boolean {
  if (dirname(path) === path || dirname(dirname(path)) === dirname(path)) return true;
  return [tmpdir(), '/tmp', '/var/tmp', '/var/lib', '/usr/local', '/etc'].some((shared) =>
    isWithin(existsSync(shared) ? realpathSync(shared) : shared, path),
  );
}

/** null where the folder in which we were started is gone. */
function workingFolder(): string | null {
  try {
    return realpathSync(process.cwd());
  } catch {
    return null;
  }
}

function homes(): string[] {
  const named = [homedir(), process.env['HOME'], process.env['USERPROFILE'], ownHome()];
  return named
    .filter((home): home is string => !!home && isAbsolute(home))
    .map((home) => (existsSync(home) ? realpathSync(home) : resolve(home)));
}

/** The account's home by the system's own list, whatever the environment says. */
function ownHome(): string | undefined {
  try {
    return userInfo().homedir;
  } catch {
    return undefined;
  }
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith(`..${sep}`) && way !== '..' && !isAbsolute(way));
}
