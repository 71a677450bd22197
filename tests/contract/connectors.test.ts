import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  connectorFault,
  connectorFolders,
  connectors,
  loadFolders,
  newConnector,
  type Connector,
} from '#connectors';
import { removeFolder, temporaryFolder } from '#platform';
import { connectorContract, readFixture } from './connector-suite.js';

const folders = connectorFolders();
const all = new Map(
  (await connectors()).map((connector): [string, Connector] => [connector.code, connector]),
);

describe.each(folders)('connector $code', ({ code, folder }) => {
  const connector = all.get(code) as Connector;

  test('is found under its folder’s name and says what it is', () => {
    expect(connectorFault(connector, code)).toBeNull();
    const readme = join(folder, 'README.md');
    expect(existsSync(readme)).toBe(true);
    expect(readFileSync(readme, 'utf8')).toMatch(/synthetic/i);
  });

  connectorContract(connector, readFixture(folder));
});

const root = temporaryFolder('connectors');
const made = await newConnector('new-layout', root);
const fresh = (await loadFolders(root)).get('new-layout') as Connector;

describe('a connector made by the scaffold', () => {
  afterAll(() => removeFolder(root));

  test('is one folder, refused a second time and under a wrong name', async () => {
    expect(made).toBe(join(root, 'new-layout'));
    expect(readdirSync(root)).toEqual(['new-layout']);
    await expect(newConnector('new-layout', root)).rejects.toMatchObject({ code: 'connector-exists' });
    await expect(newConnector('../outside', root)).rejects.toMatchObject({ code: 'code-invalid' });
  });

  connectorContract(fresh, readFixture(made));
});
