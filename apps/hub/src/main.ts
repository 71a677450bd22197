import { readSettings, runMain } from '#platform';

await runMain('hub', async (life) => {
  // A wrong setting is answered before anything that takes long is loaded.
  const settings = readSettings();
  const { startHub } = await import('./hub.js');
  const hub = await startHub(settings, life);
  life.goOn();
  const { greeting } = await import('./greeting.js');
  const { loadCity } = await import('./load-city.js');
  const refused = await loadCity(hub, settings, life.stopping);
  life.goOn();
  await hub.bringReports();
  life.goOn();
  await hub.startBackground();
  life.goOn();
  const greeted = await greeting(hub);
  life.goOn();
  process.stdout.write(`${greeted}\n${refused === null ? '' : `  ${refused}\n`}`);
});
