import { openClient, receiptOf, removeLeftovers } from '#store';

import { setTimeout as sleep } from 'node:timers/promises';

import { codeSubmissions, deliverAgain, linkPeople, standardise } from '#pipeline';

import { pipelineHub, type PipelineHub, type SmallRow } from '../support/pipeline-hub.js';

const LIGHTS = 'The street lights are broken and it is dark';
const NEEDLES = 'There are needles in the park again';
const row = (ref: number, words: string, postcode?: string): SmallRow => ({
  ref,
  words,
  ...(postcode ? { postcode } : {}),
});

let hub: PipelineHub;
beforeEach(async () => void (hub = await pipelineHub()));
afterEach(() => hub.end());

const code = (): Promise<number> => codeSubmissions(hub.worker);
const link = (): Promise<number> => linkPeople({ worker: hub.worker, linker: hub.linker });
const idOf = async (ref: number): Promise<string> =>
  (
    await hub.rows<{ id: string }>('SELECT id FROM engagement.submission WHERE external_id = $1', [
      String(ref),
    ])
  )[0]!.id;

/** What a person says of a comment, planted as the workbench's function writes it. */
const say = (submission: string, purpose = 'training'): Promise<unknown> =>
  hub.rows(
    `INSERT INTO coding.human_coding (agency, submission, purpose, place, coder, outcome, themes, codebook, codebook_version)
     SELECT agency, submission, $2, 'first', 'Synthetic Analyst', 'themes', '{lighting}', codebook, codebook_version FROM coding.coded WHERE submission = $1`,
    [submission, purpose],
  );

/** Another writer beside the one that is tested: it holds what it did until it is let go. */
async function beside(sql: string, parameters: unknown[] = []): Promise<{ commit(): Promise<void> }> {
  const client = await openClient(hub.database.adminUrl);
  await client.query('BEGIN');
  await client.query('SELECT FROM engagement.submission ORDER BY id FOR UPDATE'); // as every correction does first
  await client.query(sql, parameters);
  return {
    commit: async () => {
      await client.query('COMMIT');
      await client.end();
    },
  };
}

const corrected = (ref: number): [string, unknown[]] => [
  `WITH s AS (UPDATE engagement.submission SET content_hash = 'corrected', linked_at = NULL, coded_at = NULL WHERE external_id = $1 RETURNING id)
   UPDATE engagement.answer a SET text = 'Speeding outside the school' FROM s WHERE a.submission = s.id`,
  [String(ref)],
];

it('keeps people’s codings, a handled case, the quote and the coder’s word where the words are the same', async () => {
  await hub.deliver([row(1, LIGHTS), row(2, 'He hits me and I am afraid to go home')]);
  await code();
  const [one, two] = [await idOf(1), await idOf(2)];
  await say(one);
  await code();
  await hub.rows(
    `INSERT INTO coding.released_quote (submission, agency, text, actor) VALUES ($1, 'council', 'Broken', 'Synthetic Analyst')`,
    [one],
  );
  await hub.rows(
    `INSERT INTO coding.safeguarding (submission, agency, kinds) VALUES ($1, 'council', '{violence}') ON CONFLICT DO NOTHING`,
    [two],
  );
  await hub.rows(
    `UPDATE coding.safeguarding SET outcome = 'referred', actor = 'Synthetic Analyst', handled_at = now() WHERE submission = $1`,
    [two],
  );
  const said = await hub.rows('SELECT * FROM coding.assignment ORDER BY id');
  await hub.database.admin.query(`UPDATE engagement.submission SET received_at = '2024-03-04T12:00:00Z'`);
  const receipt = await hub.correct([
    row(1, LIGHTS, 'PL1 1AA'),
    row(2, 'He hits me and I am afraid to go home', 'PL1 1AA'),
  ]);
  expect(receipt).toMatchObject({ status: 'accepted', accepted: 2 });
  await code();
  expect(await hub.count(`vault.respondent WHERE postcode = 'PL1 1AA'`)).toBe(2);
  expect(await hub.count(`coding.current_coding WHERE submission = '${one}'`)).toBe(1);
  expect(await hub.count(`coding.safeguarding WHERE submission = '${two}' AND outcome = 'referred'`)).toBe(1);
  expect(await hub.count('coding.released_quote')).toBe(1);
  // Heard it was when it first came.
  expect(
    await hub.count(`engagement.submission WHERE heard_on = '2024-03-04' AND received_at > '2024-03-05'`),
  ).toBe(2);
  expect(await hub.rows('SELECT * FROM coding.assignment ORDER BY id')).toEqual(said);
  expect(
    await hub.count(
      "coding.assignment a, jsonb_array_elements(a.evidence) e WHERE NOT EXISTS (SELECT FROM engagement.answer w WHERE w.id = (e->>'answer')::bigint)",
    ),
  ).toBe(0);
  expect(await hub.rows(`SELECT subject, detail FROM audit.event WHERE action = 'rows-corrected'`)).toEqual([
    {
      subject: String(receipt.delivery),
      detail: { way: 'command-line', rows: 2, reworded: 0, outdated: 0, quotes: 0 },
    },
  ]);
});

