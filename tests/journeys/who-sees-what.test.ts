import { randomUUID } from 'node:crypto';

import type pg from 'pg';

import { openEmbedded } from '#platform';
import { openClient } from '#store';

import { signIn } from '../support/graphql.js';
import { startHub, type TestHub } from '../support/hub.js';
import { ok, push, takeOnAgency, takeOnSource } from '../support/push.js';

const MAPPING = {
  engagement: { key: 'safer', title: 'Safer streets' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'respondent', column: 'Name', field: 'fullName' },
    { as: 'date', column: 'Date', order: 'day-first' },
    { as: 'question', column: 'Comment', key: 'comment' },
  ],
};
const AGENCIES = ['city', 'carers'] as const;

const file = (agency: string): string =>
  [
    'Ref,Name,Date,Comment',
    `1,Synthetic Person of ${agency},03/04/2025,A wish of ${agency}: lamps in the lane`,
    `1,Synthetic Other of ${agency},03/04/2025,A lost wish of ${agency}`,
  ].join('\n');

interface GraphqlAnswer {
  status: number;
  raw: string;
  // Tests look into answers freely: a wrong guess fails the test.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  data: any;
  code: string | null;
}

describe('who sees what, over the running hub', () => {
  let hub: TestHub;
  let admin: pg.Client;
  let leave: () => Promise<void>;
  const keys: Record<string, string> = {};
  const delivery: Record<string, string> = {};
  const submission: Record<string, string> = {};
  const cookie: Record<string, string> = {};

  const ask = async (query: string, as?: string): Promise<GraphqlAnswer> => {
    const headers = { 'content-type': 'application/json', ...(as ? { cookie: cookie[as] ?? as } : {}) };
    const answer = await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query }),
    });
    const raw = await answer.text();
    const { data, errors } = JSON.parse(raw) as {
      data: unknown;
      errors?: { extensions: { code: string } }[];
    };
    return { status: answer.status, raw, data, code: errors?.[0]?.extensions.code ?? null };
  };
  const get = async (path: string, key: string): Promise<[number, string]> => {
    const answer = await fetch(hub.address + path, { headers: { authorization: `Bearer ${key}` } });
    return [answer.status, await answer.text()];
  };

  beforeAll(async () => {
    hub = await startHub();
    for (const agency of AGENCIES) {
      await takeOnAgency(hub, agency, agency === 'city' ? 'council' : 'vcs');
      keys[agency] = await takeOnSource(hub, agency, `${agency}-survey`, MAPPING);
      const { body } = await push(hub.address, `${agency}-survey`, keys[agency], {
        name: `${agency}.csv`,
        bytes: file(agency),
      });
      expect(body).toMatchObject({ status: 'accepted', rows: 2, accepted: 1, rejected: 1 });
      delivery[agency] = String(body.delivery);
      for (const role of ['partner', 'analyst', 'reviewer'] as const)
        cookie[`${role} of ${agency}`] = await signIn(await hub.signInLink(role, agency));
    }
    cookie['analyst of both'] = await signIn(await hub.signInLink('analyst', AGENCIES.join(',')));
    const database = await openEmbedded(hub.dataDir);
    leave = () => database.stop();
    admin = await openClient(database.adminUrl);
    const { rows } = await admin.query<{ id: string; agency: string }>(
      'SELECT id, agency FROM engagement.submission',
    );
    for (const { id, agency } of rows) submission[agency] = id;
    await ok(hub, 'publish');
  }, 600_000);
  afterAll(async () => {
    await admin?.end();
    await leave?.();
    await hub?.stop();
  }, 150_000);

  test('another partner’s delivery answers over HTTP exactly like one that never was', async () => {
    const never = '987654';
    for (const tail of ['', '/rows', '/rows?after=WyJhLmNzdiIsMV0']) {
      const address = (id: string, source = 'city-survey'): string =>
        `/v1/sources/${source}/deliveries/${id}${tail}`;
      const nothing = await get(address(never), keys.city!);
      expect(nothing[0]).toBe(404);
      expect(await get(address(delivery.carers!), keys.city!)).toEqual(nothing);
      expect(await get(address(delivery.carers!, 'carers-survey'), keys.city!)).toEqual(nothing);
      expect(await get(address(delivery.city!), keys.carers!)).toEqual(nothing);
      expect(await get(address(delivery.city!, 'no-such-source'), keys.city!)).toEqual(nothing);
      expect(await get(address(delivery.city!), 'a-made-up-key')).toEqual(nothing);
      expect((await get(address(delivery.city!), keys.city!))[0]).toBe(200);
    }
    const send = async (source: string, key: string): Promise<[number, string]> => {
      const { status, text } = await push(hub.address, source, key, { name: 'a.csv', bytes: file('city') });
      return [status, text];
    };
    expect(await send('carers-survey', keys.city!)).toEqual(await send('no-such-source', keys.city!));
  });

  test('and over GraphQL: by each question and each change that names a delivery, source or submission', async () => {
    const other = { delivery: delivery.carers!, source: 'carers-survey', submission: submission.carers! };
    const none = { delivery: '987654', source: 'never-survey', submission: String(randomUUID()) };
    const csv = Buffer.from(file('city')).toString('base64');
    const asked: [as: string, question: (of: typeof none) => string][] = [
      [
        'partner',
        ({ delivery: id }) => `{ delivery(id: "${id}") { id status rejections { nodes { row } } } }`,
      ],
      ['partner', ({ source }) => `{ source(code: "${source}") { code mapping } }`],
      [
        'partner',
        ({ source }) =>
          `{ deliveries(source: "${source}") { nodes { id } pageInfo { hasNextPage endCursor } } }`,
      ],
      [
        'partner',
        ({ delivery: id, source }) =>
          `{ quarantine(delivery: "${id}", source: "${source}") { nodes { id cells } pageInfo { hasNextPage endCursor } } }`,
      ],
      ['partner', ({ delivery: id }) => `mutation { resolveDelivery(id: "${id}", decision: ADD) { id } }`],
      [
        'partner',
        ({ delivery: id }) => `mutation { replayRows(delivery: "${id}", contentBase64: "${csv}") { id } }`,
      ],
      [
        'partner',
        ({ source }) =>
          `mutation { deliver(source: "${source}", fileName: "a.csv", contentBase64: "${csv}") { id } }`,
      ],
      [
        'partner',
        ({ source }) =>
          `mutation { previewDelivery(source: "${source}", fileName: "a.csv", contentBase64: "${csv}") { header } }`,
      ],
      [
        'analyst',
        ({ submission: id }) => `mutation { releaseQuote(submission: "${id}", text: "Lamps") { id } }`,
      ],
      [
        'reviewer',
        ({ submission: id }) => `{ respondent(submission: "${id}", reason: "a check") { fullName } }`,
      ],
    ];
    for (const [role, question] of asked) {
      const as = `${role} of city`;
      const [theirs, nobodys] = [await ask(question(other), as), await ask(question(none), as)];
      // Only what was asked for may differ.
      const plain = (raw: string, of: typeof none): string =>
        raw
          .replaceAll(of.submission, 'ID')
          .replaceAll(of.source, 'SOURCE')
          .replaceAll(`"${of.delivery}"`, 'DELIVERY');
      expect([question(none), theirs.status, plain(theirs.raw, other)]).toEqual([
        question(none),
        nobodys.status,
        plain(nobodys.raw, none),
      ]);
      expect(theirs.raw).not.toMatch(/carers/);
    }
  });

  test('each role sees its own agencies and the doors of its role', async () => {
    const doors: Record<string, string> = {
      partner:
        '{ sources { nodes { agency { code } } } deliveries { nodes { source { agency { code } } } } quarantine { nodes { cells file } } }',
      analyst: '{ submissions { totalCount nodes { agency { code } comments { text } } } }',
      reviewer: `{ respondent(submission: "SUBMISSION", reason: "a check") { fullName } }`,
    };
    for (const agency of AGENCIES)
      for (const role of Object.keys(doors))
        for (const [door, question] of Object.entries(doors)) {
          const answer = await ask(
            question.replace('SUBMISSION', submission[agency]!),
            `${role} of ${agency}`,
          );
          expect([role, door, answer.code]).toEqual([role, door, role === door ? null : 'NOT_ALLOWED']);
          if (role !== door) expect(answer.raw).not.toMatch(/wish|Synthetic/);
          else
            expect(answer.raw).toMatch(
              new RegExp(
                role === 'partner'
                  ? `Synthetic Other of ${agency}`
                  : role === 'analyst'
                    ? `A wish of ${agency}`
                    : `Synthetic Person of ${agency}`,
              ),
            );
          expect(answer.raw).not.toMatch(
            new RegExp(
              `of ${AGENCIES.find((one) => one !== agency)}|"code":"${AGENCIES.find((one) => one !== agency)}"`,
            ),
          );
        }
    const both = await ask(doors.analyst!, 'analyst of both');
    expect(both.data.submissions.totalCount).toBe(2);
    expect(
      new Set(both.data.submissions.nodes.map((one: { agency: { code: string } }) => one.agency.code)),
    ).toEqual(new Set(AGENCIES));
    for (const question of Object.values(doors))
      for (const nobody of [undefined, 'hub_session=made-up'])
        expect((await ask(question.replace('SUBMISSION', submission.city!), nobody)).code).toBe(
          'NOT_SIGNED_IN',
        );
  });

  test('roles that read no comment, identity or delivery open none of these doors, whatever they are given beside', async () => {
    const doors = [
      '{ sources { nodes { code } } }',
      '{ submissions { nodes { comments { text } } } }',
      '{ nextComments(pile: BATCH) { parts { segments { text } } } }',
      `{ respondent(submission: "${submission.city}", reason: "a check") { fullName } }`,
      '{ figures(report: "themes-by-community", by: [AGENCY], working: true) { totalCount } }',
    ];
    for (const role of ['lead', 'editor', 'officer', 'duty', 'administrator'] as const) {
      const as = await signIn(await hub.signInLink(role, 'city'));
      // A lead has the sources of its agency, and neither rows to mend nor anything that was said.
      if (role === 'lead') {
        const { data, raw } = await ask(
          '{ sources { nodes { agency { code } } } quarantine { nodes { id } } deliveries { nodes { id } } }',
          as,
        );
        expect(
          new Set(data.sources.nodes.map((one: { agency: { code: string } }) => one.agency.code)),
        ).toEqual(new Set(['city']));
        expect(data.quarantine.nodes).toEqual([]);
        expect(raw).not.toMatch(/wish|Synthetic|carers/);
      }
      for (const door of role === 'lead' ? doors.slice(1) : doors) {
        const answer = await ask(door, as);
        expect([role, door, answer.code]).toEqual([
          role,
          door,
          expect.stringMatching(/NOT_ALLOWED|BAD_REQUEST/),
        ]);
        expect(answer.raw).not.toMatch(/wish|Synthetic/);
      }
    }
  });

  test('no session is given for a link used twice, and none stays after signing out', async () => {
    const link = await hub.signInLink('partner', 'city');
    const once = await signIn(link);
    expect((await ask('{ viewer { roles } }', once)).data.viewer).toEqual({ roles: ['PARTNER'] });
    await expect(signIn(link)).rejects.toThrow(/without a cookie/);
    await ask('mutation { signOut }', once);
    expect((await ask('{ viewer { roles } }', once)).data.viewer).toBeNull();
    expect((await ask('{ deliveries { nodes { id } } }', once)).code).toBe('NOT_SIGNED_IN');
  });

  test('a comment is the analyst’s alone until a person releases words of it', async () => {
    const everything = `{ figures(report: "themes-by-community", by: [AGENCY]) { nodes { id keys { name } } } communities { nodes { name } }
      engagements { nodes { title statements { nodes { text } } } } codebook { themes { name } } freshness { nodes { words } } }`;
    const others = [
      undefined,
      ...Object.keys(cookie).filter((who) => who.startsWith('partner') || who.startsWith('reviewer')),
    ];
    for (const who of others)
      expect([who, (await ask(everything, who)).raw]).toEqual([who, expect.not.stringContaining('wish')]);
    const quote = (who: string): Promise<GraphqlAnswer> =>
      ask('{ submissions { nodes { id releasedQuote comments { text } } } }', who);
    expect((await quote('analyst of city')).data.submissions.nodes).toEqual([
      { id: submission.city, releasedQuote: null, comments: [{ text: 'A wish of city: lamps in the lane' }] },
    ]);
    const release = `mutation { releaseQuote(submission: "${submission.city}", text: "lamps in the lane") { releasedQuote } }`;
    for (const who of others) expect((await ask(release, who)).code).toMatch(/NOT_/);
    expect((await ask(release, 'analyst of carers')).code).toBe('NOT_FOUND');
    expect((await ask(release, 'analyst of city')).data.releaseQuote.releasedQuote).toBe('lamps in the lane');
    const { rows } = await admin.query(
      `SELECT agency, subject, detail::text FROM audit.event WHERE action = 'quote-released'`,
    );
    expect(rows).toEqual([expect.objectContaining({ agency: 'city', subject: submission.city })]);
    expect(JSON.stringify(rows)).not.toMatch(/lamps/i);
  });

  test('every look into the vault is written down with who, what and why, and nothing of what was seen', async () => {
    const before = await admin.query(
      `SELECT count(*)::int AS n FROM audit.event WHERE action = 'vault-read'`,
    );
    const look = (id: string): Promise<GraphqlAnswer> =>
      ask(
        `{ respondent(submission: "${id}", reason: "a call about safeguarding") { fullName } }`,
        'reviewer of city',
      );
    expect((await look(submission.city!)).data.respondent.fullName).toBe('Synthetic Person of city');
    expect((await look(submission.carers!)).data.respondent).toBeNull();
    const { rows } = await admin.query<{ actor: string; subject: string; detail: Record<string, unknown> }>(
      `SELECT actor, subject, detail FROM audit.event WHERE action = 'vault-read' ORDER BY id OFFSET $1`,
      [before.rows[0].n],
    );
    expect(rows.map(({ subject, detail }) => [subject, detail.reason, detail.found])).toEqual([
      [submission.city, 'a call about safeguarding', true],
      [submission.carers, 'a call about safeguarding', false],
    ]);
    expect(rows.map(({ actor }) => actor)).toEqual(Array(2).fill('Test reviewer city'));
    expect(JSON.stringify(rows)).not.toMatch(/Synthetic/);
    await look('Synthetic Person of city');
    const strange = await admin.query(
      `SELECT * FROM audit.event WHERE to_jsonb(event)::text LIKE '%Synthetic%'`,
    );
    expect(strange.rows).toEqual([]);
  });

  test('with no session, the workbench’s own role sees no row of any table', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind = 'r' AND c.relrowsecurity AND n.nspname IN ('intake', 'engagement', 'vault', 'linkage', 'coding', 'audit')
         AND has_any_column_privilege('hub_workbench', c.oid, 'SELECT') AND has_schema_privilege('hub_workbench', n.oid, 'USAGE')`,
    );
    expect(rows.length).toBeGreaterThan(5);
    await admin.query('BEGIN');
    await admin.query('SET LOCAL ROLE hub_workbench');
    const seen: [string, number][] = [];
    for (const { name } of rows)
      seen.push([
        name,
        (await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`)).rows[0]!.n,
      ]);
    await admin.query('ROLLBACK');
    expect(seen.filter(([, count]) => count > 0)).toEqual([]);
    const held = await admin.query<{ n: number }>('SELECT count(*)::int AS n FROM engagement.submission');
    expect(held.rows[0]!.n).toBe(2);
  });
});
