/**
 * The folder in which all that a run of tests leaves behind lies: its servers, their data, its temporary files. A run
 * that was killed leaves it to the next one, which takes away only what this account's own runs left: the temporary
 * folder belongs to everybody. Plain JavaScript, because Jest loads its global set-up untransformed.
 */
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, isAbsolute, join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { spawnSync } from 'node:child_process';
import { processMark } from '../../dist/libs/platform/src/embedded/process-mark.js';
import { hubFolders } from '../../dist/libs/platform/src/embedded/place.js';
import { isOfThisAccount, isOwnFolder } from '../../dist/libs/platform/src/own-folder.js';
import { removeFolder, temporaryFolder } from '../../dist/libs/platform/src/remove-folder.js';

const PREFIX = 'hub-tests-';
const MARK = 'run-of-tests.json';
/** The names of programs that tests start as servers. */
const SERVERS = ['postgres', 'redis-server', 'redis-check-rdb'];

/** Makes the run's folder, with `tmp` in it for its temporary files, and marks it with the process that runs. */
export function openState() {
  // Root's database runs as another account, which must get through.
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  const state = temporaryFolder('tests', mode);
  mkdirSync(join(state, 'tmp'), { mode });
  const mark = { pid: process.pid, started: processMark(process.pid) };
  writeFileSync(join(state, MARK), JSON.stringify(mark), { mode: 0o600, flag: 'wx' });
  return state;
}

/** Folders of this account's runs whose process is gone. */
export function leftOver() {
  const parent = realpathSync(tmpdir());
  return readdirSync(parent)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(parent, name))
    .filter((folder) => isOwnFolder(folder) && isOver(folder));
}

/** @returns false also where no run of this account wrote the mark */
function isOver(state) {
  try {
    const file = join(state, MARK);
    const entry = lstatSync(file);
    if (!entry.isFile() || !isOfThisAccount(entry)) return false;
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && typeof started === 'string' && processMark(pid) !== started;
  } catch {
    return false;
  }
}

/** Stops every server that works in that run's folder, and removes the folder. */
export async function clearAway(state) {
  const apart = clusterApart(state);
  const folders = [state, ...(apart ? [apart] : [])];
  await Promise.all(serversIn(folders).map(stop));
  if (apart) removeFolder(apart, { inside: dirname(apart) });
  removeFolder(state, { marked: MARK });
}

/**
 * The folder that the hub made for the run's cluster where the database's account can't reach the run's own.
 * @returns null also where the note names any other place
 */
function clusterApart(state) {
  try {
    const { folder } = JSON.parse(readFileSync(join(state, 'cluster.json'), 'utf8'));
    if (!isAbsolute(folder)) return null;
    const made = dirname(folder);
    return hubFolders().includes(dirname(made)) && isOwnFolder(dirname(made)) && isOwnFolder(made)
      ? made
      : null;
  } catch {
    return null;
  }
}

/**
 * Servers that work in one of those folders, by what the system says of the processes: a number in a file is believed
 * by nobody. Where a server has children of its own program, only the parent is told to stop.
 */
function serversIn(folders) {
  const found = process.platform === 'linux' ? fromProc(folders) : fromList(folders);
  const pids = new Set(found.map(({ pid }) => pid));
  return found.filter(({ parent }) => !pids.has(parent)).map(({ pid }) => pid);
}

function fromProc(folders) {
  const within = (path) => folders.some((folder) => path.startsWith(folder + sep));
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1 && SERVERS.includes(programOf(pid)) && within(linkOf(`/proc/${pid}/cwd`)))
    .map((pid) => ({ pid, parent: parentOf(pid) }));
}

const programOf = (pid) => basename(linkOf(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, ''));

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

function fromList(folders) {
  const { stdout } = spawnSync('ps', ['-axww', '-o', 'pid=,ppid=,command='], { encoding: 'utf8' });
  return (stdout ?? '').split('\n').flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    const ours =
      pid && /postgres|redis-server/.test(command) && folders.some((one) => command.includes(one + sep));
    return ours ? [{ pid: Number(pid), parent: Number(parent) }] : [];
  });
}

function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

async function stop(pid) {
  const mark = processMark(pid);
  for (const [signal, patience] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
  ]) {
    if (mark === null || processMark(pid) !== mark) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < patience && processMark(pid) === mark; waited += 50) await pause(50);
  }
}
