import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { SheetMappingInput } from '#connectors';
import { FIELD_KINDS, PURPOSES } from '#domain';
import { recordsForLinkage } from '#demo';
import { deliverAndWait, eraseEnded, linkPeople } from '#pipeline';
import { removeFolder, temporaryFolder } from '#platform';
import { addAgency, addAgreement, addSource, Database } from '#store';

import { KEY_COLUMNS } from '../../libs/connectors/src/mapping/codes.js';
import { testDatabase, type TestDatabase } from '../support/database.js';

const TOOL = fileURLToPath(new URL('../../libs/linkage/encode/hub-encode.mjs', import.meta.url));
const FIELDS = [
  'givenName',
  'familyName',
  'dateOfBirth',
  'sex',
  'address',
  'postcode',
  'email',
  'phone',
] as const;
const AGENCIES = ['refuge', 'shelter', 'kitchen'] as const;

const people = [...recordsForLinkage({ n: 400, seed: 21 })];
let folder: string;
let database: TestDatabase;
let worker: Database;
let linker: Database;

const asCsv = (rows: readonly (readonly (string | null)[])[]): string =>
  rows.map((cells) => cells.map((cell) => `"${(cell ?? '').replaceAll('"', '""')}"`).join(',')).join('\n');

/** What a partner does on its own machine: the codes of its people with what they said beside them. */
function encoded(agency: string, as: 'keys' | 'clk'): string {
  const own = people.filter((_, at) => AGENCIES[at % 3] === agency);
  const [input, out] = [join(folder, `${agency}.csv`), join(folder, `${agency}-${as}.csv`)];
  const rows = own.map(({ record }) => [record.id, ...FIELDS.map((field) => record[field]), 'More beds']);
  writeFileSync(input, asCsv([['ref', ...FIELDS, 'said'], ...rows]));
  const fields = ['id=ref', ...FIELDS.map((field) => `${field}=${field}`)].join(',');
  execFileSync(process.execPath, [
    ...[TOOL, input, '--fields', fields, '--key', join(folder, 'key'), '--as', as],
    ...['--keep-id', '--carry', 'said', '--out', out],
  ], { stdio: 'pipe' }); // prettier-ignore
  return readFileSync(out, 'utf8');
}

const mapping = (kind: 'keys' | 'clk', project = 'beds'): SheetMappingInput => ({
  engagement: { key: 'beds', title: 'Beds for the night' },
  columns: [
    { as: 'submission-id', column: 'id' },
    { as: 'codes', kind, project },
    { as: 'question', column: 'said', key: 'said' },
  ],
});

async function takeOn(
  agency: string,
  purposes: readonly string[],
  until: string | null = null,
): Promise<void> {
  await addAgreement(worker, {
    agency,
    id: 'a1',
    purposes: purposes as never[],
    lawfulBasis: 'public task',
    fields: [...FIELD_KINDS],
    from: '2020-01-01',
    until,
  });
}

async function deliver(source: string, text: string, own: SheetMappingInput): Promise<number> {
  const outcome = await deliverAndWait(worker, {
    source,
    mapping: own,
    files: [{ name: `${source}.csv`, mediaType: 'text/csv', bytes: Buffer.from(text) }],
  });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.accepted;
}

const count = async (from: string): Promise<number> =>
  Number((await database.admin.query<{ n: string }>(`SELECT count(*) AS n FROM ${from}`)).rows[0]!.n);
/** Pairs of submissions that are one person, as the hub has it, by their external ids. */
async function joined(): Promise<string[]> {
  const { rows } = await database.admin.query<{ pair: string }>(
    `SELECT least(s.external_id, t.external_id) || ' ' || greatest(s.external_id, t.external_id) AS pair
     FROM linkage.membership m JOIN linkage.membership n ON n.person = m.person AND n.submission > m.submission
     JOIN engagement.submission s ON s.id = m.submission JOIN engagement.submission t ON t.id = n.submission ORDER BY 1`,
  );
  return rows.map(({ pair }) => pair);
}

beforeAll(async () => {
  folder = temporaryFolder('codes');
  execFileSync(process.execPath, [TOOL, '--new-key', join(folder, 'key')], { stdio: 'pipe' });
  database = await testDatabase();
  worker = await Database.open(database.urlFor('worker'));
  linker = await Database.open(database.urlFor('linker'));
  for (const agency of AGENCIES) {
    await addAgency(worker, { code: agency, name: agency, kind: 'vcs' });
    await takeOn(agency, PURPOSES);
    await addSource(worker, {
      ...{ code: agency, agency, name: agency, connector: 'spreadsheet', mapping: mapping('keys') },
      ...{ fieldKinds: ['codes'], agreement: 'a1', pullAddress: null, schedule: null },
    });
  }
});
afterAll(async () => {
  await Promise.all([worker?.close(), linker?.close()]);
  await database?.drop();
  removeFolder(folder);
});

