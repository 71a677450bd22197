/**
 * Preloaded into a hub (`NODE_OPTIONS=--import=...`): the city that its first start brings has `HUB_TEST_DEMO_SIZE` submissions
 * instead of 20,000. The processes that the hub starts itself are left alone.
 */
if (process.argv[1]?.endsWith('/hub/src/main.js'))
  void import('../../dist/apps/cli/src/demonstration/load.js').then(({ DEMONSTRATION }) => {
    DEMONSTRATION.size = Number(process.env.HUB_TEST_DEMO_SIZE);
  });
