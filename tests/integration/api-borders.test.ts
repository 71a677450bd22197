import { Query, Resolver } from '@nestjs/graphql';
import { Submission } from '../../apps/api/src/analyst/submission.type.js';
import { idOf, plantHub, plantThemes } from '../support/small-hub.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

/** Planted in every place that holds personal data; allowed nowhere but in the one answer that each test asks for. */
const CANARY = {
  name: 'Zebedee Canary',
  email: 'zebedee.canary@example.org',
  comment: 'The lamp by Zebedee’s gate is out',
  shown: 'The lamp by [name removed]’s gate is out',
};
const MINE = idOf('submission', 0); // of agency `city`
const THEIRS = idOf('submission', 1); // of agency `force`
const NOBODYS = idOf('submission', 'never');

/** A door that somebody forgot to close. */
@Resolver()
class Leak {
  @Query(() => Submission)
  leaked(): Submission {
    const agency = { code: 'city', name: '', kind: 'council' as const };
    return { id: MINE, agency, engagement: '', engagementId: '', submittedOn: null, wardCode: null };
  }
}

let api: TestApi;
let partner: string;
let otherPartner: string;
let analyst: string;
let reviewer: string;
beforeAll(async () => {
  api = await startApi(
    async ({ admin }) => {
      const size = { submissions: 40, people: 20 };
      await plantHub(admin, size);
      await plantThemes(admin, size);
      for (const [id, agency] of [
        [MINE, 'city'],
        [THEIRS, 'force'],
      ]) {
        await admin.query(
          `INSERT INTO engagement.question (agency, engagement, key, text, kind)
         SELECT agency, engagement, 'q', 'What would help?', 'free-text' FROM engagement.submission WHERE id = $1`,
          [id],
        );
        await admin.query(
          `INSERT INTO engagement.answer (agency, submission, engagement, question, text) SELECT agency, id, engagement, 'q', $2 FROM engagement.submission WHERE id = $1`,
          [id, CANARY.comment],
        );
        await admin.query(
          `INSERT INTO vault.respondent (submission, agency, source, given_name, family_name, email) VALUES ($1, $2, $2, 'Zebedee', 'Canary', $3)`,
          [id, agency, CANARY.email],
        );
      }
      // Found by the coder: the name in the comment, which the words of a theme may not tell either.
      await admin.query(
        `UPDATE coding.coded c SET personal_data = (SELECT jsonb_agg(jsonb_build_object('answer', a.id, 'type', 'person', 'because', 'made-up',
           'span', jsonb_build_object('start', 12, 'end', 19))) FROM engagement.answer a WHERE a.submission = c.submission AND a.text IS NOT NULL)
         WHERE c.submission = ANY ($1)`,
        [[MINE, THEIRS]],
      );
      for (const id of [MINE, THEIRS])
        await admin.query(
          `INSERT INTO coding.safeguarding (submission, agency, kinds) SELECT id, agency, '{danger}' FROM engagement.submission WHERE id = $1`,
          [id],
        );
      await admin.query(
        `INSERT INTO coding.assignment (agency, submission, theme, decision, source, actor, codebook, codebook_version, probability, evidence)
       SELECT 'city', $1, 'lighting', 'assign', 'rule', 'made-up', 'small', 1, 0.99,
         jsonb_build_array(jsonb_build_object('answer', a.id, 'because', 'lamp', 'span', jsonb_build_object('start', 4, 'end', 8)),
           jsonb_build_object('answer', a.id, 'because', 'near', 'span', jsonb_build_object('start', 9, 'end', 26)))
       FROM engagement.answer a WHERE a.submission = $1`,
        [MINE],
      );
      for (const agency of ['city', 'force'])
        await admin.query(
          `INSERT INTO intake.quarantine (agency, source, delivery, file, "row", "column", code, reason, cells)
         SELECT $1, $1, d.id, 'made-up.csv', n, 'Date', 'date-invalid', 'Not a date', jsonb_build_object('Name', $2::text)
         FROM intake.delivery d, generate_series(2, 4) n WHERE d.source = $1`,
          [agency, CANARY.name],
        );
    },
    [Leak],
  );
  partner = await api.signIn('Partner of the city', ['partner'], ['city']);
  otherPartner = await api.signIn('Partner of the police', ['partner'], ['force']);
  analyst = await api.signIn('Analyst of two', ['analyst'], ['city', 'health']);
  reviewer = await api.signIn('Reviewer', ['reviewer'], ['city']);
});
afterAll(() => api?.stop());