describe('people who come as codes', () => {
  it('are kept without anything that identifies', async () => {
    for (const agency of ['refuge', 'shelter'] as const) {
      const text = encoded(agency, 'keys');
      expect(text.split('\n')[0]).toBe(['id', ...KEY_COLUMNS, 'said'].join(','));
      expect(await deliver(agency, text, mapping('keys'))).toBe(
        people.filter((_, at) => AGENCIES[at % 3] === agency).length,
      );
    }
    expect(await count('vault.encoded')).toBeGreaterThan(250);
    expect(
      await count(
        'vault.respondent WHERE coalesce(given_name, family_name, full_name, date_of_birth, email, phone, address, postcode) IS NOT NULL',
      ),
    ).toBe(0);
  });

  it('are matched one to one between two sources, and no similarity is kept', async () => {
    await linkPeople({ worker, linker });
    const found = await joined();
    const personOf = new Map(people.map(({ record, person }) => [record.id, person]));
    const right = found.filter((pair) => {
      const [a, b] = pair.split(' ');
      return personOf.get(a!) === personOf.get(b!);
    });
    expect(found.length).toBeGreaterThan(30);
    expect(right.length / found.length).toBeGreaterThanOrEqual(0.98);
    expect(await count('linkage.pair')).toBe(0);
  });

  it('are compared within their project only', async () => {
    const before = await joined();
    await deliver('kitchen', encoded('kitchen', 'keys'), mapping('keys', 'another'));
    await linkPeople({ worker, linker });
    const kitchen = new Set(
      people.filter((_, at) => AGENCIES[at % 3] === 'kitchen').map(({ record }) => record.id),
    );
    const after = await joined();
    expect(after.filter((pair) => !pair.split(' ').some((id) => kitchen.has(id)))).toEqual(before);
    expect(after.filter((pair) => pair.split(' ').filter((id) => kitchen.has(id)).length === 1)).toEqual([]);
  });

  it('are not taken where a cell is no code: a name can’t slip in', async () => {
    const outcome = await deliverAndWait(worker, {
      source: 'refuge',
      mapping: mapping('clk'),
      files: [
        {
          name: 'x.csv',
          mediaType: 'text/csv',
          bytes: Buffer.from('id,clk,said\nx1,Jane Demonstration,More beds\n'),
        },
      ],
    });
    expect(outcome.ok && outcome.value).toMatchObject({
      accepted: 1,
      usedWithout: [{ row: 2, code: expect.stringMatching(/^code/) }],
    });
    expect(JSON.stringify(outcome)).not.toContain('Jane');
    expect(await count(`vault.encoded WHERE 'Jane Demonstration' = ANY (codes)`)).toBe(0);
  });

  it('are not matched without the purpose, and lose their codes', async () => {
    await takeOn('shelter', ['engagement-analysis']);
    expect(await linkPeople({ worker, linker })).toBeGreaterThan(0);
    const shelter = new Set(
      people.filter((_, at) => AGENCIES[at % 3] === 'shelter').map(({ record }) => record.id),
    );
    expect((await joined()).filter((pair) => pair.split(' ').some((id) => shelter.has(id)))).toEqual([]);
    expect(await eraseEnded(worker)).toMatchObject({ files: 0 });
    expect(await count(`vault.encoded WHERE source = 'shelter'`)).toBe(0);
    expect(await count(`vault.encoded WHERE source = 'refuge'`)).toBeGreaterThan(100);
  });

  it('lose codes, fields and files when the agreement ends, and their answers stay', async () => {
    const answers = await count('engagement.submission');
    await takeOn('refuge', PURPOSES, '2024-12-31');
    const erased = await eraseEnded(worker);
    expect(erased.codes).toBeGreaterThan(100);
    expect(erased.files).toBeGreaterThan(0);
    expect(await count(`vault.encoded WHERE source = 'refuge'`)).toBe(0);
    expect(await count(`vault.respondent WHERE source = 'refuge'`)).toBe(0);
    expect(
      await count(
        `intake.raw_file r JOIN intake.delivery d ON d.id = r.delivery WHERE d.source = 'refuge' AND r.content IS NOT NULL`,
      ),
    ).toBe(0);
    expect(await count('engagement.submission')).toBe(answers);
    expect(await eraseEnded(worker)).toEqual({ codes: 0, respondents: 0, files: 0, rejectedRows: 0 });
    expect(await count(`intake.outbox WHERE job = 'link'`)).toBeGreaterThan(0);
    await linkPeople({ worker, linker });
    expect(await count('linkage.membership')).toBe(answers);
    expect(await count(`audit.event WHERE action = 'ended-erased' AND subject = 'refuge'`)).toBe(1);
  });
});
