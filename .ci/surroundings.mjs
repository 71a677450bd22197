/**
 * What stands around the checkout of a trial and must be there afterwards as it was: a sentinel beside it, a stranger's
 * note in the temporary folder with what it points at, and the checkout itself.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { answerAs, own } from './account.mjs';

/** The account that owns nothing of ours. */
const STRANGER = 65_534;
/** Far above any number that a system gives to a process. */
const GONE = 2_147_483_646;

/** @returns a function that says what is no longer as it was, a line each */
export function plantSurroundings({ account, work, tmp, checkout, env }) {
  const sentinel = join(work, 'another project');
  mkdirSync(join(sentinel, '.git'), { recursive: true });
  writeFileSync(join(sentinel, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(sentinel, 'thesis.txt'), 'three years of work\n');
  const target = join(account.home, 'papers', 'postgres');
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, 'PG_VERSION'), '18\n');
  for (const path of [sentinel, join(account.home, 'papers'), target]) own(path, account);
  const bystander = spawn('sleep', ['100000'], { uid: account.uid, gid: account.gid, stdio: 'ignore' });
  const note = plantNote(tmp, target, bystander.pid);
  const head = () => answerAs(account, ['git', 'rev-parse', 'HEAD'], { cwd: checkout, env });
  const changed = () => answerAs(account, ['git', 'status', '--porcelain'], { cwd: checkout, env });
  const watched = {
    'the sentinel beside the checkout': sentinel,
    'what the note points at': target,
    'the note': note,
  };
  const before = Object.entries(watched).map(([what, path]) => [what, path, printOf(path)]);
  const [headBefore, filesBefore] = [head(), changed()];
  return () => {
    const faults = before
      .filter(([, path, print]) => printOf(path) !== print)
      .map(([what]) => `${what} has changed`);
    if (headBefore === null || head() !== headBefore)
      faults.push('the checkout is gone, or has another head');
    const files = changed();
    if (files !== filesBefore) faults.push(`the checkout has changed: ${files}`);
    if (bystander.exitCode !== null || bystander.signalCode !== null)
      faults.push('a process that the note names was ended');
    bystander.kill('SIGKILL');
    return faults;
  };
}

/** A note as a killed run of tests leaves it, by a stranger: it names a folder and a process of the account. */
function plantNote(tmp, target, pid) {
  const note = join(tmp, `hub-tests-${GONE}`);
  mkdirSync(join(note, 'servers'), { recursive: true, mode: 0o755 });
  const files = {
    'cluster.json': JSON.stringify({ folder: target, port: 1 }),
    'run-of-tests.json': JSON.stringify({ pid: GONE, started: '1' }),
    [`servers/${pid}`]: '',
  };
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(note, name), text);
    chownSync(join(note, name), STRANGER, STRANGER);
  }
  chownSync(join(note, 'servers'), STRANGER, STRANGER);
  chownSync(note, STRANGER, STRANGER);
  return note;
}

/** One line that tells whether anything in a folder is another than before. */
function printOf(path) {
  const hash = createHash('sha256');
  const take = (one, name) => {
    const entry = lstatSync(one, { throwIfNoEntry: false });
    hash.update(`${name}|${entry?.mode}|${entry?.uid}|`);
    if (entry?.isSymbolicLink()) hash.update(readlinkSync(one));
    else if (entry?.isFile()) hash.update(readFileSync(one));
    else if (entry?.isDirectory())
      for (const child of readdirSync(one).sort()) take(join(one, child), `${name}/${child}`);
  };
  take(path, '');
  return hash.digest('hex');
}
