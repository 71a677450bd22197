import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { removeFolder, StartError, temporaryFolder } from '#platform';
import { reachableFolder } from '../../libs/platform/src/embedded/place.js';
import { runScript } from '../support/child.js';

const asRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
/** Far above any number that a system gives to a process. */
const GONE = 2_147_483_646;
const setUp = pathToFileURL(join(process.cwd(), 'tests', 'support', 'global-setup.mjs')).href;
const tearDown = pathToFileURL(join(process.cwd(), 'tests', 'support', 'global-teardown.mjs')).href;

let root: string;
let tmp: string;
let victim: string;
let bystander: ChildProcess;
beforeEach(() => {
  root = temporaryFolder('strangers', 0o711);
  tmp = join(root, 'tmp');
  mkdirSync(tmp);
  victim = join(root, 'home', 'work', 'postgres');
  mkdirSync(victim, { recursive: true });
  writeFileSync(join(victim, 'kept'), '');
  bystander = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
});
afterEach(() => {
  bystander.kill('SIGKILL');
  removeFolder(root);
});

interface Note {
  name?: string;
  mode?: number;
  owner?: number;
  /** What the mark says; null = there is none. */
  mark?: object | null;
  /** Where the note says that the cluster is. */
  cluster?: string;
}

/** A folder as a run of tests leaves it when it is killed, pointing at what is none of its business. */
function plant({ name = `hub-tests-${GONE}`, mode = 0o700, owner, mark, cluster = victim }: Note): string {
  const note = join(tmp, name);
  mkdirSync(join(note, 'servers'), { recursive: true });
  writeFileSync(join(note, 'cluster.json'), JSON.stringify({ folder: cluster, port: 1 }));
  writeFileSync(join(note, 'servers', String(bystander.pid)), '');
  writeFileSync(join(victim, 'postmaster.pid'), `${bystander.pid}\n`);
  if (mark !== null)
    writeFileSync(join(note, 'run-of-tests.json'), JSON.stringify(mark ?? { pid: GONE, started: '1' }), {
      mode: 0o600,
    });
  chmodSync(note, mode);
  if (owner !== undefined) {
    chownSync(join(note, 'run-of-tests.json'), owner, owner);
    chownSync(note, owner, owner);
  }
  return note;
}

/** Set-up and end of a run of tests in that temporary folder, which start nothing. */
async function run(): Promise<string[]> {
  const child = runScript(
    `
    await (await import(${JSON.stringify(setUp)})).default();
    report({ state: process.env.HUB_TEST_STATE });
    await (await import(${JSON.stringify(tearDown)})).default();
    process.exit();`,
    { TMPDIR: tmp, HUB_TEST_STATE: '', HUB_TEST_TMPDIR: '' },
  );
  const { state } = (await child.next()) as { state: string };
  expect(await child.ended).toBe(0);
  expect(dirname(state)).toBe(tmp);
  expect(existsSync(state)).toBe(false);
  return readdirSync(tmp);
}

const bystanderLives = (): boolean => bystander.exitCode === null && bystander.signalCode === null;

describe('a run of tests takes no orders from what lies in the temporary folder', () => {
  it.each<[string, Note]>([
    ['a folder without a mark', { mark: null }],
    ['one that others may write to', { mode: 0o777 }],
    ['one that others may look into', { mode: 0o755 }],
    ['a mark that names no process', { mark: {} }],
    ['a name of the new kind', { name: 'hub-tests-abcdef', mode: 0o755 }],
  ])('%s', async (_, note) => {
    const planted = plant(note);
    expect(await run()).toEqual([planted.slice(tmp.length + 1)]);
    expect(readdirSync(planted).length).toBeGreaterThan(1);
    expect(readdirSync(victim).sort()).toEqual(['kept', 'postmaster.pid']);
    expect(bystanderLives()).toBe(true);
  });

  it('a link to a folder of one’s own', async () => {
    const target = join(root, 'hub-tests-linked');
    plant({ name: '../hub-tests-linked' });
    symlinkSync(target, join(tmp, 'hub-tests-linked'));
    expect(await run()).toEqual(['hub-tests-linked']);
    expect(existsSync(join(target, 'run-of-tests.json'))).toBe(true);
  });

  (asRoot ? it : it.skip)('a folder of another account, marked as the real ones are', async () => {
    plant({ owner: NOBODY });
    expect(await run()).toHaveLength(1);
    expect(readdirSync(victim)).toContain('kept');
    expect(bystanderLives()).toBe(true);
  });

  it('but clears away what a killed run of this account left, and only that', async () => {
    plant({});
    expect(await run()).toEqual([]);
    expect(readdirSync(victim).sort()).toEqual(['kept', 'postmaster.pid']);
    expect(bystanderLives()).toBe(true);
  });

  it('and leaves alone what a living run of this account uses', async () => {
    const other = runScript(
      `await (await import(${JSON.stringify(setUp)})).default();
       report({ state: process.env.HUB_TEST_STATE });
       await told();`,
      { TMPDIR: tmp },
    );
    const { state } = (await other.next()) as { state: string };
    expect(await run()).toEqual([state.slice(tmp.length + 1)]);
    await other.kill();
    expect(await run()).toEqual([]);
  });
});

describe('a folder of the hub’s name that was there before', () => {
  const place = (name: string): string => join(tmp, name, 'co-operative-brain');
  beforeEach(() => ['one', 'two', 'three'].forEach((name) => mkdirSync(join(tmp, name))));

  it('is passed over where others may write to it, or where it is a link', () => {
    mkdirSync(place('one'));
    chmodSync(place('one'), 0o777);
    symlinkSync(victim, place('two'));
    const folders = ['one', 'two', 'three'].map(place);
    expect(reachableFolder(null, folders)).toBe(folders[2]);
    expect(reachableFolder(null, folders)).toBe(folders[2]);
    expect(() => reachableFolder(null, folders.slice(0, 2))).toThrow(StartError);
    expect(() => reachableFolder(null, folders.slice(0, 2))).toThrow(/private folder of this account/);
    expect(readdirSync(victim)).toEqual(['kept']);
  });

  (asRoot ? it : it.skip)('is passed over where it belongs to another account', () => {
    mkdirSync(place('one'), 0o711);
    chownSync(place('one'), NOBODY, NOBODY);
    expect(reachableFolder(null, [place('one'), place('three')])).toBe(place('three'));
  });
});
