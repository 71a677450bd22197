import { CountingClient, serveCounting } from '#editions';
import { createLogger, readSettings, runMain } from '#platform';
import { availableParallelism } from 'node:os';

/**
 * The counting process: holds editions in memory and answers questions about them, for every copy of the API on this
 * machine. It is started by the first copy that asks, and ends when the last has gone.
 */
await runMain('counting', async (life) => {
  const { dataDir, logLevel } = readSettings();
  if (await CountingClient.isThere(dataDir)) return;
  const logger = createLogger('counting', logLevel);
  const warn = (file: string, what: string): void => logger.warn(`edition-file-${what}`, { code: file });
  const server = await serveCounting({ dataDir, threads: availableParallelism(), warn }, () =>
    server.close().finally(() => process.exit(0)),
  );
  life.atStop(() => server.close());
});
