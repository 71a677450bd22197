/**
 * Before a run: makes the folder in which the run's servers and temporary files will live, and clears away those of
 * runs that were killed. Nothing is started here: the first test that asks for a database starts it, and unit tests
 * pay nothing.
 */
import { join } from 'node:path';
import { clearAway, leftOver, openState } from './servers.mjs';

export default async function setUp() {
  for (const state of leftOver()) {
    await clearAway(state).catch((error) => console.warn(`${state} stays: ${error.message}`));
  }
  const state = openState();
  process.env.HUB_TEST_STATE = state;
  process.env.HUB_TEST_TMPDIR = process.env.TMPDIR ?? '';
  process.env.TMPDIR = join(state, 'tmp');
}
