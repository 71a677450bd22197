/** After a run: stops whatever servers its tests started and removes their data. */
import { clearAway } from './servers.mjs';

export default async function tearDown() {
  if (process.env.HUB_TEST_STATE) await clearAway(process.env.HUB_TEST_STATE);
}
