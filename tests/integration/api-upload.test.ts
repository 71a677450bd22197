import { connector } from '#connectors';
import { deliverAgain, standardise } from '#pipeline';
import { addAgency, addAgreement, addSource, Database } from '#store';
import { codeOf, startApi, type TestApi } from './api-server.js';

const MAPPING = {
  engagement: { key: 'safer-streets', title: 'Safer streets' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'date', column: 'When', order: 'day-first' },
    { as: 'question', column: 'What would help?', key: 'help' },
  ],
};
const SHEET =
  'Ref,When,What would help?\r\n1,14/03/2025,More lamps\r\n1,15/03/2025,Fewer cars\r\n3,16/03/2025,A bench\r\n';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

let api: TestApi;
let worker: Database;
let partner: string;
beforeAll(async () => {
  api = await startApi(async (database) => {
    worker = await Database.open(database.urlFor('worker'));
    const spreadsheet = await connector('spreadsheet');
    await addAgency(worker, { code: 'network', name: 'Demonstration Network', kind: 'vcs' });
    const agreement = {
      agency: 'network',
      purposes: ['engagement-analysis' as const],
      lawfulBasis: 'public task',
      from: '2020-01-01',
    };
    await addAgreement(worker, {
      ...agreement,
      id: 'open',
      fields: ['free-text', 'answers', 'dates'],
      until: null,
    });
    await addAgreement(worker, {
      ...agreement,
      id: 'ended',
      fields: ['free-text', 'answers', 'dates'],
      until: '2021-01-01',
    });
    for (const [code, held] of [
      ['cards', 'open'],
      ['old-cards', 'ended'],
    ] as const)
      await addSource(worker, {
        code,
        agency: 'network',
        name: code,
        connector: 'spreadsheet',
        mapping: MAPPING,
        fieldKinds: spreadsheet!.fieldKinds(MAPPING),
        agreement: held,
        pullAddress: null,
        schedule: null,
      });
  });
  partner = await api.signIn('Sender', ['partner'], ['network']);
});
afterAll(async () => {
  await worker?.close();
  await api?.stop();
});

const RECEIPT =
  'id status note rows accepted repeated rejected files { name rows } suggestedMapping countsFromEdition source { code agreement { id until } }';
const ask = (mutation: string, variables: Record<string, unknown>) =>
  api.ask(mutation, { as: partner, variables });
const deliver = async (source: string, fileName: string, text: string, mapping: unknown = null) =>
  ask(
    `mutation ($source: String!, $fileName: String!, $content: String!, $mapping: JSON) {
      deliver(source: $source, fileName: $fileName, contentBase64: $content, mapping: $mapping) { ${RECEIPT} } }`,
    { source, fileName, content: base64(text), mapping },
  );
const receipt = async (id: string) =>
  (
    await ask(
      `query ($id: ID!) { delivery(id: $id) { ${RECEIPT} rejections { nodes { row column code reason } } } }`,
      { id },
    )
  ).data.delivery;
const deliveries = async (): Promise<number> =>
  Number((await api.database.admin.query('SELECT count(*) AS n FROM intake.delivery')).rows[0].n);

test('a file is previewed with the source’s mapping, and nothing is stored', async () => {
  const preview = (content: string, fileName = 'cards.csv') =>
    ask(
      `mutation ($fileName: String!, $content: String!) { previewDelivery(source: "cards", fileName: $fileName, contentBase64: $content) {
        readable problem header rows rowCount columns { label position as confidence why } suggestedMapping notes } }`,
      { fileName, content },
    );
  const good = (await preview(base64(SHEET))).data.previewDelivery;
  expect(good).toMatchObject({
    readable: true,
    problem: null,
    rowCount: 3,
    header: ['Ref', 'When', 'What would help?'],
  });
  expect(good.rows[1]).toEqual(['1', '15/03/2025', 'Fewer cars']);
  expect(good.suggestedMapping).toEqual(MAPPING);
  const renamed = (await preview(base64(SHEET.replace('When', 'Date of visit')))).data.previewDelivery;
  expect(renamed).toMatchObject({ readable: true, rowCount: 3 });
  expect(renamed.problem).toContain('When');
  expect(renamed.columns.map((column: { as: string }) => column.as)).toContain('date');
  const unreadable = (await preview(base64('PK\u0003\u0004 no workbook'), 'cards.xlsx')).data.previewDelivery;
  expect(unreadable).toMatchObject({ readable: false, header: [], rows: [] });
  expect(unreadable.problem).toBeTruthy();
  expect(await deliveries()).toBe(0);
});

