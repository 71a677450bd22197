import { userInfo } from 'node:os';
import { removeFolder, temporaryFolder } from '#platform';
import { runHub, type CommandResult } from '../support/hub.js';

let dataDir: string;
const hub = (...words: string[]): Promise<CommandResult> =>
  runHub({ HUB_DATA_DIR: dataDir, PORT: '0', HUB_REFINE: 'off' }, words);
const agency = (code: string, ...more: string[]): Promise<CommandResult> =>
  hub('agency', 'add', code, '--name', 'Made-up service', '--kind', 'council', ...more);

beforeAll(() => void (dataDir = temporaryFolder('in-a-name', 0o711)));
afterAll(() => removeFolder(dataDir));

test('a command is recorded with the person: by the account of the machine, or whom --by names', async () => {
  const login = userInfo().username;
  expect(await agency('fire')).toMatchObject({ code: 0, stderr: '' });
  const made = await hub(
    'sign-in',
    'Ann Example',
    '--role',
    'analyst',
    '--agency',
    'fire',
    '--os-account',
    login,
  );
  expect(made).toMatchObject({ code: 0, stderr: '' });
  await agency('rescue');
  expect(await agency('parks', '--by', 'Nobody Here')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/--by: there is no account called Nobody Here/),
  });
  await hub('sign-in', 'Ben Example', '--role', 'analyst', '--agency', 'fire');
  await agency('roads', '--by', 'Ben Example');
  const { stdout } = await hub('audit', 'list', '--action', 'agency-added', '--json');
  const told = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told.map(({ actor, person, subject }) => ({ actor, person, subject }))).toEqual([
    { actor: 'Ben Example', person: login, subject: 'roads' },
    { actor: 'Ann Example', person: login, subject: 'rescue' },
    { actor: `os:${login}`, person: login, subject: 'fire' },
  ]);
  expect(await hub('audit', 'alarms')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Nothing since/),
  });
}, 300_000);