const DELIVERIES = `{
  sources { nodes { code agency { code } freshness { source } connectorTitle } }
  deliveries { nodes { id source { code } rows accepted repeated rejected rejections(first: 2) { nodes { row reason } pageInfo { hasNextPage } } } }
  quarantine { nodes { file row cells } }
}`;

test('a partner sees the sources, deliveries and quarantine of its own agency and no other', async () => {
  const { data, errors } = await api.ask(DELIVERIES, { as: partner });
  expect(errors).toEqual([]);
  expect(data.sources.nodes).toEqual([
    {
      code: 'city',
      agency: { code: 'city' },
      freshness: { source: 'city' },
      connectorTitle: expect.stringContaining('spreadsheet'),
    },
  ]);
  expect(data.deliveries.nodes).toHaveLength(1);
  expect(data.deliveries.nodes[0]).toMatchObject({
    id: '1',
    source: { code: 'city' },
    rejections: { nodes: [{ row: 2, reason: 'Not a date' }, { row: 3 }], pageInfo: { hasNextPage: true } },
  });
  expect(data.quarantine.nodes).toHaveLength(3);
  expect(data.quarantine.nodes[0].cells).toEqual({ Name: CANARY.name });
});

test('another partner’s delivery, source and rows answer exactly like those that never were', async () => {
  const about = (delivery: string, source: string) => `{
    delivery(id: "${delivery}") { id } source(code: "${source}") { code }
    deliveries(source: "${source}") { nodes { id } pageInfo { hasNextPage endCursor } }
    quarantine(delivery: "${delivery}", source: "${source}") { nodes { id } pageInfo { hasNextPage endCursor } } }`;
  const theirs = await api.ask(about('2', 'force'), { as: partner });
  expect(theirs.raw).toBe((await api.ask(about('987654', 'never'), { as: partner })).raw);
  expect(theirs.data.delivery).toBeNull();
  expect((await api.ask(about('2', 'force'), { as: otherPartner })).data.delivery).toEqual({ id: '2' });
  const change = (delivery: string) =>
    `mutation { resolveDelivery(id: "${delivery}", decision: ADD) { id } }`;
  const refused = await api.ask(change('2'), { as: partner });
  expect(codeOf(refused)).toBe('NOT_FOUND');
  expect(refused.raw).toBe((await api.ask(change('987654'), { as: partner })).raw);
  const send = (source: string) =>
    `mutation { deliver(source: "${source}", fileName: "a.csv", contentBase64: "YQ==") { id } }`;
  expect((await api.ask(send('force'), { as: partner })).raw).toBe(
    (await api.ask(send('never'), { as: partner })).raw,
  );
});

test.each([
  ['sources', '{ sources { nodes { code } } }'],
  ['deliveries', '{ deliveries { nodes { id } } }'],
  ['quarantine', '{ quarantine { nodes { id } } }'],
  ['submissions', '{ submissions { nodes { id } } }'],
  ['respondent', `{ respondent(submission: "${MINE}", reason: "wanted to know") { fullName } }`],
  ['deliver', 'mutation { deliver(source: "city", fileName: "a.csv", contentBase64: "YQ==") { id } }'],
  ['release', `mutation { releaseQuote(submission: "${MINE}", text: "words") { id } }`],
])('%s needs a session', async (_, question) => {
  expect(codeOf(await api.ask(question))).toBe('NOT_SIGNED_IN');
  expect(codeOf(await api.ask(question, { as: 'hub_session=made-up' }))).toBe('NOT_SIGNED_IN');
});

test('a role opens its own doors and no other', async () => {
  const doors = {
    partner: '{ deliveries { nodes { id } } }',
    analyst: '{ submissions { nodes { id } } }',
    reviewer: `{ respondent(submission: "${MINE}", reason: "a check") { submission } }`,
  };
  const keys = { partner, analyst, reviewer };
  for (const [door, question] of Object.entries(doors))
    for (const [key, as] of Object.entries(keys))
      expect([door, key, codeOf(await api.ask(question, { as }))]).toEqual([
        door,
        key,
        door === key ? null : 'NOT_ALLOWED',
      ]);
});

test('a nested field is guarded even where its parent was handed out by mistake', async () => {
  const leak = '{ leaked { id comments { text } } }';
  for (const as of [undefined, partner, reviewer]) {
    const answer = await api.ask(leak, as ? { as } : {});
    expect(codeOf(answer)).toBe(as ? 'NOT_ALLOWED' : 'NOT_SIGNED_IN');
    expect(answer.raw).not.toContain(CANARY.comment);
  }
  expect((await api.ask(leak, { as: analyst })).data.leaked.comments).toEqual([{ text: CANARY.shown }]);
});