it('asks people again, and the coder, where the words are others, and loses nothing that was said', async () => {
  await hub.deliver([row(1, LIGHTS)]);
  await code();
  const one = await idOf(1);
  await say(one);
  await code();
  await hub.rows(
    `INSERT INTO coding.released_quote (submission, agency, text, actor) VALUES ($1, 'council', 'Broken', 'Synthetic Analyst')`,
    [one],
  );
  await hub.rows(
    `INSERT INTO coding.safeguarding (submission, agency, kinds, outcome, actor, handled_at) VALUES ($1, 'council', '{violence}', 'no-risk', 'Synthetic Analyst', now())`,
    [one],
  );
  await hub.correct([row(1, NEEDLES)]);
  await code();
  expect(await hub.count('coding.human_coding WHERE outdated_at IS NOT NULL')).toBe(1);
  expect(await hub.count('coding.current_coding')).toBe(0);
  expect(await hub.count('coding.released_quote')).toBe(0);
  expect(await hub.count(`coding.safeguarding WHERE outcome = 'no-risk'`)).toBe(1);
  const themes = await hub.rows(
    `SELECT theme, source FROM coding.current_assignment WHERE decision = 'assign' ORDER BY theme`,
  );
  expect(themes.length).toBeGreaterThan(0);
  expect(themes.map(({ source }) => source)).not.toContain('human');
  expect(JSON.stringify(themes)).not.toContain('lighting');
  expect(await hub.rows(`SELECT detail FROM audit.event WHERE action = 'rows-corrected'`)).toMatchObject([
    { detail: { rows: 1, reworded: 1, outdated: 1, quotes: 1 } },
  ]);
});

it('opens a handled case again where the new words tell of danger too', async () => {
  const danger = 'My husband hits me and I am afraid to go home';
  await hub.deliver([row(1, danger)]);
  await code();
  await hub.rows(
    `UPDATE coding.safeguarding SET outcome = 'no-risk', actor = 'Synthetic Analyst', handled_at = now()`,
  );
  expect(await hub.count('coding.safeguarding WHERE handled_at IS NOT NULL')).toBe(1);
  await hub.correct([row(1, `${danger}. He has a knife.`)]);
  await code();
  expect(await hub.count('coding.safeguarding WHERE handled_at IS NULL')).toBe(1);
  expect(await hub.count(`audit.event WHERE action = 'safeguarding-reopened'`)).toBe(1);
});

it('codes a row by what it says now where it was corrected while it was coded', async () => {
  await hub.deliver([row(1, LIGHTS)]);
  const other = await beside(...corrected(1));
  const coding = code();
  await sleep(1_500);
  await other.commit();
  await coding;
  const themes = await hub.rows(`SELECT theme FROM coding.current_assignment WHERE decision = 'assign'`);
  expect(JSON.stringify(themes)).not.toContain('lighting');
  expect(await hub.count('engagement.submission WHERE coded_at IS NULL')).toBe(0);
});

it('leaves a row to the next run that was corrected while it was linked', async () => {
  await hub.deliver([row(1, LIGHTS), row(2, NEEDLES)]);
  const other = await beside(...corrected(1));
  const linking = link();
  await sleep(1_500);
  await other.commit();
  await linking;
  expect(await hub.count('engagement.submission WHERE linked_at IS NULL')).toBe(1);
  expect(await hub.count('linkage.membership')).toBe(1);
  await link();
  expect(await hub.count('engagement.submission WHERE linked_at IS NULL')).toBe(0);
  expect(await hub.count('linkage.membership')).toBe(2);
});

