import type { SheetMappingInput } from '#connectors';
import { askResults, listQuestions, publishEdition } from '#facts';
import { deliverAndWait } from '#pipeline';
import { addAgency, addAgreement, addSource, Database } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';

const WELSH = 'Pa mor ddiogel ydych chi’n teimlo?';
const POLISH = 'Jak bezpiecznie się czujesz?';
const KINDS = ['answers', 'free-text', 'system-id'];

let database: TestDatabase;
let worker: Database;
beforeAll(async () => {
  database = await testDatabase();
  worker = await Database.open(database.urlFor('worker'));
  await addAgency(worker, { code: 'city', name: 'Demonstration City Council', kind: 'council' });
  await addAgreement(worker, {
    agency: 'city',
    id: 'a1',
    purposes: ['engagement-analysis'],
    lawfulBasis: 'public task',
    fields: KINDS as never[],
    from: '2020-01-01',
    until: null,
  });
  await addSource(worker, {
    code: 'survey',
    agency: 'city',
    name: 'Survey',
    connector: 'spreadsheet',
    mapping: mappingOf('How safe do you feel?', { language: 'en', wordings: { pl: POLISH, cy: WELSH } }),
    fieldKinds: KINDS,
    agreement: 'a1',
    pullAddress: null,
    schedule: null,
  });
});
afterAll(async () => {
  await worker?.close();
  await database?.drop();
});

function mappingOf(text: string, said: object): SheetMappingInput {
  return {
    engagement: { key: 'safer', title: 'Safer streets' },
    columns: [
      { as: 'submission-id', column: 'Ref' },
      {
        as: 'question',
        column: 'Safe',
        key: 'safe',
        text,
        kind: 'choice',
        options: ['Very', 'Not'],
        ...said,
      },
      {
        as: 'question',
        column: 'Why',
        key: 'why',
        text: 'Why?',
        kind: 'free-text',
        wordings: { cy: 'Pam?' },
      },
    ],
  };
}

/** Ten people's answers, each numbered from here. */
async function deliver(from: number, mapping: SheetMappingInput | null = null): Promise<void> {
  const rows = Array.from({ length: 10 }, (_, at) => `${from + at},${at % 3 ? 'Very' : 'Not'},Made up reason ${from + at}`);
  const outcome = await deliverAndWait(worker, {
    source: 'survey',
    mapping,
    files: [{ name: `${from}.csv`, mediaType: null, bytes: Buffer.from(`Ref,Safe,Why\n${rows.join('\n')}\n`) }],
  });
  expect(outcome).toMatchObject({ ok: true, value: { status: 'accepted', accepted: 10 } });
} // prettier-ignore

/** What an edition says of the two questions, over a connection that has seen nothing before. */
async function said(edition: number): Promise<unknown> {
  const published = await Database.open(database.urlFor('published'));
  const asked = await askResults(published, { engagement: 'city/safer', edition }, { kind: 'public' });
  const listed = await listQuestions(published, { edition });
  await published.close();
  if (!asked.ok) throw new Error(asked.reason);
  const of = ({ key, text, language, otherWordings }: NonNullable<typeof listed>[number]): unknown => ({
    ...{ key, text, language, otherWordings },
  });
  const results = [...asked.results.questions, ...asked.results.open];
  expect(results.map((one) => of(one as never))).toEqual(listed!.map(of));
  return listed!.map(of);
}

const WHY = {
  key: 'why',
  text: 'Why?',
  language: null,
  otherWordings: [{ language: 'cy', text: 'Pam?' }],
};

test('the languages that a question was put in go from the mapping to the edition and its answers, closed and open', async () => {
  await deliver(1);
  expect((await publishEdition(worker)).edition).toBe(1);
  expect(await said(1)).toEqual([
    {
      key: 'safe',
      text: 'How safe do you feel?',
      language: 'en',
      otherWordings: [
        { language: 'cy', text: WELSH },
        { language: 'pl', text: POLISH },
      ],
    },
    WHY,
  ]);
  expect(await publishEdition(worker)).toMatchObject({ status: 'unchanged' });
});

test('a delivery that says nothing of them leaves them with the same words', async () => {
  await deliver(101, mappingOf('How safe do you feel?', {}));
  expect((await publishEdition(worker)).edition).toBe(2);
  expect(await said(2)).toEqual(await said(1));
});

test('other words have no part in what was said of those before; the editions of these words keep it', async () => {
  const before = await said(2);
  await deliver(201, mappingOf('How safe do you feel after dark?', {}));
  expect((await publishEdition(worker)).edition).toBe(3);
  expect(await said(3)).toEqual([
    { key: 'safe', text: 'How safe do you feel after dark?', language: null, otherWordings: [] },
    WHY,
  ]);
  expect(await said(2)).toEqual(before);
});

test('what languages alone change is another edition', async () => {
  const { hash } = await publishEdition(worker);
  await database.admin.query(`UPDATE engagement.question SET language = 'en' WHERE key = 'safe'`);
  const next = await publishEdition(worker);
  expect(next).toMatchObject({ status: 'published', edition: 4 });
  expect(next.hash).not.toBe(hash);
});