test('an analyst releases words for quoting, and it is audited', async () => {
  const { data, errors } = await api.ask(
    `mutation { releaseQuote(submission: "${MINE}", text: "gate is out") { id releasedQuote comments { text } } }`,
    { as: analyst },
  );
  expect(errors).toEqual([]);
  expect(data.releaseQuote).toEqual({
    id: MINE,
    releasedQuote: 'gate is out',
    comments: [{ text: CANARY.shown }],
  });
  for (const words of ['The lamp [name removed] is out', 'The [ward councillor] lamp', 'gate was out'])
    expect(
      codeOf(
        await api.ask(`mutation { releaseQuote(submission: "${MINE}", text: "${words}") { id } }`, {
          as: analyst,
        }),
      ),
    ).toBe('BAD_REQUEST');
  expect(
    codeOf(
      await api.ask(`mutation { releaseQuote(submission: "${MINE}", text: " ") { id } }`, { as: analyst }),
    ),
  ).toBe('BAD_REQUEST');
  expect(
    codeOf(
      await api.ask(`mutation { releaseQuote(submission: "${MINE}", text: "The lamp is mended") { id } }`, {
        as: analyst,
      }),
    ),
  ).toBe('BAD_REQUEST');
  expect(
    codeOf(
      await api.ask(`mutation { releaseQuote(submission: "${THEIRS}", text: "x") { id } }`, { as: analyst }),
    ),
  ).toBe('NOT_FOUND');
  const { rows } = await api.database.admin.query(
    `SELECT actor, agency, subject FROM audit.event WHERE action = 'quote-released'`,
  );
  expect(rows).toEqual([{ actor: 'Analyst of two', agency: 'city', subject: MINE }]);
});

test('an analyst reads the submissions of its agencies with comments, themes and the words they rest on', async () => {
  const question = `query ($filter: SubmissionFilter, $after: String) { submissions(filter: $filter, first: 7, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { id agency { code } engagementId ward { name } comments { question text original } themes { theme { code } probability evidence } } } }`;
  const seen: { id: string; agency: { code: string } }[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { submissions }: { submissions: never } = (
      await api.ask(question, { as: analyst, variables: { after } })
    ).data;
    const { nodes, pageInfo, totalCount } = submissions as {
      nodes: typeof seen;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      totalCount: number;
    };
    expect(totalCount).toBe(20);
    seen.push(...nodes);
    ({ endCursor: after, hasNextPage: more } = pageInfo);
  }
  expect(new Set(seen.map((one) => one.id)).size).toBe(20);
  expect(new Set(seen.map((one) => one.agency.code))).toEqual(new Set(['city', 'health']));
  const found = (
    await api.ask(question, { as: analyst, variables: { filter: { search: 'THE LAMP', theme: ['places'] } } })
  ).data.submissions;
  expect(found.totalCount).toBe(1);
  expect(found.nodes[0]).toMatchObject({
    id: MINE,
    comments: [{ question: 'What would help?', text: CANARY.shown, original: null }],
  });
  expect(found.nodes[0].themes[0]).toEqual({
    theme: { code: 'lighting' },
    probability: expect.closeTo(0.99),
    evidence: ['lamp', 'by [name removed]’s gate'],
  });
  // Nobody is found by what is masked, whatever stands beside it, nor by the mark.
  for (const search of ['zebedee', 'by Zeb', '’s gate is out', 'name removed'])
    expect([
      search,
      (await api.ask(question, { as: analyst, variables: { filter: { search } } })).data.submissions
        .totalCount,
    ]).toEqual([search, search === '’s gate is out' ? 1 : 0]);
  const foreign = await api.ask(question, { as: analyst, variables: { filter: { agency: ['force'] } } });
  expect(foreign.data.submissions).toMatchObject({ totalCount: 0, nodes: [] });
});

test('who is on duty reads a flagged comment as it was written, and each reading and attempt is recorded apart', async () => {
  const duty = await api.signIn('On duty', ['duty'], ['city']);
  const read = (id: string, reason = 'somebody may be in danger') =>
    `{ commentAsWritten(submission: "${id}", reason: "${reason}") { question text original } }`;
  await api.database.admin.query(
    `UPDATE engagement.answer SET original = text || '\u00a0' WHERE submission = $1 AND text IS NOT NULL`,
    [MINE],
  );
  const { data } = await api.ask(read(MINE), { as: duty });
  expect(data.commentAsWritten).toEqual([
    { question: 'What would help?', text: CANARY.comment, original: `${CANARY.comment}\u00a0` },
  ]);
  expect((await api.ask(read(THEIRS), { as: duty })).raw).toBe(
    (await api.ask(read(NOBODYS), { as: duty })).raw,
  );
  expect(codeOf(await api.ask(read(MINE, ' why '), { as: duty }))).toBe('BAD_REQUEST');
  for (const as of [analyst, reviewer, partner])
    expect(codeOf(await api.ask(read(MINE), { as }))).toBe('NOT_ALLOWED');
  const { rows } = await api.database.admin.query(
    `SELECT actor, agency, subject, detail FROM audit.event WHERE action = 'comment-read-as-written' ORDER BY id`,
  );
  const entry = (agency: string | null, subject: string) => ({
    actor: 'On duty',
    agency,
    subject,
    detail: { reason: 'somebody may be in danger', found: agency !== null },
  });
  expect(rows).toEqual([entry('city', MINE), entry(null, THEIRS), entry(null, NOBODYS)]);
});

