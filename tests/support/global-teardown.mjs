/** After a run: stops whatever servers its tests started and removes all that they wrote. */
import { clearAway } from './servers.mjs';

export default async function tearDown() {
  const { HUB_TEST_STATE: state, HUB_TEST_TMPDIR: before } = process.env;
  if (!state) return;
  if (before) process.env.TMPDIR = before;
  else delete process.env.TMPDIR;
  await clearAway(state);
}
