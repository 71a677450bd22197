import type { SheetMappingInput } from '#connectors';
import type { DeliveryReceipt } from '#domain';
import { bringUpToDate, deliverAgain, deliverAndWait, resolveHeld, standardise } from '#pipeline';
import {
  addAgency,
  addAgreement,
  addSource,
  Database,
  decideDelivery,
  linkableSources,
  receiptOf,
} from '#store';

import { testDatabase, type TestDatabase } from '../support/database.js';

const MAPPING: SheetMappingInput = {
  engagement: { key: 'safer', title: 'Safer streets', kind: 'survey' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'respondent', column: 'Name', field: 'fullName' },
    { as: 'respondent', column: 'Email', field: 'email' },
    { as: 'respondent', column: 'Postcode', field: 'postcode' },
    { as: 'date', column: 'Date', order: 'day-first' },
    { as: 'question', column: 'What should change?', key: 'change' },
  ],
};
const KINDS = ['system-id', 'name', 'email', 'postcode', 'dates', 'free-text'];
const MENDED = '2,Jan Demo,,PL1 1AA,28/02/2025,Speeding outside the school';
const HEADER = 'Ref,Name,Email,Postcode,Date,What should change?\n';
const ROWS = [
  '1,Jane Demo,jane@example.org,PL4 8AA,03/04/2025,Street lights are broken and it is dark',
  // A cell is missing: nobody can tell which.
  '2,Jan Demo,,PL1 1AA,28/02/2025',
  '3,Jane Demo,jane@example.org,PL4 8AA,05/04/2025,Needles in the park again',
];

