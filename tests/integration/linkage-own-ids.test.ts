import type { SheetMappingInput } from '#connectors';
import { FIELD_KINDS, type AgencyKind } from '#domain';
import { deliverAndWait, linkPeople, PeopleLinker } from '#pipeline';
import { addAgency, addAgreement, addSource, Database } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';

const MAPPING: SheetMappingInput = {
  engagement: { key: 'ward', title: 'Your stay' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'respondent', column: 'Patient', field: 'systemId' },
    { as: 'respondent', column: 'Name', field: 'fullName' },
    { as: 'respondent', column: 'Email', field: 'email' },
    { as: 'question', column: 'Said', key: 'said' },
  ],
};

interface Hub {
  database: TestDatabase;
  worker: Database;
  linker: Database;
}
const hubs: Hub[] = [];

/** A hub with two agencies: `trust`, whose people may not be matched with others', and `council`, whose may. */
async function hub(): Promise<Hub> {
  const database = await testDatabase();
  const [worker, linker] = await Promise.all([
    Database.open(database.urlFor('worker')),
    Database.open(database.urlFor('linker')),
  ]);
  for (const agency of ['trust', 'council', 'library'] as const) {
    const kind: AgencyKind = agency === 'trust' ? 'health' : 'council';
    await addAgency(worker, { code: agency, name: agency, kind });
    await addAgreement(worker, {
      agency,
      id: 'a1',
      purposes: agency === 'trust' ? ['engagement-analysis'] : ['engagement-analysis', 'record-linkage'],
      lawfulBasis: 'public task',
      fields: [...FIELD_KINDS],
      from: '2020-01-01',
      until: null,
    });
    for (const source of [agency, `${agency}-two`])
      await addSource(worker, {
        ...{ code: source, agency, name: source, connector: 'spreadsheet', mapping: MAPPING },
        ...{ fieldKinds: [], agreement: 'a1', pullAddress: null, schedule: null },
      });
  }
  hubs.push({ database, worker, linker });
  return hubs.at(-1)!;
}

async function deliver({ worker }: Hub, source: string, rows: readonly string[]): Promise<void> {
  const bytes = Buffer.from(['Ref,Patient,Name,Email,Said', ...rows].join('\n'));
  const outcome = await deliverAndWait(worker, {
    source,
    mapping: null,
    files: [{ name: `${source}.csv`, mediaType: null, bytes }],
  });
  expect(outcome).toMatchObject({ ok: true, value: { status: 'accepted' } });
}

/** External ids of everybody's submissions, person by person. */
async function people({ database }: Hub): Promise<string[]> {
  const { rows } = await database.admin.query<{ refs: string }>(
    `SELECT string_agg(s.source || ' ' || s.external_id, ', ' ORDER BY s.source, s.external_id) AS refs
     FROM engagement.submission s JOIN linkage.membership m ON m.submission = s.id GROUP BY m.person ORDER BY 1`,
  );
  return rows.map(({ refs }) => refs);
}

afterAll(async () => {
  for (const { database, worker, linker } of hubs) {
    await Promise.all([worker.close(), linker.close()]);
    await database.drop();
  }
});

test('a source’s own person id joins within the source without the purpose of linkage, and nowhere else', async () => {
  const trust = await hub();
  await deliver(trust, 'trust', ['1,P7,,,Kind nurses', '2,P7,,,The food was cold', '3,P8,,,Noise at night']);
  await deliver(trust, 'trust-two', ['4,P7,,,Long wait']);
  await deliver(trust, 'council', ['5,P7,,,More buses', '6,P7,,,More benches']);
  await linkPeople(trust);
  const expected = ['council 5, council 6', 'trust 1, trust 2', 'trust 3', 'trust-two 4'];
  expect(await people(trust)).toEqual(expected);
  const { rows } = await trust.database.admin.query(
    'SELECT people, people_low AS low, people_high AS high FROM linkage.run',
  );
  expect(rows).toEqual([{ people: 4, low: 4, high: 4 }]);
});

test('a newcomer to a known hub joins by the source’s own person id too', async () => {
  const known = await hub();
  const crowd = Array.from({ length: 600 }, (_, at) => `${at},Q${at},,,Said ${at}`);
  await deliver(known, 'trust', crowd);
  await linkPeople(known);
  const linker = new PeopleLinker(known);
  await deliver(known, 'trust', ['later,Q17,,,Said again']);
  expect(await linker.run()).toBe(1);
  expect(await people(known)).toContain('trust 17, trust later');
  const { rows } = await known.database.admin.query(
    'SELECT people, people_high AS high, records FROM linkage.run ORDER BY id DESC LIMIT 1',
  );
  expect(rows).toEqual([{ people: 600, high: 600, records: 601 }]);
});

test('two deliveries that have nothing to do with each other give the same people in either order', async () => {
  const council = Array.from({ length: 20 }, (_, at) => [
    `c${at},,Gwen Trelawny${'abcdefghijklmnopqrst'[at]!},gwen${at}@example.org,More light`,
    `d${at},,G Trelawny${'abcdefghijklmnopqrst'[at]!},gwen${at}@example.org,More light still`,
  ]).flat();
  const library = Array.from({ length: 300 }, (_, at) => `l${at},,,,Longer hours ${at}`);
  const found: string[][] = [];
  for (const order of [
    ['council', 'library'],
    ['library', 'council'],
  ]) {
    const one = await hub();
    for (const source of order) {
      await deliver(one, source, source === 'council' ? council : library);
      await linkPeople(one);
    }
    found.push(await people(one));
  }
  expect(found[0]).toEqual(found[1]);
  expect(found[0]).toContain('council c3, council d3');
});
