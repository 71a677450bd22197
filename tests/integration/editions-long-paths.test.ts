import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { CountingClient } from '#editions';
import { openEmbedded, removeFolder, temporaryFolder } from '#platform';
import { endClient, openClient } from '#store';

/** A path of a socket is 107 bytes at most; folders of data have no such limit. */
const LONGEST_SOCKET = 107;

describe('a data folder whose path is longer than a socket’s may be', () => {
  let above: string;
  let dataDir: string;
  beforeAll(() => {
    // Root's database runs under another account, which must get to its folder.
    above = temporaryFolder('long', 0o711);
    dataDir = join(above, `Données du conseil ${'é'.repeat(30)}`, 'hub '.repeat(15).trim());
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    expect(Buffer.byteLength(dataDir)).toBeGreaterThan(LONGEST_SOCKET);
  });
  afterAll(() => removeFolder(above));

  it('holds a database that starts, answers, stops and starts again', async () => {
    for (const turn of [1, 2]) {
      const database = await openEmbedded(dataDir, { durable: false });
      expect(database.started).toBe(true);
      const client = await openClient(database.adminUrl);
      await client.query('CREATE TABLE IF NOT EXISTS kept (x int)');
      await client.query('INSERT INTO kept VALUES (1)');
      expect((await client.query('SELECT FROM kept')).rowCount).toBe(turn);
      await endClient(client);
      await database.stop();
    }
  });

  it('has a counting process that is reached by a socket all the same, and found again by who comes later', async () => {
    const options = { dataDir, program: resolve('dist/apps/counting/src/main.js') };
    const [first, second] = [new CountingClient(options), new CountingClient(options)];
    const about = await first.about();
    expect(about).not.toBeNull();
    expect(await second.about()).not.toBeNull();
    expect(await second.health()).toBe('ok');
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.sock'))).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });
});
