/** An ordinary account of this machine, made for one trial by root and removed after it. */
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the trial's programs may know of our own surroundings: how to reach a registry, and what tests are asked for. */
const PASSED_ON =
  /^(CI|LANG|LC_ALL|TZ|TERM|CHROMIUM|HUB_TEST_\w+|https?_proxy|no_proxy|HTTPS?_PROXY|NO_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|npm_config_registry)$/;

/**
 * @param base a folder through which everybody can pass; the account's home is made in it
 * @returns null where no account can be made: this process is not root, or the system has no `useradd`
 */
export function makeAccount(base) {
  if (process.getuid?.() !== 0) return null;
  const name = `hub-trial-${process.pid}`;
  const home = join(base, 'home');
  const made = spawnSync('useradd', ['--no-create-home', '--home-dir', home, '--shell', '/bin/sh', name]);
  if (made.status !== 0) return null;
  const number = (flag) => Number(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout);
  const account = { name, home, uid: number('-u'), gid: number('-g') };
  mkdirSync(home, { mode: 0o700 });
  own(home, account);
  return account;
}

export const own = (path, { uid, gid }) => chownSync(path, uid, gid);

/** Ends what still runs under the account, and removes it. */
export function removeAccount(account) {
  for (const pid of processesOf(account)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
  spawnSync('userdel', ['--force', account.name]);
}

/** Numbers of the account's processes, zombies apart. */
export function processesOf({ uid }) {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 1)
    .filter((pid) => {
      try {
        // A zombie has no command line.
        return statSync(`/proc/${pid}`).uid === uid && statSync(`/proc/${pid}/exe`).isFile();
      } catch {
        return false;
      }
    });
}

/** The environment of the account's programs. @param settings what to set besides */
export function environmentOf(account, settings) {
  const kept = Object.entries(process.env).filter(([name]) => PASSED_ON.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: account.home,
    USER: account.name,
    LOGNAME: account.name,
    SHELL: '/bin/sh',
    ...settings,
  };
}

/**
 * Runs a program as the account, with umask 077 and without standard input, in a group of its own.
 * @param patienceMs it is killed after so long
 * @returns its exit code; null where it was killed
 */
export function runAs(account, command, { cwd, env, patienceMs }) {
  return new Promise((resolve) => {
    const child = spawn('/bin/sh', ['-c', 'umask 077; exec "$@"', 'sh', ...command], {
      uid: account.uid,
      gid: account.gid,
      cwd,
      env,
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const timer = setTimeout(() => {
      console.log(`    ${command.join(' ')}: not done after ${Math.round(patienceMs / 1000)} s, ended`);
      process.kill(-child.pid, 'SIGKILL');
    }, patienceMs);
    child.once('error', () => resolve(null));
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code);
    });
  });
}

/** What a short program says as the account; null where it can't be run. */
export function answerAs(account, command, { cwd, env }) {
  const { uid, gid } = account;
  const asked = spawnSync(command[0], command.slice(1), { uid, gid, cwd, env, encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : null;
}
