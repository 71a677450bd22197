import { createHmac } from 'node:crypto';

import type { SheetMappingInput } from '#connectors';
import { erasePeople } from '#facts';
import type { DeliveryReceipt } from '#domain';
import { deliverAgain, deliverAndWait, identifyHeld, resolveHeld } from '#pipeline';
import { addAgency, addAgreement, addSource, Database, migrate } from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';
import { formerHub, plantFormerDelivery } from '../support/former-hub.js';

const ENGAGEMENT = { key: 'spring', title: 'Spring survey', kind: 'survey' } as const;
const QUESTIONS: SheetMappingInput['columns'] = [
  { as: 'date', column: 'Timestamp', order: 'day-first' },
  { as: 'question', column: 'How safe?', key: 'safe', kind: 'choice' },
  { as: 'question', column: 'Tell us more', key: 'more' },
];
/** Passes the age by. */
const FIRST: SheetMappingInput = {
  engagement: ENGAGEMENT,
  eachFile: 'cumulative',
  columns: [...QUESTIONS, { as: 'ignore', column: 'Age' }],
};
const BETTER: SheetMappingInput = {
  ...FIRST,
  columns: [...QUESTIONS, { as: 'demographic', column: 'Age', characteristic: 'age' }],
};
const OWN_IDS: SheetMappingInput = {
  engagement: { ...ENGAGEMENT, key: 'own-ids' },
  columns: [{ as: 'submission-id', column: 'Ref' }, ...FIRST.columns!],
};
const OWN_IDS_BETTER: SheetMappingInput = {
  ...OWN_IDS,
  columns: [{ as: 'submission-id', column: 'Ref' }, ...BETTER.columns!],
};
const HEADER = 'Timestamp,How safe?,Tell us more,Age\n';
const MARCH = [
  '01/03/2026 09:10,Safe,It is dark by the station,16-24',
  '02/03/2026 09:11,Unsafe,Cars race along the street,25-34',
  // Two people who said the same at the same minute.
  '13/03/2026 09:12,Safe,,35-44',
  '13/03/2026 09:12,Safe,,35-44',
].join('\n');
const APRIL = `${MARCH}\n04/04/2026 10:00,Unsafe,Nobody answers the phone,45-54`;
const WITH_REFS = `Ref,${HEADER}${MARCH.split('\n')
  .map((row, at) => `R${at},${row}`)
  .join('\n')}`;

let database: TestDatabase;
let worker: Database;

async function open(made: TestDatabase): Promise<void> {
  database = made;
  worker = await Database.open(database.urlFor('worker'));
}

async function addSources(): Promise<void> {
  await addAgency(worker, { code: 'council', name: 'Demonstration Council', kind: 'council' });
  const fields = ['dates', 'answers', 'free-text', 'age', 'system-id'] as never[];
  await addAgreement(worker, {
    ...{ agency: 'council', id: 'a1', purposes: ['engagement-analysis'], lawfulBasis: 'public task' },
    ...{ fields, from: '2020-01-01', until: null },
  });
  for (const [code, mapping] of [
    ['google', FIRST],
    ['own-ids', OWN_IDS],
  ] as const)
    await addSource(worker, {
      ...{ code, agency: 'council', name: code, connector: 'spreadsheet', mapping, fieldKinds: fields },
      ...{ agreement: 'a1', pullAddress: null, schedule: null },
    });
}

const send = async (source: string, name: string, content: string): Promise<DeliveryReceipt> => {
  const files = [{ name, mediaType: null, bytes: Buffer.from(content) }];
  const outcome = await deliverAndWait(worker, { source, mapping: null, files });
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
};
const remap = (source: string, mapping: SheetMappingInput): Promise<unknown> =>
  database.admin.query('UPDATE intake.source SET mapping = $2 WHERE code = $1', [source, mapping]);
const ids = async (): Promise<string[]> =>
  (await database.admin.query<{ id: string }>('SELECT id FROM engagement.submission ORDER BY id')).rows.map(
    ({ id }) => id,
  );
