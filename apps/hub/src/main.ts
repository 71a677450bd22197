import { onStop, readSettings, runMain } from '#platform';

await runMain('hub', async () => {
  // A wrong setting is answered before anything that takes long is loaded.
  const settings = readSettings();
  const { startHub } = await import('./hub.js');
  const hub = await startHub(settings);
  onStop(() => hub.stop());
  const { greeting } = await import('./greeting.js');
  if (settings.demo) await (await import('./load-city.js')).loadCity(hub, settings);
  await hub.startBackground();
  process.stdout.write(`${await greeting(hub)}\n`);
});
