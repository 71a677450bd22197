import type { SheetMappingInput } from '#connectors';
import { codeSubmissions, deliverAndWait, resolveHeld } from '#pipeline';
import { addAgency, addAgreement, addSource, Database } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';

const MAPPING: SheetMappingInput = {
  engagement: { key: 'safer', title: 'Safer streets', kind: 'survey' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'date', column: 'Date' },
    { as: 'question', column: 'Comment', key: 'comment' },
  ],
};
const MEANT = "We don't feel safe on North Hill & the police don't come.";
const WAYS = [
  MEANT,
  'We don&#39;t feel safe on North Hill &amp; the police don&#39;t come.',
  '<p>We don&#39;t feel safe on North Hill &amp;amp; the police don&apos;t come.</p>',
  "We&nbsp;don't&nbsp;feel&nbsp;safe&nbsp;on&nbsp;North&nbsp;Hill&nbsp;&amp;&nbsp;the&nbsp;police&nbsp;don't&nbsp;come.",
  'We donÕt feel safe on North Hill & the police donÕt come.',
  'We don?t feel safe on North Hill & the police don?t come.',
];

describe('texts as they were meant', () => {
  let database: TestDatabase;
  let worker: Database;

  beforeAll(async () => {
    database = await testDatabase();
    worker = await Database.open(database.urlFor('worker'));
    await addAgency(worker, { code: 'council', name: 'Council', kind: 'council' });
    await addAgreement(worker, {
      agency: 'council',
      id: 'a1',
      purposes: ['engagement-analysis'],
      lawfulBasis: 'public task',
      fields: ['dates', 'free-text'] as never[],
      from: '2020-01-01',
      until: null,
    });
    await addSource(worker, {
      code: 'council-survey',
      agency: 'council',
      name: 'Survey',
      connector: 'spreadsheet',
      mapping: MAPPING,
      fieldKinds: ['dates', 'free-text'],
      agreement: 'a1',
      pullAddress: null,
      schedule: null,
    });
  });
  afterAll(async () => {
    await worker.close();
    await database.drop();
  });

  const deliver = async (rows: string[]) => {
    const text = `Ref,Date,Comment\n${rows.map((row, at) => `${at},2026-03-01,"${row}"`).join('\n')}\n`;
    const files = [{ name: 'a.csv', mediaType: null, bytes: new TextEncoder().encode(text) }];
    const answer = await deliverAndWait(worker, { source: 'council-survey', files, mapping: null });
    if (!answer.ok) throw new Error(answer.error.reason);
    return answer.value;
  };
  const kept = async (): Promise<{ text: string; original: string | null }[]> =>
    (
      await database.admin.query(
        'SELECT a.text, a.original FROM engagement.answer a JOIN engagement.submission s ON s.id = a.submission ORDER BY s."row"',
      )
    ).rows;

  test('are kept, searched and coded repaired; what came stands beside, and the receipt says how many', async () => {
    const receipt = await deliver([...WAYS, 'x'.repeat(255)]);
    expect(receipt).toMatchObject({ status: 'accepted', accepted: 7 });
    expect(receipt.note).toMatch(
      /^5 texts were repaired .* the original is kept. 1 text is exactly 255 or 32,767/,
    );
    const rows = await kept();
    expect(rows.slice(0, 6).map(({ text }) => text)).toEqual(WAYS.map(() => MEANT));
    expect(rows.slice(0, 6).map(({ original }) => original)).toEqual([null, ...WAYS.slice(1)]);
    await codeSubmissions(worker);
    const { rows: coded } = await database.admin.query(
      `SELECT stance, count(*)::int AS n FROM coding.coded WHERE has_text AND stance IS NOT NULL GROUP BY stance ORDER BY n DESC`,
    );
    expect(coded[0]).toEqual({ stance: 'negative', n: 6 });
    const safe = await database.admin.query(
      `SELECT FROM coding.current_assignment WHERE theme = 'positive-feels-safe' AND decision = 'assign'`,
    );
    expect(safe.rowCount).toBe(0);
  });

  test('keep the identity of what arrived: the same file again is repeated, and a corrected row replaces its original too', async () => {
    expect(await deliver([...WAYS, 'x'.repeat(255)])).toMatchObject({ status: 'repeated' });
    const held = await deliver([
      ...WAYS.slice(0, 1),
      'All is well &amp; good',
      ...WAYS.slice(2),
      'x'.repeat(255),
    ]);
    expect(held.status).toBe('held');
    await resolveHeld(worker, held.delivery!, 'replace', null);
    expect((await kept())[1]).toEqual({ text: 'All is well & good', original: 'All is well &amp; good' });
  });

  test('are told by their language, which is no part of what a row is known by', async () => {
    const rows = Array.from({ length: 7 }, (_, at) =>
      at === 1 ? 'All is well &amp; good' : [...WAYS, 'x'.repeat(255)][at]!,
    );
    const more = [
      'Mae angen mwy o fysiau yn y nos',
      'Na ulicy jest bardzo ciemno i nie jest bezpiecznie',
      'Fine',
    ];
    const receipt = await deliver([...rows, ...more]);
    expect(receipt).toMatchObject({ accepted: 3, repeated: 7 });
    expect(receipt.note).toContain('Languages of the texts: 1 in Polish, 1 in Welsh, 1 too short');
    const { rows: kept } = await database.admin.query(
      `SELECT a.language FROM engagement.answer a JOIN engagement.submission s ON s.id = a.submission WHERE s."row" > 8 ORDER BY s."row"`,
    );
    expect(kept.map(({ language }) => language)).toEqual(['cy', 'pl', null]);
    expect(await deliver([...rows, ...more, ...[]])).toMatchObject({ status: 'repeated' });
  });
});