test('a delivery has the receipt of every other way, and the same bytes again count nothing twice', async () => {
  const sent = (await deliver('cards', 'folder/cards.csv', SHEET)).data.deliver;
  expect(sent).toMatchObject({
    status: 'RECEIVED',
    source: { code: 'cards', agreement: { id: 'open', until: null } },
  });
  await standardise(worker, Number(sent.id));
  const done = await receipt(sent.id);
  expect(done).toMatchObject({
    status: 'ACCEPTED',
    rows: 3,
    accepted: 2,
    repeated: 0,
    rejected: 1,
    files: [{ name: 'cards.csv', rows: 3 }],
    countsFromEdition: null,
  });
  expect(done.rejections.nodes).toEqual([
    { row: 3, column: null, code: 'id-twice', reason: expect.any(String) },
  ]);
  const again = (await deliver('cards', 'cards.csv', SHEET)).data.deliver;
  expect(again).toMatchObject({
    id: sent.id,
    status: 'REPEATED',
    rows: 3,
    accepted: 0,
    repeated: 2,
    rejected: 1,
  });
  expect(await deliveries()).toBe(1);
});

test('a rejected row is set aside with a reason, by its own partner, and leaves the list with its cells', async () => {
  const list = '{ quarantine { nodes { id row } } }';
  const [row] = (await ask(list, {})).data.quarantine.nodes;
  const dismiss = (reason: string) =>
    ask('mutation ($id: ID!, $reason: String!) { dismissRow(id: $id, reason: $reason) }', {
      id: row.id,
      reason,
    });
  expect((await dismiss('  ')).data.dismissRow).toBe(false);
  expect((await dismiss('Entered twice at the desk')).data.dismissRow).toBe(true);
  expect((await dismiss('Entered twice at the desk')).data.dismissRow).toBe(false);
  expect((await ask(list, {})).data.quarantine.nodes).toEqual([]);
  const rows = await worker.query(
    'SELECT state, dismissed_because AS because, cells FROM intake.quarantine WHERE id = $1',
    [row.id],
  );
  expect(rows).toEqual([{ state: 'left-out', because: 'Entered twice at the desk', cells: null }]);
});

test('mended rows are delivered again under the mapping of the delivery they came from', async () => {
  const { data } = await ask(
    `mutation ($id: ID!, $content: String!) { replayRows(delivery: $id, contentBase64: $content) { ${RECEIPT} } }`,
    { id: '1', content: base64('Ref,When,What would help?\r\n2,28/02/2025,Fewer cars\r\n') },
  );
  await standardise(worker, Number(data.replayRows.id));
  expect(await receipt(data.replayRows.id)).toMatchObject({
    status: 'ACCEPTED',
    rows: 1,
    accepted: 1,
    files: [{ name: 'mended-1.csv' }],
  });
});

test('an agreement that has ended refuses: a receipt that says so, an audit event, nothing stored', async () => {
  const before = await deliveries();
  const { data, errors } = await deliver('old-cards', 'cards.csv', SHEET);
  expect(errors).toEqual([]);
  expect(data.deliver).toMatchObject({
    id: 'none',
    status: 'REFUSED',
    rows: 0,
    source: { code: 'old-cards' },
  });
  expect(data.deliver.note).toContain('ended on 2021-01-01');
  expect(await deliveries()).toBe(before);
  const { rows } = await api.database.admin.query(
    `SELECT actor, subject FROM audit.event WHERE action = 'delivery-refused'`,
  );
  expect(rows).toEqual([{ actor: 'Sender', subject: 'old-cards' }]);
});

test('a mapping of the delivery’s own is checked, and may not carry what the agreement leaves out', async () => {
  expect(codeOf(await deliver('cards', 'a.csv', SHEET, { columns: 'all' }))).toBe('BAD_REQUEST');
  const withEmail = {
    ...MAPPING,
    columns: [...MAPPING.columns, { as: 'respondent', column: 'E-mail', field: 'email', optional: true }],
  };
  const { data } = await deliver('cards', 'a.csv', `${SHEET}4,17/03/2025,A tree\r\n`, withEmail);
  expect(data.deliver).toMatchObject({
    id: 'none',
    status: 'REFUSED',
    note: expect.stringContaining('email'),
  });
});