describe('a delivery through the pipeline', () => {
  let database: TestDatabase;
  let worker: Database;
  let linker: Database;

  beforeAll(async () => {
    database = await testDatabase();
    worker = await Database.open(database.urlFor('worker'));
    linker = await Database.open(database.urlFor('linker'));
    for (const [code, kind] of [
      ['council', 'council'],
      ['police', 'police'],
    ] as const) {
      await addAgency(worker, { code, name: code, kind });
      await addAgreement(worker, {
        agency: code,
        id: 'a1',
        purposes: ['engagement-analysis', 'record-linkage'],
        lawfulBasis: 'public task',
        fields: [...KINDS, 'answers'] as never[],
        from: '2020-01-01',
        until: null,
      });
      await addSource(worker, {
        code: `${code}-survey`,
        agency: code,
        name: code,
        connector: 'spreadsheet',
        mapping: MAPPING,
        fieldKinds: KINDS,
        agreement: 'a1',
        pullAddress: null,
        schedule: null,
      });
    }
  });
  afterAll(async () => {
    await worker.close();
    await linker.close();
    await database.drop();
  });

  const deliver = async (
    text: string,
    options: { name?: string; source?: string; mapping?: unknown } = {},
  ): Promise<DeliveryReceipt> => {
    const outcome = await deliverAndWait(worker, {
      source: options.source ?? 'council-survey',
      mapping: options.mapping ?? null,
      files: [{ name: options.name ?? 'april.csv', mediaType: 'text/csv', bytes: Buffer.from(text) }],
    });
    if (!outcome.ok) throw new Error(outcome.error.code);
    return outcome.value;
  };
  const count = async (sql: string): Promise<number> =>
    Number((await database.admin.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`)).rows[0]!.n);

  it('adds up, and names file, row and column of what it could not take', async () => {
    const receipt = await deliver(HEADER + ROWS.join('\n'));
    expect(receipt).toMatchObject({ status: 'accepted', rows: 3, accepted: 2, repeated: 0, rejected: 1 });
    expect(receipt.files).toEqual([
      { name: 'april.csv', rows: 3, accepted: 2, repeated: 0, rejected: 1, leftOut: 0 },
    ]);
    expect(receipt.rejections).toEqual([expect.objectContaining({ file: 'april.csv', row: 3 })]);
    expect(receipt.rejections[0]!.reason).not.toContain('Jan');
    expect(await count('engagement.submission')).toBe(2);
    expect(await count(`vault.respondent WHERE email = 'jane@example.org'`)).toBe(2);
    expect(await count(`intake.quarantine WHERE cells->>'Ref' = '2'`)).toBe(1);
  });

  it('takes the same bytes, and the same rows saved anew, for what they are', async () => {
    const same = await deliver(HEADER + ROWS.join('\n'), { name: 'renamed.csv' });
    expect(same).toMatchObject({ delivery: 1, status: 'repeated', accepted: 0, repeated: 2, rejected: 1 });
    const saved = await deliver(HEADER + ROWS.join('\r\n').replaceAll('\n', '\r\n'), {
      name: 'saved-anew.csv',
    });
    expect(saved).toMatchObject({ status: 'repeated', rows: 3, accepted: 0, repeated: 2, rejected: 1 });
    expect(saved.note).toContain('delivery 1');
    expect(await count('engagement.submission')).toBe(2);
  });

  it('holds rows whose id is known with other content until a person decides', async () => {
    const changed = HEADER + ROWS[0]!.replace('dark', 'dark at night');
    const held = await deliver(changed, { name: 'corrected.csv' });
    expect(held).toMatchObject({ status: 'held', rows: 0 });
    expect(held.note).toMatch(/replace, add or cancel/);
    expect(await count(`engagement.answer WHERE text LIKE '%at night'`)).toBe(0);
    await decideDelivery(worker, held.delivery!, 'replace', null);
    await standardise(worker, held.delivery!);
    expect(await receiptOf(worker, held.delivery!)).toMatchObject({ status: 'accepted', accepted: 1 });
    expect(await count(`engagement.answer WHERE text LIKE '%at night'`)).toBe(1);
    expect(await count('engagement.submission')).toBe(2);
  });

  it('adds or cancels a held delivery on demand', async () => {
    const held = await deliver(HEADER + ROWS[0]!.replace('dark', 'gloomy'));
    await decideDelivery(worker, held.delivery!, 'add', null);
    await standardise(worker, held.delivery!);
    expect(await count('engagement.submission')).toBe(3);
    const other = await deliver(HEADER + ROWS[0]!.replace('dark', 'dim'));
    await decideDelivery(worker, other.delivery!, 'cancel', null);
    await standardise(worker, other.delivery!);
    expect((await receiptOf(worker, other.delivery!))!.status).toBe('refused');
    expect(await count('engagement.submission')).toBe(3);
  });

  it('reads a renamed column never into a wrong field: it holds and suggests', async () => {
    const held = await deliver(HEADER.replace('What should change?', 'What must change?') + ROWS[2]!);
    expect(held.status).toBe('held');
    const { rows } = await database.admin.query(
      'SELECT suggested_mapping FROM intake.delivery WHERE id = $1',
      [held.delivery],
    );
    expect(rows[0].suggested_mapping).toBeTruthy();
  });

  it('replays a delivery with its mended rows, counting none twice', async () => {
    const mended = HEADER + [ROWS[0]!.replace('dark', 'dark at night'), MENDED, ROWS[2]].join('\n');
    const outcome = await deliverAgain(worker, 1, {
      name: 'mended.csv',
      mediaType: 'text/csv',
      bytes: Buffer.from(mended),
    });
    expect(outcome).toMatchObject({ ok: true, value: { rows: 3, accepted: 1, repeated: 2, rejected: 0 } });
    expect(await count(`engagement.submission WHERE external_id = '2'`)).toBe(1);
  });

  it('reads a delivery again without changing what it brought', async () => {
    const before = await count('engagement.submission');
    const again = await deliverAgain(worker, 1, null);
    // Row 1 was corrected by a later delivery, whose word stands.
    expect(again).toMatchObject({ ok: true, value: { rows: 3, accepted: 1, repeated: 1, rejected: 1 } });
    expect(await count('engagement.submission')).toBe(before);
  });

  it('does not bring back what a later delivery has corrected when an older one is read again', async () => {
    await deliverAgain(worker, 1, null);
    expect(await count(`engagement.answer WHERE text LIKE '%at night'`)).toBe(1);
  });

  it('takes out what a changed mapping does not bring any more, and counts nothing twice', async () => {
    const mapping = {
      ...MAPPING,
      columns: MAPPING.columns!.filter((rule) => rule.as !== 'submission-id'),
      otherColumns: 'ignore',
    };
    const rows = `${HEADER},,,,01/02/2025,First\n,,,,01/02/2025,Second\n`;
    const first = await deliver(rows, { name: 'no-ids.csv', mapping });
    expect(first).toMatchObject({ status: 'accepted', accepted: 2 });
    const before = await count('engagement.submission');
    const other = { ...mapping, columns: mapping.columns.filter((rule) => rule.as !== 'date') };
    await database.admin.query('UPDATE intake.delivery SET mapping = $2 WHERE id = $1', [
      first.delivery,
      JSON.stringify(other),
    ]);
    expect(await deliverAgain(worker, first.delivery!, null)).toMatchObject({
      ok: true,
      value: { accepted: 2 },
    });
    expect(await count('engagement.submission')).toBe(before);
  });

  it('holds the answer for a held delivery to the agreement', async () => {
    const held = await deliver(
      `${HEADER.replace('Email', 'Telephone')}90,A,07700 900001,,01/02/2025,Words\n`,
      { name: 'phones.csv' },
    );
    expect(held.status).toBe('held');
    const mapping = {
      ...MAPPING,
      columns: [
        ...MAPPING.columns!.filter((rule) => !('column' in rule && rule.column === 'Email')),
        { as: 'respondent', column: 'Telephone', field: 'phone' },
      ],
    };
    const resolved = await resolveHeld(worker, held.delivery!, 'map', mapping);
    expect(resolved).toMatchObject({ ok: false, error: { code: 'fields-not-agreed' } });
    expect(await count(`vault.respondent WHERE phone IS NOT NULL`)).toBe(0);
  });

  it('rejects a row that says one id twice with other content, and keeps one without the cell that can not be kept', async () => {
    const receipt = await deliver(
      `${HEADER}8,A,,,01/05/2025,first words\n8,A,,,01/05/2025,other words\n9,B,,,01/05/2025,nul \u0000 here\n`,
    );
    expect(receipt).toMatchObject({ rows: 3, accepted: 2, rejected: 1 });
    expect(receipt.rejections.map((r) => r.code)).toEqual(['id-twice']);
    expect(receipt.usedWithout).toMatchObject([{ row: 4, code: 'text-damaged' }]);
  });

  it('uses a row without the cell that is no date, says so, and counts it in no quarter', async () => {
    const receipt = await deliver(`${HEADER}31,Cas Demo,,PL4 8AA,31/02/2025,Buses stop at six\n`);
    expect(receipt).toMatchObject({ status: 'accepted', rows: 1, accepted: 1, rejected: 0, rejections: [] });
    expect(receipt.usedWithout).toMatchObject([{ row: 2, column: 'Date', code: 'date-invalid' }]);
    expect(JSON.stringify(receipt)).not.toContain('31/02');
    expect(await count(`engagement.submission WHERE external_id = '31' AND submitted_on IS NULL`)).toBe(1);
    expect(await count(`intake.unused_cell WHERE delivery = ${receipt.delivery}`)).toBe(1);
  });

  it('refuses a file of which nothing can be taken, and an export without a row', async () => {
    const none = await deliver(`${HEADER}90,A,,,01/05/2025\n91,B,,,01/05/2025\n`, { name: 'none.csv' });
    expect(none).toMatchObject({ status: 'refused', rows: 2, accepted: 0, rejected: 2 });
    expect(none.note).toMatch(/No row could be taken/);
    expect(await deliver(HEADER, { name: 'empty.csv' })).toMatchObject({
      ...{ status: 'refused', rows: 0 },
      rejections: [{ file: 'empty.csv', row: null, code: 'no-rows' }],
    });
  });

  it('lets a rejected row leave the list once it has come mended', async () => {
    const sourceRows = `intake.quarantine WHERE state = 'open' AND source = 'council-survey' AND cells->>'Ref' = '8'`;
    const clash = await deliver(`${HEADER}41,A,,,01/05/2025,First\n41,B,,,01/05/2025,Second\n`, {
      name: 'clash.csv',
    });
    expect(clash).toMatchObject({ accepted: 1, rejected: 1 });
    expect(await count(sourceRows.replace("'8'", "'41'"))).toBe(1);
    const held = await deliver(`${HEADER}41,B,,,01/05/2025,Second\n`, { name: 'clash-mended.csv' });
    await decideDelivery(worker, held.delivery!, 'replace', null);
    await standardise(worker, held.delivery!);
    expect(await count(sourceRows.replace("'8'", "'41'"))).toBe(0);
    expect(
      await count(
        `intake.quarantine WHERE state = 'mended' AND delivery = ${clash.delivery} AND cells IS NULL`,
      ),
    ).toBe(1);
  });

  it('asks once whether equal rows of another file are the same people, where no column tells, and remembers', async () => {
    const mapping: SheetMappingInput = {
      engagement: { key: 'friends', title: 'Friends and family' },
      columns: [{ as: 'question', column: 'How was it?', key: 'how', kind: 'choice' }],
    };
    for (const source of ['weekly', 'whole'])
      await addSource(worker, {
        ...{ code: source, agency: 'police', name: source, connector: 'spreadsheet', mapping },
        ...{ fieldKinds: ['answers'], agreement: 'a1', pullAddress: null, schedule: null },
      });
    const cards = (...words: string[]): string => ['How was it?', ...words].join('\n');
    const held = async (source: string): Promise<number> =>
      count(`engagement.submission WHERE source = '${source}'`);
    for (const [source, answer, second, third] of [
      ['weekly', 'add', 5, 7],
      ['whole', 'replace', 3, 3],
    ] as const) {
      await deliver(cards('Good', 'Good', 'Poor'), { source, name: 'week-1.csv' });
      expect(await held(source)).toBe(3);
      const asked = await deliver(cards('Good', 'Good'), { source, name: 'week-2.csv' });
      expect(asked).toMatchObject({ status: 'held', rows: 0 });
      expect(asked.note).toMatch(/2 of 2 rows .*"add".*"replace"/s);
      await decideDelivery(worker, asked.delivery!, answer, null);
      await standardise(worker, asked.delivery!);
      expect(await held(source)).toBe(second);
      const unasked = await deliver(cards('Good', 'Poor'), { source, name: 'week-3.csv' });
      expect(['accepted', 'repeated']).toContain(unasked.status);
      expect(await held(source)).toBe(third);
      // Saved anew, a file is the same file: nothing is counted twice.
      const again = await deliver(cards('Good', 'Good', 'Poor') + '\n', { source, name: 'week-1-again.csv' });
      expect(again.status).toBe('repeated');
      expect(await held(source)).toBe(third);
    }
  });

  it('finds the ward of a postcode among other words', async () => {
    await deliver(
      `${HEADER}51,A,,"PL4 8AA, Plymouth",01/05/2025,Bins\n52,B,,PL4 8AA,01/05/2025,More bins\n`,
      { name: 'places.csv' },
    );
    const { rows } = await database.admin.query(
      `SELECT DISTINCT ward FROM engagement.submission WHERE external_id IN ('51', '52')`,
    );
    expect(rows).toEqual([{ ward: expect.stringMatching(/^E05/) }]);
  });

  it('links across agencies, codes and groups, and does nothing when called again', async () => {
    await deliver(`${HEADER}77,Jane Demo,jane@example.org,PL4 8AA,01/06/2025,Needles in the park again\n`, {
      source: 'police-survey',
    });
    await bringUpToDate({ worker, linker });
    const { rows } = await database.admin.query<{ person: string; n: number }>(
      `SELECT m.person, count(DISTINCT m.agency)::int AS n FROM linkage.membership m JOIN vault.respondent r USING (submission)
       WHERE r.email = 'jane@example.org' GROUP BY 1`,
    );
    expect(rows).toEqual([expect.objectContaining({ n: 2 })]);
    const { rows: same } = await database.admin.query(
      `SELECT count(DISTINCT argument)::int AS arguments, count(*)::int AS n FROM coding.coded c JOIN engagement.answer a USING (submission) WHERE a.text LIKE 'Needles%'`,
    );
    expect(same[0]).toMatchObject({ arguments: 1, n: 2 });
    expect(await count('engagement.submission WHERE linked_at IS NULL OR coded_at IS NULL')).toBe(0);
    const runs = await count('linkage.run');
    await bringUpToDate({ worker, linker });
    expect(await count('linkage.run')).toBe(runs);
  });

  it('leaves people of an agency without the purpose of linkage unmatched', async () => {
    await database.admin.query(
      `UPDATE intake.agreement SET purposes = '{engagement-analysis}' WHERE agency = 'police'`,
    );
    expect(await linkableSources(worker)).toEqual(['council-survey']);
    await deliver(`${HEADER}78,Jane Demo,jane@example.org,PL4 8AA,01/06/2025,More lights please\n`, {
      source: 'police-survey',
    });
    await bringUpToDate({ worker, linker });
    expect(
      await count(
        `(SELECT person FROM linkage.membership GROUP BY person HAVING count(DISTINCT agency) > 1) AS shared`,
      ),
    ).toBe(0);
  });
});

describe('an agreement that does not allow it', () => {
  let database: TestDatabase;
  let worker: Database;
  beforeAll(async () => {
    database = await testDatabase();
    worker = await Database.open(database.urlFor('worker'));
    await addAgency(worker, { code: 'council', name: 'Council', kind: 'council' });
  });
  afterAll(async () => {
    await worker.close();
    await database.drop();
  });

  const cases: [
    string,
    { from: string; until: string | null; fields: string[]; purposes?: string[] } | null,
  ][] = [
    ['agreement-absent', null],
    ['agreement-ended', { from: '2020-01-01', until: 'yesterday', fields: KINDS }],
    ['agreement-not-begun', { from: '2999-01-01', until: null, fields: KINDS }],
    ['fields-not-agreed', { from: '2020-01-01', until: null, fields: ['free-text'] }],
    ['purpose-not-agreed', { from: '2020-01-01', until: null, fields: KINDS, purposes: ['record-linkage'] }],
  ];
  it.each(cases)('refuses (%s), stores nothing and says so in the audit trail', async (code, agreement) => {
    const id = code;
    if (agreement) {
      const { rows } = await database.admin.query<{ day: string }>(
        `SELECT to_char(current_date - 1, 'YYYY-MM-DD') AS day`,
      );
      await addAgreement(worker, {
        agency: 'council',
        id,
        purposes: (agreement.purposes ?? ['engagement-analysis']) as never[],
        lawfulBasis: 'public task',
        fields: agreement.fields as never[],
        from: agreement.from,
        until: agreement.until === 'yesterday' ? rows[0]!.day : agreement.until,
      });
    }
    await addSource(worker, {
      code: `s-${code}`,
      agency: 'council',
      name: 's',
      connector: 'spreadsheet',
      mapping: MAPPING,
      fieldKinds: KINDS,
      agreement: agreement ? id : null,
      pullAddress: null,
      schedule: null,
    });
    const outcome = await deliverAndWait(worker, {
      source: `s-${code}`,
      mapping: null,
      files: [{ name: 'a.csv', mediaType: null, bytes: Buffer.from(HEADER + ROWS[0]) }],
    });
    expect(outcome).toMatchObject({ ok: false, error: { code } });
    for (const table of ['intake.delivery', 'intake.raw_file', 'engagement.submission', 'intake.outbox'])
      expect((await database.admin.query(`SELECT 1 FROM ${table}`)).rows).toEqual([]);
    const { rows: events } = await database.admin.query(
      `SELECT detail FROM audit.event WHERE action = 'delivery-refused' AND subject = $1`,
      [`s-${code}`],
    );
    expect(events).toEqual([{ detail: { code } }]);
  });
});
