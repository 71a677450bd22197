import { readSettings, runMain } from '#platform';

import type { RunningHub } from './hub.js';

await runMain('hub', async () => {
  // A wrong setting is answered before anything that takes long is loaded.
  const settings = readSettings();
  const { startHub } = await import('./hub.js');
  const hub = await startHub(settings);
  stopOnSignals(hub);
  const { greeting } = await import('./greeting.js');
  if (settings.demo) await (await import('./load-city.js')).loadCity(hub, settings);
  await hub.startBackground();
  process.stdout.write(`${await greeting(hub)}\n`);
});

function stopOnSignals(hub: RunningHub): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void hub.stop().finally(() => process.exit(0));
    });
}
