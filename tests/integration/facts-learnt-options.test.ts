import { listQuestions, publishEdition } from '#facts';
import { deliverAndWait } from '#pipeline';
import { addAgency, addAgreement, addSource, Database } from '#store';
import { testDatabase, type TestDatabase } from '../support/database.js';

const KINDS = ['answers', 'system-id'];
const rule = { as: 'question', column: 'Use', key: 'use', text: 'Do you use the lido?', kind: 'choice' };
const mappingOf = (more: object) => ({
  layout: { rows: 'recognised' },
  engagement: { key: 'lido', title: 'The lido' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { ...rule, ...more },
  ],
});
/** As the hub wrote mappings before: by how often each was chosen, and nothing said of where the list is from. */
const BY_COUNTS = ['No', 'Yes', 'my neighbour at number 9'];

let database: TestDatabase;
let worker: Database;
let sent = 0;
beforeAll(async () => {
  database = await testDatabase();
  worker = await Database.open(database.urlFor('worker'));
  await addAgency(worker, { code: 'city', name: 'Demonstration City Council', kind: 'council' });
  const agreement = {
    agency: 'city',
    id: 'a1',
    purposes: ['engagement-analysis'] as never[],
    lawfulBasis: 'public task',
  };
  await addAgreement(worker, { ...agreement, fields: KINDS as never[], from: '2020-01-01', until: null });
  const source = {
    code: 'survey',
    agency: 'city',
    name: 'Survey',
    connector: 'spreadsheet',
    fieldKinds: KINDS,
  };
  const mapping = mappingOf({ options: BY_COUNTS, learnt: true });
  await addSource(worker, { ...source, mapping, agreement: 'a1', pullAddress: null, schedule: null });
});
afterAll(async () => {
  await worker?.close();
  await database?.drop();
});

/** The labels that the next edition publishes, after these answers were delivered as well. */
async function publishedAfter(mapping: object | null, answers: readonly string[]): Promise<string[]> {
  const rows = answers.map((answer) => `${sent++},${answer}`);
  const bytes = Buffer.from(`Ref,Use\n${rows.join('\n')}\n`);
  const outcome = await deliverAndWait(worker, {
    source: 'survey',
    mapping: mapping as never,
    files: [{ name: `${sent}.csv`, mediaType: null, bytes }],
  });
  expect(outcome).toMatchObject({ ok: true, value: { status: 'accepted', accepted: answers.length } });
  await publishEdition(worker);
  const reader = await Database.open(database.urlFor('published'));
  const questions = (await listQuestions(reader, {})) ?? [];
  await reader.close();
  return questions[0]!.options.map(({ label }) => label);
}
const times = (many: number, answer: string): string[] => Array.from({ length: many }, () => answer);

test('options that were read off a file tell no rank of counts and no word of one person, until somebody declares them', async () => {
  const first = [...times(25, 'No'), ...times(12, 'Yes'), 'my neighbour at number 9'];
  expect(await publishedAfter(null, first)).toEqual(['Yes', 'No', 'Other answers']);
  // A mapping that was kept from before does not make it a list that was asked.
  expect(await publishedAfter(mappingOf({ options: BY_COUNTS }), times(10, 'Now and then'))).toEqual([
    'Yes',
    'Now and then',
    'No',
    'Other answers',
  ]);
  const declared = mappingOf({ options: ['Yes', 'Never', 'No'] });
  expect(await publishedAfter(declared, ['No'])).toEqual(['Yes', 'Never', 'No', 'Other answers']);
}, 120_000);