test('a held delivery is settled by the partner’s answer, and only while it is held', async () => {
  const held = (await deliver('cards', 'b.csv', 'Ref,Seen on,What would help?\r\n9,14/03/2025,A clock\r\n'))
    .data.deliver;
  await standardise(worker, Number(held.id));
  const waiting = await receipt(held.id);
  expect(waiting).toMatchObject({
    status: 'HELD',
    suggestedMapping: expect.objectContaining({ columns: expect.any(Array) }),
  });
  const resolve = (mapping: unknown, decision = 'MAP') =>
    ask(
      `mutation ($id: ID!, $decision: HeldDecision!, $mapping: JSON) { resolveDelivery(id: $id, decision: $decision, mapping: $mapping) { id status } }`,
      { id: held.id, decision, mapping },
    );
  expect(codeOf(await resolve(null))).toBe('BAD_REQUEST');
  const columns = [
    ...MAPPING.columns.slice(0, 1),
    { as: 'date', column: 'Seen on', order: 'day-first' },
    ...MAPPING.columns.slice(2),
  ];
  expect((await resolve({ ...MAPPING, columns })).data.resolveDelivery).toEqual({
    id: held.id,
    status: 'RECEIVED',
  });
  await standardise(worker, Number(held.id));
  expect(await receipt(held.id)).toMatchObject({ status: 'ACCEPTED', accepted: 1 });
  expect((await resolve(null, 'ADD')).errors[0]?.extensions).toEqual({
    code: 'BAD_REQUEST',
    detail: 'not-held',
  });
});

test('content that is not base64 and a file without a name are refused in words', async () => {
  const send = (fileName: string, content: string) =>
    ask(
      'mutation ($f: String!, $c: String!) { deliver(source: "cards", fileName: $f, contentBase64: $c) { id } }',
      { f: fileName, c: content },
    );
  expect(codeOf(await send('a.csv', 'not base64!'))).toBe('BAD_REQUEST');
  expect(codeOf(await send('  ', base64(SHEET)))).toBe('BAD_REQUEST');
});

describe('what became of a cell that was not used', () => {
  const FIRST = 'Ref,When,What would help?\r\n51,not a date,A crossing\r\n52,never,A kerb\r\n';
  const MENDED = FIRST.replace('not a date', '20/03/2025');
  const CELLS = 'usedWithout { id row became mendedBy because }';
  const cellsOf = async (id: string) =>
    (await ask(`query ($id: ID!) { delivery(id: $id) { ${CELLS} } }`, { id })).data.delivery.usedWithout;
  let first: string;
  let second: string;

  beforeAll(async () => {
    first = (await deliver('cards', 'doubtful.csv', FIRST)).data.deliver.id;
    await standardise(worker, Number(first));
    second = (await deliver('cards', 'mended.csv', MENDED)).data.deliver.id;
    await standardise(worker, Number(second));
    await ask('mutation ($id: ID!) { resolveDelivery(id: $id, decision: REPLACE) { id } }', { id: second });
  });

  test('is said on the first receipt: mended by a later delivery, the other still open', async () => {
    expect(await cellsOf(first)).toMatchObject([
      { row: 2, became: 'open' },
      { row: 3, became: 'open' },
    ]);
    await standardise(worker, Number(second));
    expect(await receipt(second)).toMatchObject({ status: 'ACCEPTED', accepted: 1, repeated: 1 });
    expect(await cellsOf(first)).toEqual([
      { id: '0', row: 2, became: 'mended', mendedBy: second, because: null },
      { id: '1', row: 3, became: 'open', mendedBy: null, because: null },
    ]);
  });

  test('or left as it is with a reason, by its own partner, and so it stays where the file is read again', async () => {
    const dismiss = (cell: string, reason: string, as = partner) =>
      api.ask(
        `mutation ($delivery: ID!, $cell: ID!, $reason: String!) { dismissCell(delivery: $delivery, cell: $cell, reason: $reason) }`,
        { as, variables: { delivery: first, cell, reason } },
      );
    const done = async (cell: string, reason: string, as?: string): Promise<unknown> =>
      (await dismiss(cell, reason, as)).data.dismissCell;
    await addAgency(worker, { code: 'other', name: 'Another Network', kind: 'vcs' });
    const stranger = await api.signIn('Stranger', ['partner'], ['other']);
    expect(await done('1', 'Not known to the desk', stranger)).toBe(false);
    expect(await done('1', ' ')).toBe(false);
    expect(await done('0', 'Mended already')).toBe(false);
    expect(await done('1', 'Not known to the desk')).toBe(true);
    expect(await done('1', 'Not known to the desk')).toBe(false);
    expect((await cellsOf(first))[1]).toMatchObject({ became: 'left-out', because: 'Not known to the desk' });
    const { rows } = await api.database.admin.query(
      `SELECT agency, subject FROM audit.event WHERE action = 'cell-dismissed'`,
    );
    expect(rows).toEqual([{ agency: 'network', subject: first }]);
    await deliverAgain(worker, Number(first), null);
    expect((await cellsOf(first)).at(-1)).toMatchObject({ row: 3, because: 'Not known to the desk' });
  });
});
