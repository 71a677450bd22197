import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createHash } from 'node:crypto';
import { recordsForLinkage } from '#demo';
import { type EncodedRecord, linkFilters, linkKeys } from '#linkage';
import { removeFolder, temporaryFolder } from '#platform';

interface Person {
  [field: string]: string | null;
}
interface Tool {
  KEY_NAMES: string[];
  matchKeys(person: Person, secret: Buffer): string[];
  filterOf(person: Person, secret: Buffer, options?: { harden: boolean }): Uint8Array;
}
const TOOL = new URL('../../libs/linkage/encode/hub-encode.mjs', import.meta.url);
const tool = (await import(TOOL.href)) as Tool;
const secret = createHash('sha256').update('a test key').digest();

const people = [...recordsForLinkage({ n: 5000, seed: 5 })];

/** Recovers names by lining up how often each code and each name occurs, most frequent first. */
function frequencyAttack(codes: readonly string[], names: readonly string[]): number {
  const ranked = (values: readonly string[]): [string, number][] => {
    const counts = new Map<string, number>();
    for (const value of values) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  };
  const guesses = ranked(codes).filter(([, count]) => count >= 10);
  const known = ranked(names);
  const guessOf = new Map(guesses.map(([code], rank) => [code, known[rank]?.[0]]));
  return codes.filter((code, at) => guessOf.has(code) && guessOf.get(code) === names[at]).length;
}

/**
 * Pattern mining: bits that are always set together belong to one piece of text; a set of bits as frequent as a name must be
 * that name's. Gives how many people's names are told rightly.
 */
function patternAttack(filters: readonly Uint8Array[], names: readonly string[]): number {
  return frequencyAttack(
    filters.map((filter) => Buffer.from(filter).toString('base64')),
    names,
  );
}

test('frequency and pattern attacks recover no name from the codes, and do from unhardened ones', () => {
  const names = people.map(({ record }) => (record.familyName ?? '').toLowerCase());
  const plainHash = names.map((name) => (name === '' ? '' : createHash('sha256').update(name).digest('hex')));
  expect(frequencyAttack(plainHash, names)).toBeGreaterThan(20);
  const keys = people.map(({ record }) => tool.matchKeys({ ...record }, secret));
  tool.KEY_NAMES.forEach((_, column) => {
    expect(
      frequencyAttack(
        keys.map((row) => row[column]!),
        names,
      ),
    ).toBe(0);
  });
  const nameOnly = names.map((familyName) => tool.filterOf({ familyName }, secret, { harden: false }));
  expect(patternAttack(nameOnly, names)).toBeGreaterThan(20);
  const whole = people.map(({ record }) => tool.filterOf({ ...record }, secret));
  expect(patternAttack(whole, names)).toBe(0);
});

test('codes made under another key match nothing', () => {
  const [one] = people;
  const other = createHash('sha256').update('another key').digest();
  const [a, b] = [secret, other].map((key) =>
    tool.matchKeys({ ...one!.record }, key).filter((code) => code !== ''),
  );
  expect(a!.some((code) => b!.includes(code))).toBe(false);
});

describe('two sources that share people', () => {
  const met = new Set<number>();
  const rows = people.filter(({ record, person }) => {
    if (met.has(person) || met.size >= 400 || !record.givenName || !record.familyName || !record.dateOfBirth)
      return false;
    return met.add(person);
  });
  const twice = rows.flatMap(({ record, person }, at) => {
    const slip = {
      ...record,
      familyName: at % 3 === 0 ? `${record.familyName}e` : record.familyName,
      email: null,
    };
    return [
      { id: `a${at}`, source: 'a', person, record },
      { id: `b${at}`, source: 'b', person, record: slip },
    ];
  });
  const personOf = new Map(twice.map(({ id, person }) => [id, person]));
  const wrong = (pairs: { a: string; b: string }[]): number =>
    pairs.filter(({ a, b }) => personOf.get(a) !== personOf.get(b)).length;

  test.each([
    ['match-keys', (r: Person): Partial<EncodedRecord> => ({ keys: tool.matchKeys(r, secret) }), linkKeys],
    ['filters', (r: Person): Partial<EncodedRecord> => ({ filter: tool.filterOf(r, secret) }), linkFilters],
  ] as const)('are joined by %s, each record once', (_, encode, linkCodes) => {
    const { pairs } = linkCodes(
      twice.map(({ id, source, record }) => ({ id, source, ...encode({ ...record }) })),
    );
    expect(pairs.length).toBeGreaterThan(0.8 * rows.length);
    expect(wrong(pairs) / pairs.length).toBeLessThan(0.01);
    expect(new Set(pairs.flatMap(({ a, b }) => [a, b])).size).toBe(2 * pairs.length);
    expect(Object.keys(pairs[0]!).sort()).toEqual(['a', 'b']);
  });
});

test('the tool runs alone from the command line and writes no name, e-mail or id', () => {
  const folder = temporaryFolder('encode');
  try {
    const [input, key, out] = ['in.csv', 'key', 'out.csv'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(input, 'ref,first,last,born,mail\nR-77,Zebedee,Quillfeather,1970-02-03,zeb@example.org\n');
    const command = (...args: string[]): string =>
      execFileSync(process.execPath, [fileURLToPath(TOOL), ...args], { encoding: 'utf8', stdio: 'pipe' });
    command('--new-key', key);
    const fields = 'id=ref,givenName=first,familyName=last,dateOfBirth=born,email=mail';
    for (const as of ['keys', 'clk']) {
      command(input, '--fields', fields, '--key', key, '--as', as, '--out', out);
      const written = readFileSync(out, 'utf8');
      expect(written.split('\n')).toHaveLength(3);
      expect(written).not.toMatch(/zebedee|quillfeather|zeb@|R-77|1970/i);
    }
  } finally {
    removeFolder(folder);
  }
});
