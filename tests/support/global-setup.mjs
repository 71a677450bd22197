/**
 * Before a run: names the folder in which the run's servers will live, and clears away those of runs that were killed.
 * Nothing is started here: the first test that asks for a database starts it, and unit tests pay nothing.
 */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearAway } from './servers.mjs';

const PREFIX = 'hub-tests-';

export default async function setUp() {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length)) : 0;
    if (pid > 0 && !isAlive(pid)) await clearAway(join(tmpdir(), name)).catch(() => undefined);
  }
  process.env.HUB_TEST_STATE = join(tmpdir(), `${PREFIX}${process.pid}`);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
