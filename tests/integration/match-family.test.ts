import { linkPeople } from '#pipeline';
import { Database } from '#store';

import { deliverLines, syntheticPeople, takeOnAgencies } from '../support/people-to-link.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

/** A request compares one family of records: how many details it opens does not depend on how it is written. */

let api: TestApi;
let worker: Database;
let reviewer: string;

beforeAll(async () => {
  api = await startApi(async (database) => {
    worker = await Database.open(database.urlFor('worker'));
    await takeOnAgencies(worker);
    await deliverLines(worker, syntheticPeople(40, 3));
    const linker = await Database.open(database.urlFor('linker'));
    await linkPeople({ worker, linker });
    await linker.close();
    await plantFamilies(database.admin);
  });
  reviewer = await api.signIn('Rita Reviewer', ['reviewer'], ['council', 'together']);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

/** Two families of three records each, none of which is taken for anybody else, and no other pair that waits. */
async function plantFamilies(admin: TestApi['database']['admin']): Promise<void> {
  await admin.query('UPDATE linkage.pair SET gain = NULL');
  const { rows } = await admin.query<{ submission: string; agency: string }>(
    `SELECT m.submission, s.agency FROM linkage.membership m JOIN engagement.submission s ON s.id = m.submission
     WHERE (SELECT count(*) FROM linkage.membership o WHERE o.person = m.person) = 1 ORDER BY m.submission LIMIT 6`,
  );
  expect(rows).toHaveLength(6);
  for (const family of [rows.slice(0, 3), rows.slice(3)])
    for (const [a, b] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      // prettier-ignore
      await admin.query(
        `INSERT INTO linkage.pair (a, b, agency, agency_b, run, weight, probability, rule, evidence, gain)
         SELECT $1, $2, $3, $4, max(id), 0, 0.5, 'planted', '[]', 1 FROM linkage.run
         ON CONFLICT (a, b) DO UPDATE SET gain = 1`,
        [family[a]!.submission, family[b]!.submission, family[a]!.agency, family[b]!.agency],
      );
}

const FAMILY = 'records { submission details { familyName } }';
const looksWrittenDown = async (): Promise<number> =>
  (await api.database.admin.query(`SELECT FROM audit.event WHERE action = 'vault-read'`)).rowCount!;

test('a family is opened as a whole', async () => {
  const { data, errors } = await api.ask(`{ matchFamilies(first: 1) { ${FAMILY} } }`, { as: reviewer });
  expect(errors).toEqual([]);
  expect(data.matchFamilies).toHaveLength(1);
  for (const { details } of data.matchFamilies[0].records) expect(details).not.toBeNull();
  expect(await looksWrittenDown()).toBe(3);
});

test('a second family in the same request is refused, under whatever name, and no more than one was opened', async () => {
  const before = await looksWrittenDown();
  const both = `{ one: matchFamilies(first: 1) { ${FAMILY} } other: matchFamilies(first: 1, skip: 1) { ${FAMILY} } }`;
  const answer = await api.ask(both, { as: reviewer });
  expect(codeOf(answer)).toBe('BAD_REQUEST');
  expect(answer.errors[0]!.message).toContain('one family');
  expect((await looksWrittenDown()) - before).toBeLessThanOrEqual(3);
});

test('nobody else is looked up beside a family, and a list of families opens nothing but two records', async () => {
  const { data } = await api.ask('{ matchFamilies(first: 20) { records { submission } } }', { as: reviewer });
  const [first, second] = data.matchFamilies as { records: { submission: string }[] }[];
  const other = second!.records[0]!.submission;
  const inIt = first!.records[0]!.submission;
  for (const submission of [other, inIt]) {
    const before = await looksWrittenDown();
    const beside = `{ matchFamilies(first: 1) { ${FAMILY} } respondent(submission: "${submission}", reason: "to ring them") { fullName } }`;
    expect((await api.ask(beside, { as: reviewer })).errors[0]?.message).toContain('one family');
    expect((await looksWrittenDown()) - before).toBeLessThanOrEqual(3);
  }
  const before = await looksWrittenDown();
  const list = await api.ask(`{ matchFamilies(first: 20) { ${FAMILY} } }`, { as: reviewer });
  expect(codeOf(list)).toBe('BAD_REQUEST');
  expect((await looksWrittenDown()) - before).toBeLessThanOrEqual(2);
});
