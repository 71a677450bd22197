import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newFolder, removeFolder, StartError, temporaryFolder } from '#platform';
import { refusal } from '../../libs/platform/src/remove-folder.js';

const checkout = realpathSync(process.cwd());
const home = realpathSync(homedir());
const tmp = realpathSync(tmpdir());
const root = temporaryFolder('removals');
afterAll(() => removeFolder(root));

/** A folder with something in it that this process did not make by way of the guard. */
function foreign(name: string): string {
  const folder = join(root, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'kept'), '');
  return folder;
}

describe('a folder is removed with all that is in it', () => {
  it('where this process made it', () => {
    const mine = newFolder(join(root, 'mine'));
    mkdirSync(join(mine, 'deep', 'deeper'), { recursive: true });
    writeFileSync(join(mine, 'deep', 'deeper', 'file'), '');
    removeFolder(mine);
    expect(existsSync(mine)).toBe(false);
    removeFolder(mine);
  });

  it('where it lies in a folder of the hub’s own', () => {
    const left = foreign('left');
    removeFolder(left, { inside: root });
    expect(existsSync(left)).toBe(false);
  });

  it('where it is private and bears a mark of this account', () => {
    const marked = temporaryFolder('marked');
    const elsewhere = `${marked}-moved`;
    renameSync(marked, elsewhere);
    expect(refusal(elsewhere, { marked: 'mark.json' })).toBe('it bears no mark of the hub');
    writeFileSync(join(elsewhere, 'mark.json'), '{}', { mode: 0o600 });
    removeFolder(elsewhere, { marked: 'mark.json' });
    expect(existsSync(elsewhere)).toBe(false);
  });

  // On Node 24 and 26 `rmSync` stops, and says nothing, at the first file that somebody else took away meanwhile.
  it('whole, also while its own process, ending, takes files away too', async () => {
    const mine = newFolder(join(root, 'busy'));
    const files = Array.from({ length: 3_000 }, (_, n) => join(mine, `f${n}`));
    for (const file of files) writeFileSync(file, '');
    const one = 'for (const file of process.argv.slice(1)) require("node:fs").unlinkSync(file)';
    const other = spawn(process.execPath, ['-e', one, ...files.toReversed().slice(0, 2_900)]);
    const ended = once(other, 'exit');
    while (existsSync(files.at(-1)!)) await sleep(1);
    removeFolder(mine);
    expect(existsSync(mine)).toBe(false);
    await ended;
  });

  it('and links in it are removed, not what they lead to', () => {
    const target = foreign('target');
    const mine = newFolder(join(root, 'with-link'));
    symlinkSync(target, join(mine, 'link'));
    removeFolder(mine);
    expect(readdirSync(target)).toEqual(['kept']);
  });
});

describe('refused by name', () => {
  // Asked, and never tried: a guard that were broken would otherwise show it by what is gone.
  it.each([
    ['.', /not absolute/],
    ['', /not absolute/],
    ['postgres', /not absolute/],
    [`${root}/../${'x'}`, /not written plainly/],
    [`${root}/`, /not written plainly/],
    ['/', /whole machine/],
    ['/var', /whole machine/],
    [tmp, /whole machine/],
    ['/tmp', /whole machine|through a link/],
    [checkout, /checkout|whole machine/],
    [join(checkout, 'libs'), /checkout/],
    [dirname(checkout), /home|checkout|whole machine/],
    [home, /home|whole machine/],
    [dirname(home), /home|whole machine/],
  ])('%s', (path, reason) => {
    for (const claim of [undefined, { inside: '/' }, { inside: dirname(path) }, { marked: 'package.json' }])
      expect(refusal(path, claim)).toMatch(reason);
  });

  it('a home, also where this process made it', () => {
    const made = newFolder(join(root, 'home'));
    const before = process.env['HOME'];
    process.env['HOME'] = made;
    try {
      expect(refusal(made)).toMatch(/it is a home/);
      expect(refusal(root)).toMatch(/holds one/);
    } finally {
      process.env['HOME'] = before;
    }
  });

  it.each<[string, Parameters<typeof refusal>[1], RegExp]>([
    ['what another process made', undefined, /this process did not make it/],
    ['what lies right in the temporary folder', { inside: tmp }, /is a folder of the whole machine/],
    ['what lies in the checkout', { inside: checkout }, /not inside/],
    ['what lies elsewhere than claimed', { inside: join(root, 'nowhere') }, /not inside/],
    ['what bears no mark', { marked: 'mark' }, /not a private folder|no mark/],
    ['what is marked from outside', { marked: '../kept' }, /not a private folder|no mark/],
  ])('%s', (what, claim, reason) => {
    const folder = foreign(what.replaceAll(' ', '-'));
    expect(() => removeFolder(folder, claim)).toThrow(StartError);
    expect(() => removeFolder(folder, claim)).toThrow(reason);
    expect(readdirSync(folder)).toEqual(['kept']);
  });

  it('a checkout inside a folder of the hub', () => {
    const folder = foreign('repository');
    mkdirSync(join(folder, '.git'));
    expect(() => removeFolder(folder, { inside: root })).toThrow(/checkout/);
    expect(existsSync(join(folder, '.git'))).toBe(true);
  });

  it('a link, a path through one, and a file', () => {
    const target = foreign('linked');
    mkdirSync(join(target, 'below'));
    const link = join(root, 'link');
    symlinkSync(target, link);
    for (const path of [link, join(link, 'below')])
      expect(() => removeFolder(path, { inside: root })).toThrow(/link/);
    expect(() => removeFolder(join(target, 'kept'), { inside: root })).toThrow(/not a folder/);
    expect(readdirSync(target).sort()).toEqual(['below', 'kept']);
  });

  it('what was put in the place of a folder that this process made', () => {
    const mine = newFolder(join(root, 'swapped'));
    renameSync(mine, `${mine}-away`);
    foreign('swapped');
    expect(() => removeFolder(mine)).toThrow(/did not make it/);
    expect(existsSync(join(mine, 'kept'))).toBe(true);
  });
});
