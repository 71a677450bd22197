/**
 * The README's test command as people run it: by an ordinary account, with umask 077, in a folder whose name holds all
 * that names of folders hold. `node .ci/trial.mjs --node 24 --summary <file> [-- <more for jest>]`; as root, after a
 * build. Ends with 0 where every test passed and everything around was left as it was. The summary is
 * `{ passed, failed, faults }`.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { removeFolder, temporaryFolder } from '../dist/libs/platform/src/remove-folder.js';
import { answerAs, environmentOf, makeAccount, processesOf, removeAccount, runAs } from './account.mjs';
import { plantSurroundings } from './surroundings.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FOLDER = `Mes projets é 'essai' [copie] (1) 100%`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    node: { type: 'string' },
    summary: { type: 'string' },
    seconds: { type: 'string', default: '1900' },
  },
});

const base = temporaryFolder('trial', 0o755);
const account = makeAccount(base);
const tidy = () => {
  if (account) removeAccount(account);
  removeFolder(base);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(signal, () => {
    tidy();
    process.exit(1);
  });

try {
  const result = account ? await trial() : runAsItIs();
  if (values.summary) writeFileSync(values.summary, JSON.stringify(result));
  for (const fault of result.faults) console.log(`    trial: ${fault}`);
  console.log(`    trial: ${result.passed} passed, ${result.failed} failed`);
  process.exitCode = result.failed === 0 ? 0 : 1;
} finally {
  tidy();
}

async function trial() {
  const work = join(base, 'work');
  const checkout = join(work, FOLDER);
  const tmp = join(base, 'tmp');
  mkdirSync(work);
  mkdirSync(tmp);
  chmodSync(tmp, 0o1777);
  copyCheckout(checkout);
  spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, work]);
  spawnSync('chmod', ['-R', 'go=', work]);
  const node = values.node ? nodeOf(values.node) : null;
  const path = [...(node ? [node] : [dirname(process.execPath)]), process.env.PATH].join(delimiter);
  const env = environmentOf(account, { PATH: path, TMPDIR: tmp, ...testData() });
  const version = answerAs(account, ['node', '--version'], { cwd: checkout, env });
  console.log(`    trial: as ${account.name}, Node ${version}, in "${FOLDER}"`);
  const run = (command, seconds) =>
    runAs(account, command, { cwd: checkout, env, patienceMs: seconds * 1000 });
  const installed = await run(['npm', 'install', '--no-audit', '--no-fund'], 300);
  // Only now: npm may complete the lock file by what another machine needs.
  const surroundings = plantSurroundings({ account, work, tmp, checkout, env });
  const running = processesOf(account).length;
  const summary = join(account.home, 'summary.json');
  const command = ['npm', 'test', '--silent', '--', '--json', `--outputFile=${summary}`, ...positionals];
  if (installed === 0) await run(command, Number(values.seconds));
  const faults = installed === 0 ? [] : ['npm install failed'];
  for (let waited = 0; processesOf(account).length > running && waited < 15_000; waited += 250)
    await pause(250);
  const left = processesOf(account).length - running;
  if (left > 0) faults.push(`${left} processes were left running: ${commandsOf(account)}`);
  faults.push(...surroundings());
  return count(summary, faults);
}

/** As in a fresh clone, with what has been changed and not committed; and what npm installed, to save the way. */
function copyCheckout(to) {
  const git = (...args) => spawnSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 28 });
  const cloned = git('clone', '--quiet', '--no-hardlinks', ROOT, to);
  if (cloned.status !== 0) throw new Error(`the checkout can't be cloned: ${cloned.stderr}`);
  const { stdout } = git('ls-files', '-z', '--modified', '--others', '--exclude-standard');
  const changed = [...new Set(stdout.split('\0'))].filter((path) => path && existsSync(join(ROOT, path)));
  for (const path of changed) cpSync(join(ROOT, path), join(to, path));
  if (changed.length) {
    const name = ['-c', 'user.name=trial', '-c', 'user.email=trial@example.org'];
    spawnSync('git', ['add', '-A'], { cwd: to });
    spawnSync('git', [...name, 'commit', '--quiet', '-m', 'What is not committed yet'], { cwd: to });
  }
  spawnSync('cp', ['-a', join(ROOT, 'node_modules'), join(to, 'node_modules')]);
}

/** Folder of that Node's program, from npm's package `node`; null where it can't be had. */
function nodeOf(major) {
  const folder = join(base, `node${major}`);
  mkdirSync(folder);
  const args = ['install', '--no-audit', '--no-fund', '--no-save', '--prefix', folder, `node@${major}`];
  spawnSync('npm', args, { cwd: folder, stdio: 'ignore', timeout: 180_000 });
  const program = join(folder, 'node_modules', 'node', 'bin', 'node');
  if (existsSync(program)) return dirname(realpathSync(program));
  console.log(`    trial: Node ${major} can't be had here; tried on ${process.version} instead`);
  return null;
}

/** Real material, where this account can read it. */
function testData() {
  const folder = process.env.HUB_TEST_DATA ?? join(ROOT, '..', 'shared', 'data');
  const real = existsSync(folder) ? realpathSync(folder) : null;
  const readable = real && answerAs(account, ['/bin/ls', real], { cwd: '/', env: {} }) !== null;
  return readable ? { HUB_TEST_DATA: real } : {};
}

/** Where no account can be made. */
function runAsItIs() {
  console.log('    trial: no account can be made here; run as it is');
  const summary = join(base, 'summary.json');
  const args = ['test', '--silent', '--', '--json', `--outputFile=${summary}`, ...positionals];
  spawnSync('npm', args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: Number(values.seconds) * 1000,
  });
  return count(summary, []);
}

function count(summary, faults) {
  try {
    const run = JSON.parse(readFileSync(summary, 'utf8'));
    const failed = run.numFailedTests + run.numRuntimeErrorTestSuites + faults.length;
    for (const line of slowest(run.testResults)) console.log(`    trial: ${line}`);
    return { passed: run.numPassedTests, failed, faults };
  } catch {
    return {
      passed: 0,
      failed: 1 + faults.length,
      faults: ['the tests did not come to their end', ...faults],
    };
  }
}

/** Where the time of a run goes, for whoever wants it shorter: the suites that took longest, beside others on the same cores. */
function slowest(suites) {
  return suites
    .map(({ name, startTime, endTime }) => ({ name, seconds: Math.round((endTime - startTime) / 1000) }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, 25)
    .map(({ name, seconds }) => `${seconds} s ${name.slice(name.lastIndexOf('/tests/') + 1)}`);
}

function commandsOf(whose) {
  const told = processesOf(whose).map((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 3).join(' ');
    } catch {
      return '';
    }
  });
  return told.filter(Boolean).join('; ');
}