test('a comment that waits to be coded is masked where it is shown, and is not found by its words', async () => {
  const { admin } = api.database;
  const waiting = idOf('submission', 2);
  const { rows } = await admin.query(`SELECT agency FROM engagement.submission WHERE id = $1`, [waiting]);
  await admin.query(
    `INSERT INTO engagement.question (agency, engagement, key, text, kind)
     SELECT agency, engagement, 'w', 'What else?', 'free-text' FROM engagement.submission WHERE id = $1`,
    [waiting],
  );
  await admin.query(
    `INSERT INTO engagement.answer (agency, submission, engagement, question, text)
     SELECT agency, id, engagement, 'w', 'Ask Mr Pengelly about xylophones' FROM engagement.submission WHERE id = $1`,
    [waiting],
  );
  await admin.query('DELETE FROM coding.coded WHERE submission = $1', [waiting]);
  const reader = await api.signIn('Analyst of it', ['analyst'], [rows[0].agency]);
  const all = await api.ask('{ submissions(first: 50) { nodes { id comments { text } } } }', { as: reader });
  const one = all.data.submissions.nodes.find(({ id }: { id: string }) => id === waiting);
  expect(one.comments).toEqual([{ text: 'Ask Mr [name removed] about xylophones' }]);
  const found = await api.ask('{ submissions(filter: { search: "xylophones" }) { totalCount } }', {
    as: reader,
  });
  expect(found.data.submissions.totalCount).toBe(0);
});

test('a reviewer reads one respondent at a time, and each reading and attempt is audited with its reason', async () => {
  const read = (id: string) =>
    `{ respondent(submission: "${id}", reason: "safeguarding call") { submission fullName email phone } }`;
  const { data } = await api.ask(read(MINE), { as: reviewer });
  expect(data.respondent).toEqual({
    submission: MINE,
    fullName: CANARY.name,
    email: CANARY.email,
    phone: null,
  });
  const theirs = await api.ask(read(THEIRS), { as: reviewer });
  expect(theirs.raw).toBe((await api.ask(read(NOBODYS), { as: reviewer })).raw);
  const { rows } = await api.database.admin.query(
    `SELECT actor, agency, subject, detail FROM audit.event WHERE action = 'vault-read' ORDER BY id`,
  );
  expect(rows.slice(-3)).toEqual([
    {
      actor: 'Reviewer',
      agency: 'city',
      subject: MINE,
      detail: { reason: 'safeguarding call', found: true },
    },
    {
      actor: 'Reviewer',
      agency: null,
      subject: THEIRS,
      detail: { reason: 'safeguarding call', found: false },
    },
    {
      actor: 'Reviewer',
      agency: null,
      subject: NOBODYS,
      detail: { reason: 'safeguarding call', found: false },
    },
  ]);
  expect(
    codeOf(
      await api.ask(`{ respondent(submission: "${MINE}", reason: "  x ") { submission } }`, { as: reviewer }),
    ),
  ).toBe('BAD_REQUEST');
});

test('the workbench role without a session sees no row of any agency', async () => {
  const {
    Database,
    readSubmissions,
    readWorkbenchDeliveries,
    readWorkbenchQuarantine,
    readWorkbenchSources,
  } = await import('#store');
  const workbench = await Database.open(api.database.urlFor('workbench'));
  const seen = await workbench.transaction(async (tx) => [
    ...(await readWorkbenchSources(tx, {})),
    ...(await readWorkbenchDeliveries(tx, { limit: 9 })),
    ...(await readWorkbenchQuarantine(tx, { after: null, limit: 9 })),
    ...(await readSubmissions(tx, {}, { after: null, limit: 9 })),
  ]);
  await workbench.close();
  expect(seen).toEqual([]);
});

test('nothing personal was logged by anything above', () => {
  for (const canary of ['Zebedee', 'Canary', 'canary@', 'safeguarding'])
    expect(api.log()).not.toContain(canary);
});
