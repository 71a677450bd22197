/**
 * The servers that a run of tests started, by their process ids: `<state>/servers/<pid>` for those of a test, and
 * `postmaster.pid` for the embedded database. Plain JavaScript, because Jest loads its global set-up untransformed.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Stops every server of that state folder and removes the folder. */
export async function clearAway(state) {
  if (!existsSync(state)) return;
  const folder = clusterFolder(state);
  const pids = [postmaster(folder), ...testServers(state)].filter((pid) => pid > 0);
  await Promise.all(pids.map(stop));
  if (folder && !folder.startsWith(state)) rmSync(dirname(folder), { recursive: true, force: true });
  rmSync(state, { recursive: true, force: true });
}

function clusterFolder(state) {
  try {
    const { folder } = JSON.parse(readFileSync(join(state, 'cluster.json'), 'utf8'));
    return isAbsolute(folder) ? folder : join(state, folder);
  } catch {
    return null;
  }
}

function postmaster(folder) {
  const file = folder && join(folder, 'postmaster.pid');
  return file && existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
}

function testServers(state) {
  const folder = join(state, 'servers');
  return existsSync(folder) ? readdirSync(folder).map(Number) : [];
}

async function stop(pid) {
  try {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < 10_000; waited += 50) {
      process.kill(pid, 0);
      if (isZombie(pid)) return;
      await pause(50);
    }
    process.kill(pid, 'SIGQUIT');
  } catch {
    // It is gone.
  }
}

function isZombie(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}