it('loses no correction to whoever codes and links beside it', async () => {
  const ROWS = 60;
  const all = (round: number): SmallRow[] =>
    Array.from({ length: ROWS }, (_, n) => row(n, `${n % 2 ? LIGHTS : NEEDLES}, said ${round} times`));
  await hub.deliver(all(0));
  let over = false;
  const busy = (work: () => Promise<unknown>) => async (): Promise<void> => {
    while (!over) await work();
  };
  const workers = [busy(code)(), busy(link)()];
  for (let round = 1; round <= 12; round++)
    expect(await hub.correct(all(round))).toMatchObject({ status: 'accepted', accepted: ROWS });
  over = true;
  await Promise.all(workers);
  await code();
  await link();
  expect(await hub.count(`engagement.answer WHERE text LIKE '%said 12 times'`)).toBe(ROWS);
  expect(await hub.count('coding.coded')).toBe(ROWS);
  expect(await hub.count('linkage.membership')).toBe(ROWS);
  expect(await hub.count(`intake.delivery WHERE status = 'received'`)).toBe(0);
});

it('tells in the audit trail what people had made of rows that a delivery does not bring any more', async () => {
  await hub.deliver([row(1, LIGHTS), row(2, 'He hits me and I am afraid to go home')]);
  await code();
  const [one, two] = [await idOf(1), await idOf(2)];
  await say(two);
  await hub.rows(
    `INSERT INTO coding.safeguarding (submission, agency, kinds) VALUES ($1, 'council', '{violence}') ON CONFLICT DO NOTHING`,
    [two],
  );
  const [{ delivery }] = (await hub.rows<{ delivery: string }>(
    'SELECT delivery FROM engagement.submission LIMIT 1',
  )) as [{ delivery: string }];
  const leave = (kept: string[]): Promise<void> =>
    hub.worker.transaction((tx) => removeLeftovers(tx, { agency: 'council', id: Number(delivery) }, kept));
  await leave([one, two]);
  // A case that nobody has dealt with keeps its row.
  await expect(leave([one])).rejects.toMatchObject({ next: 'refuse', code: 'cases-open' });
  expect(await hub.count('engagement.submission')).toBe(2);
  expect(await hub.count(`audit.event WHERE action = 'rows-taken-out'`)).toBe(0);
  await hub.rows(
    `UPDATE coding.safeguarding SET outcome = 'referred', actor = 'Synthetic Analyst', handled_at = now()`,
  );
  await leave([one]);
  expect(await hub.rows(`SELECT subject, detail FROM audit.event WHERE action = 'rows-taken-out'`)).toEqual([
    { subject: delivery, detail: { rows: 1, codings: 1, cases: 1, quotes: 0 } },
  ]);
  expect(await hub.count('engagement.submission')).toBe(1);
});

it('does not replay a delivery where a row that it would take out has an open case, and says so', async () => {
  const { delivery } = await hub.deliver([
    row(1, LIGHTS),
    row(2, 'He hits me and I am afraid to go home', 'PL1 1AA'),
  ]);
  await code();
  await hub.rows(
    `INSERT INTO coding.safeguarding (submission, agency, kinds) VALUES ($1, 'council', '{violence}') ON CONFLICT DO NOTHING`,
    [await idOf(2)],
  );
  await hub.rows(
    `UPDATE intake.source SET mapping = mapping || '{"leaveOut":[{"column":"Postcode","values":["PL1 1AA"]}]}'`,
  );
  expect(await deliverAgain(hub.worker, delivery!, null)).toMatchObject({
    error: {
      code: 'cases-open',
      reason: expect.stringMatching(/1 of the rows .* open safeguarding case.*Nothing was changed/),
    },
  });
  expect(await hub.count('engagement.submission')).toBe(2);
  expect(await hub.rows('SELECT status, left_out FROM intake.delivery')).toEqual([
    { status: 'accepted', left_out: 0 },
  ]);
  // Where it is read by a job it waits for a person, with the reason.
  await hub.rows(`UPDATE intake.delivery SET status = 'received', decision = 'replace'`);
  await standardise(hub.worker, delivery!);
  expect(await receiptOf(hub.worker, delivery!)).toMatchObject({
    status: 'held',
    note: expect.stringMatching(/open safeguarding case/),
  });
  await hub.rows(
    `UPDATE coding.safeguarding SET outcome = 'referred', actor = 'Synthetic Analyst', handled_at = now()`,
  );
  expect(await deliverAgain(hub.worker, delivery!, null)).toMatchObject({
    value: { status: 'accepted', accepted: 1, leftOut: 1 },
  });
  expect(await hub.count(`audit.event WHERE action = 'rows-taken-out'`)).toBe(1);
});
