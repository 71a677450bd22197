import { removeFolder, temporaryFolder } from '#platform';

import { askGraphql, signIn } from '../support/graphql.js';
import { runHub, startHub, type CommandResult } from '../support/hub.js';

const isSynthetic = async (address: string): Promise<boolean> =>
  (await askGraphql<{ hub: { synthetic: boolean } }>(address, '{ hub { synthetic } }')).hub.synthetic;

describe('a hub with an agency taken on, and nothing delivered yet', () => {
  let dataDir: string;
  const hub = (...words: string[]): Promise<CommandResult> =>
    runHub({ HUB_DATA_DIR: dataDir, PORT: '0', HUB_REFINE: 'off' }, words);

  beforeAll(async () => {
    dataDir = temporaryFolder('in-use', 0o711);
    const added = await hub('agency', 'add', 'fire', '--name', 'Fire service', '--kind', 'council');
    expect(added.stderr).toBe('');
  }, 150_000);
  afterAll(() => removeFolder(dataDir));

  it.each([
    ['where nobody said whether', '', /^(?!.*made up)/s],
    [
      'where it is asked for, and says why',
      'on',
      /HUB_DEMO=on: this hub holds 1 agency, so the made-up city was not/,
    ],
  ])(
    'gets no made-up people by a start %s',
    async (_, demo, words) => {
      const running = await startHub({ dataDir, env: { HUB_DEMO: demo } });
      try {
        expect(await isSynthetic(running.address)).toBe(false);
        expect(running.output()).toMatch(words);
      } finally {
        await running.stop();
      }
    },
    120_000,
  );

  it('gets none by the command either, unless it is told to without asking', async () => {
    const refused = await hub('demo', '--size', '100');
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/holds 1 agency: nothing was loaded.*--yes/),
    });
    expect((await hub('demo', '--size', '100', '--yes')).stdout).toMatch(/demonstration city is loaded/);
  }, 300_000);

  it('prints a link for an analyst of the demonstration’s agencies, who sees nothing of the one taken on', async () => {
    const running = await startHub({ dataDir });
    try {
      const link = /https?:\S+sign-in\?token=[\w-]+/.exec(running.output())![0];
      const { viewer } = await askGraphql<{ viewer: { agencies: { code: string }[] } }>(
        running.address,
        '{ viewer { agencies { code } } }',
        {},
        await signIn(link),
      );
      const codes = viewer.agencies.map(({ code }) => code);
      expect(codes.length).toBeGreaterThan(2);
      expect(codes).not.toContain('fire');
    } finally {
      await running.stop();
    }
  }, 300_000);
});