const count = async (from: string): Promise<number> =>
  (await database.admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`)).rows[0]!.n;

afterEach(async () => {
  await worker.close();
  await database.drop();
});

describe('a source whose mapping becomes better', () => {
  beforeEach(async () => {
    await open(await testDatabase());
    await addSources();
  });

  it('is read anew under the ids that are held, by the next file, and nobody is doubled', async () => {
    expect(await send('google', 'march.csv', HEADER + MARCH)).toMatchObject({ accepted: 4 });
    const before = await ids();
    await remap('google', BETTER);
    const april = await send('google', 'april.csv', HEADER + APRIL);
    expect(april).toMatchObject({ status: 'accepted', accepted: 1, repeated: 4, rejected: 0 });
    expect(april.note).toContain('4 rows that were held are read by this mapping now');
    expect(await ids()).toEqual(expect.arrayContaining(before));
    expect(await count('engagement.submission')).toBe(5);
    expect(await count(`engagement.demographic WHERE characteristic = 'age' AND code <> 'blank'`)).toBe(5);
    expect(await count(`engagement.submission WHERE file = 'march.csv'`)).toBe(4);
  });

  it('keeps every id where its own delivery is read again, in another encoding too', async () => {
    const cafe = `${HEADER}01/03/2026 09:10,Safe,The café is loud,16-24\n02/03/2026 09:10,Safe,Speeding,16-24\n`;
    const bytes = Buffer.from(cafe, 'latin1').toString('latin1');
    const { delivery } = await send('google', 'march.csv', HEADER + MARCH);
    await remap('google', { ...FIRST, layout: { encoding: 'iso-8859-15' } });
    const odd = await send('google', 'cafe.csv', bytes);
    const before = await ids();
    await remap('google', { ...BETTER, layout: { encoding: 'utf-8' } });
    for (const one of [delivery!, odd.delivery!])
      expect(await deliverAgain(worker, one, null)).toMatchObject({
        ok: true,
        value: { status: 'accepted' },
      });
    expect(await ids()).toEqual(before);
    expect(await count(`engagement.answer WHERE text = 'The café is loud'`)).toBe(1);
    expect(await count(`engagement.demographic WHERE characteristic = 'age' AND code <> 'blank'`)).toBe(6);
  });

  it('with ids of its own is read anew unasked, and asks only about rows that did change', async () => {
    await send('own-ids', 'march.csv', WITH_REFS);
    const before = await ids();
    await remap('own-ids', OWN_IDS_BETTER);
    expect(await send('own-ids', 'again.csv', `${WITH_REFS}\n`)).toMatchObject({
      status: 'repeated',
      repeated: 4,
    });
    expect(await count(`engagement.demographic WHERE characteristic = 'age' AND code <> 'blank'`)).toBe(4);
    const mended = WITH_REFS.replace('It is dark by the station', 'It is light by now');
    expect(await send('own-ids', 'mended.csv', mended)).toMatchObject({ status: 'held' });
    expect(await ids()).toEqual(before);
  });

  it('gains a column of ids, and later corrections by id find the rows that had none', async () => {
    const blind: SheetMappingInput = {
      ...OWN_IDS,
      eachFile: 'cumulative',
      columns: [...FIRST.columns!, { as: 'ignore', column: 'Ref' }],
    };
    await remap('own-ids', blind);
    await send('own-ids', 'march.csv', WITH_REFS);
    const before = await ids();
    await remap('own-ids', OWN_IDS);
    expect(await send('own-ids', 'again.csv', `${WITH_REFS}\n`)).toMatchObject({ status: 'repeated' });
    const held = await send('own-ids', 'mended.csv', WITH_REFS.replace('It is dark', 'It was dark'));
    expect(await resolveHeld(worker, held.delivery!, 'replace', null)).toMatchObject({ ok: true });
    expect(await ids()).toEqual(before);
    expect(await count(`engagement.answer WHERE text = 'It was dark by the station'`)).toBe(1);
    // What the row said before is an older file's word now: it asks, and does not quietly come back.
    expect(await send('own-ids', 'older.csv', `${WITH_REFS}\n\n`)).toMatchObject({ status: 'held' });
  });

  it('does not bring back whom it was told to erase', async () => {
    await send('google', 'march.csv', HEADER + MARCH);
    const [dark] = (
      await database.admin.query<{ submission: string }>(
        `SELECT submission FROM engagement.answer WHERE text LIKE 'It is dark%'`,
      )
    ).rows;
    await erasePeople(worker, [dark!.submission]);
    // Unasked, also of a source of which nobody has said what its files hold.
    await remap('google', { ...FIRST, eachFile: 'ask' });
    expect(await send('google', 'again.csv', `${HEADER}${MARCH}\n`)).toMatchObject({
      status: 'repeated',
      repeated: 4,
    });
    await remap('google', BETTER);
    expect(await send('google', 'april.csv', HEADER + APRIL)).toMatchObject({ accepted: 1, repeated: 4 });
    expect(await count(`engagement.answer WHERE text LIKE 'It is dark%'`)).toBe(0);
    expect(await count('engagement.submission')).toBe(4);
  });

  it('counts a person on several lines once, and the receipt says how many lines', async () => {
    await remap('google', {
      engagement: ENGAGEMENT,
      lines: { person: 'Who', question: 'Question', answer: 'Answer' },
      columns: [
        { as: 'submission-id', column: 'Who' },
        { as: 'question', column: 'How safe?', key: 'safe', kind: 'choice' },
      ],
      otherColumns: 'ignore',
    });
    const lines = ['a', 'b', 'c'].flatMap((who) => [
      `${who},How safe?,Safe`,
      `${who},Tell us more,It is dark`,
    ]);
    const receipt = await send('google', 'lines.csv', `Who,Question,Answer\n${lines.join('\n')}\n`);
    expect(receipt).toMatchObject({ status: 'accepted', rows: 3, accepted: 3 });
    expect(receipt.note).toContain('6 lines of lines.csv are the answers of 3 people');
  });

  it('tells columns in another order, and a workbook’s further blanks, from other people', async () => {
    await send('google', 'march.csv', HEADER + MARCH);
    const turned = (HEADER + MARCH)
      .trimEnd()
      .split('\n')
      .map((row) => row.split(',').reverse().join(','))
      .join('\n');
    expect(await send('google', 'turned.csv', turned)).toMatchObject({ status: 'repeated', repeated: 4 });
    expect(
      await send('google', 'turned-longer.csv', `${turned}\n45-54,,Unsafe,04/04/2026 10:00`),
    ).toMatchObject({
      accepted: 1,
      repeated: 4,
    });
  });
});

describe('a hub of before rows were known by what arrived', () => {
  it('keeps every id, knows its files again, also under a better mapping, and whom it erased', async () => {
    await open(await formerHub());
    await addSources();
    const google = { code: 'google', mapping: FIRST as { engagement: { key: string } } };
    const own = { code: 'own-ids', mapping: OWN_IDS as { engagement: { key: string } } };
    await plantFormerDelivery(database.admin, google, 'march.csv', HEADER + MARCH);
    await plantFormerDelivery(database.admin, own, 'refs.csv', WITH_REFS);
    await database.admin.query(
      `INSERT INTO coding.codebook (code, version, document) VALUES ('community', 1, '{}')`,
    );
    await database.admin.query(
      `INSERT INTO coding.human_coding (agency, submission, purpose, place, coder, outcome, themes, codebook, codebook_version)
       SELECT agency, id, 'training', 'first', 'Synthetic Analyst', 'themes', '{lighting}', 'community', 1 FROM engagement.submission`,
    );
    const before = await ids();
    expect(before).toHaveLength(8);
    // Somebody whom the former hub erased: of them it kept a mark, and nothing of the file that brought them.
    const [gone] = await plantFormerDelivery(
      database.admin,
      google,
      'erased.csv',
      `${HEADER}05/03/2026 09:00,Safe,Forget what I said,65-74\n`,
    );
    const secret = 'ab'.repeat(32);
    await database.admin.query(`INSERT INTO facts.setting (name, value) VALUES ('secret', $1)`, [secret]);
    await database.admin.query('INSERT INTO engagement.erased (tombstone) VALUES ($1)', [
      createHmac('sha256', Buffer.from(secret, 'hex')).update(`erased/${gone}`).digest(),
    ]);
    await database.admin.query('DELETE FROM engagement.submission WHERE id = $1', [gone]);
    await database.admin.query(`UPDATE intake.raw_file SET content = NULL WHERE name = 'erased.csv'`);
    await migrate(database.adminUrl);
    const whole = `${HEADER}${MARCH}\n05/03/2026 09:00,Safe,Forget what I said,65-74\n`;
    expect(await send('google', 'whole.csv', whole)).toMatchObject({ status: 'repeated', repeated: 5 });
    expect(await send('google', 'again.csv', `${HEADER}${MARCH}\n`)).toMatchObject({
      status: 'repeated',
      repeated: 4,
    });
    expect(await send('own-ids', 'again.csv', `${WITH_REFS}\n`)).toMatchObject({
      status: 'repeated',
      repeated: 4,
    });
    expect(await identifyHeld(worker, null)).toBe(0);
    await remap('google', BETTER);
    expect(await send('google', 'april.csv', HEADER + APRIL)).toMatchObject({ accepted: 1, repeated: 4 });
    expect(await ids()).toEqual(expect.arrayContaining(before));
    expect(await count('engagement.submission')).toBe(9);
    expect(await count('coding.human_coding c JOIN engagement.submission s ON s.id = c.submission')).toBe(8);
  });

  describe('whose file an erasure has emptied, under another mapping', () => {
    const JUNE = [
      '01/06/2026 09:10,Safe,The square is lit now,16-24',
      '02/06/2026 09:11,Unsafe,Cars race along the quay,25-34',
      '03/06/2026 09:12,Unsafe,Forget what I said,65-74',
    ].join('\n');
    const JULY = `${HEADER}${JUNE}\n04/07/2026 10:00,Safe,Thank you,45-54\n`;
    let held: DeliveryReceipt;
    let before: string[];

    beforeEach(async () => {
      await open(await formerHub());
      await addSources();
      const google = { code: 'google', mapping: FIRST as { engagement: { key: string } } };
      const planted = await plantFormerDelivery(database.admin, google, 'june.csv', HEADER + JUNE);
      await migrate(database.adminUrl);
      // As the hub of that time erased: by the id alone, and the file went with it.
      const secret = 'cd'.repeat(32);
      await database.admin.query(`INSERT INTO facts.setting (name, value) VALUES ('secret', $1)`, [secret]);
      await database.admin.query('INSERT INTO engagement.erased (tombstone) VALUES ($1)', [
        createHmac('sha256', Buffer.from(secret, 'hex')).update(`erased/${planted[2]}`).digest(),
      ]);
      await database.admin.query('DELETE FROM engagement.submission WHERE id = $1', [planted[2]]);
      await database.admin.query('UPDATE intake.raw_file SET content = NULL');
      before = await ids();
      await remap('google', BETTER);
      held = await send('google', 'july.csv', JULY);
    });

    it('waits for a person, and by the mapping of then nobody is doubled, and whoever was erased stays so', async () => {
      expect(held).toMatchObject({ status: 'held' });
      expect(held.note).toContain('2 rows of delivery 1 ');
      expect(await ids()).toEqual(before);
      expect(await resolveHeld(worker, held.delivery!, 'map', FIRST)).toMatchObject({
        value: { status: 'accepted', accepted: 1, repeated: 3 },
      });
      expect(await send('google', 'again.csv', `${JULY}\n`)).toMatchObject({
        status: 'repeated',
        repeated: 4,
      });
      expect(await ids()).toEqual(expect.arrayContaining(before));
      expect(await count('engagement.submission')).toBe(3);
      expect(await count(`engagement.answer WHERE text = 'Forget what I said'`)).toBe(0);
      expect(await count(`engagement.demographic WHERE characteristic = 'age' AND code <> 'blank'`)).toBe(3);
    });

    it('takes it in place of those rows, or beside them, as the person says, and asks once', async () => {
      const without = JULY.replace(/^.*Forget what I said.*\n/m, '');
      await resolveHeld(worker, held.delivery!, 'cancel', null);
      const again = await send('google', 'without.csv', without);
      expect(again).toMatchObject({ status: 'held' });
      expect(again.note).toContain('2 rows of delivery 1 ');
      expect(await resolveHeld(worker, again.delivery!, 'replace', null)).toMatchObject({
        value: { status: 'accepted', accepted: 3, repeated: 0 },
      });
      expect(await count('engagement.submission')).toBe(3);
      expect(
        await send('google', 'august.csv', `${without}05/08/2026 10:00,Safe,Lovely,45-54\n`),
      ).toMatchObject({ accepted: 1, repeated: 3 });
    });
  });
});
