import { chownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assertOwnDataFolder, openEmbedded, removeFolder, StartError, temporaryFolder } from '#platform';

/** Only root can hand a folder to another account. */
const withRoot = process.geteuid?.() === 0 ? describe : describe.skip;
const NOBODY = 65_534;

describe('a data folder of this account', () => {
  it('may be used: one that is new, and one that is there', () => {
    const folder = temporaryFolder('owner');
    try {
      assertOwnDataFolder(folder);
      assertOwnDataFolder(join(folder, 'not-there-yet'));
      mkdirSync(join(folder, 'editions'));
      assertOwnDataFolder(folder);
    } finally {
      removeFolder(folder);
    }
  });
});

withRoot('a data folder of another account', () => {
  let folder: string;
  beforeEach(() => void (folder = temporaryFolder('owner')));
  afterEach(() => removeFolder(folder));

  it.each(['the folder itself', 'the editions in it'])(
    'is refused, by the account to use: %s',
    async (what) => {
      const editions = join(folder, 'editions');
      if (what === 'the editions in it') mkdirSync(editions);
      chownSync(what === 'the editions in it' ? editions : folder, NOBODY, NOBODY);
      expect(() => assertOwnDataFolder(folder)).toThrow(StartError);
      expect(() => assertOwnDataFolder(folder)).toThrow(/account nobody.*sudo -u nobody npx hub/);
      const before = readdirSync(folder);
      await expect(openEmbedded(folder)).rejects.toThrow(/sudo -u nobody/);
      expect(readdirSync(folder)).toEqual(before);
    },
  );
});
