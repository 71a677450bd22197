import { WARDS } from '#domain';
import { detailOf, input, LIGHTING, startRoom, type ReportRoom } from './report-room.js';

/** What keeps a report from release, each planted in a draft; and the equality section, which the hub drafts and never judges. */
let room: ReportRoom;
let hidden = '';
/** A shown figure of one theme in one ward. */
let ofWard = '';
/** Numbers of quotes: one that is released, one that an erasure took, one of a theme that few raised. */
let quotes: { released: string; taken: string; few: string };
let id = '';

beforeAll(async () => {
  room = await startRoom(async (admin) => {
    const release = (words: string, theme: string, order: string) =>
      admin.query(
        `INSERT INTO coding.released_quote (submission, agency, text, actor)
         SELECT s.id, s.agency, $1, 'made-up' FROM engagement.submission s JOIN coding.assignment a ON a.submission = s.id AND a.theme = $2
         WHERE NOT EXISTS (SELECT FROM coding.released_quote q WHERE q.submission = s.id) ORDER BY s.ward ${order} NULLS LAST, s.id LIMIT 1`,
        [words, theme],
      );
    await release('Lamps, please', 'lighting', 'ASC');
    await release('Taken back since', 'lighting', 'ASC');
    await release('Hardly anybody here', 'lighting', 'DESC');
  });
  const { admin } = room.api.database;
  const { rows } = await admin.query<{ id: string; text: string }>(
    `SELECT id::text, text FROM facts.quote WHERE edition = 1 AND theme = 'lighting'`,
  );
  const idOf = (words: string): string => rows.find(({ text }) => text === words)!.id;
  quotes = {
    released: idOf('Lamps, please'),
    taken: idOf('Taken back since'),
    few: idOf('Hardly anybody here'),
  };
  await admin.query(
    `ALTER TABLE facts.quote DISABLE TRIGGER USER; UPDATE facts.quote SET text = '' WHERE id = ${quotes.taken}; ALTER TABLE facts.quote ENABLE TRIGGER USER`,
  );
  hidden = await oneFigure((one) => one.__typename === 'SuppressedFigure' && one.withheld === null);
  ofWard = await oneFigure(
    (one) => one.__typename === 'PublishedFigure' && one.id.includes('theme=lighting'),
  );
});
afterAll(() => room?.stop());

interface OneFigure {
  __typename: string;
  id: string;
  withheld?: string | null;
}

/** A figure of some ward and one theme, in a table of which most is shown. */
async function oneFigure(wanted: (one: OneFigure) => boolean): Promise<string> {
  for (const { code } of [...WARDS].reverse()) {
    const { data } = await room.api.ask(
      `{ figures(report: "themes-by-community", filter: { ward: ["${code}"] }) { nodes { __typename id ... on SuppressedFigure { withheld } } } }`,
    );
    const found = (data?.figures.nodes as OneFigure[] | undefined)?.find(wanted);
    if (found) return found.id;
  }
  throw new Error('this hub has no such figure');
}

interface Checks {
  code: string;
  stops: { section: string; words: string }[];
}
const stopsOf = (checks: Checks[]) => checks.filter(({ stops }) => stops.length > 0);

test('a draft is stopped by every planted fault, each told by its section', async () => {
  const faults: [string, string][] = [
    ['bare-number', 'In the autumn walks, some 400 women said so.'],
    ['bare-number', 'A clear majority of residents said so.'],
    ['hidden-figure', `There [[${hidden}]] said so.`],
    ['absent-figure', 'And [[themes-by-community/theme=made-up]] said so.'],
    ['absent-figure', `And [[${LIGHTING} @ working]] said so.`],
    ['foreign-edition', `And [[${LIGHTING} @ 2]] said so.`],
    ['unreleased-quote', 'She said “the lights went out in March” to us.'],
    ['unreleased-quote', 'She said [[quote 999999]].'],
    ['unreleased-quote', `She said [[quote ${quotes.taken}]].`],
    ['theme-not-ready', 'It is what most raised: [[themes-by-community/theme=litter | share]].'],
    ['theme-not-ready', 'Theme litter comes first of all.'],
    ['unclear-change', `It rose to [[${LIGHTING}]].`],
    ['unclear-change', `[[${LIGHTING}]] raised lamps. It has gone up.`],
    ['unclear-change', `It rose to [[${ofWard}]].`],
    ['hidden-figure', `[[${ofWard} | gap]] spoke of it.`],
    ['bare-number', '2010 told us so.'],
    ['written', 'On equality: [[write your judgement here]]'],
  ];
  let seen: number | null = null;
  for (const [code, text] of faults) {
    const { data } = await room.save({ texts: [{ code: 'point', text }, input().texts[1]] }, seen);
    seen = data.saveReport.version;
    id = data.saveReport.id;
    const stopped = stopsOf(data.saveReport.checks);
    expect([text, stopped.map((check) => check.code)]).toEqual([text, [code]]);
    expect(stopped[0]!.stops[0]!.section).toBe('The decision asked');
    expect(detailOf(await room.mutate(`proposeReport(id: "${id}") { id }`))).toBe('stopped');
  }
  for (const [code, section, over] of [
    ['bare-number', 'Title', { title: 'What 400 residents want' }],
    ['unclear-change', 'Title', { title: 'Theme lighting is rising' }],
    ['absent-figure', 'Title', { title: `Lamps: [[${LIGHTING}]]` }],
    ['bare-number', 'For which board', { forWhom: 'A board of 400 residents' }],
  ] as const) {
    const { data } = await room.save(over, seen);
    seen = data.saveReport.version;
    expect(stopsOf(data.saveReport.checks).map((check) => [check.code, check.stops[0]!.section])).toEqual([[code, section]]);
  } // prettier-ignore
  const told = `${input().texts[0]!.text} [[quote ${quotes.released}]]`;
  const mended = await room.save({ texts: [{ code: 'point', text: told }, input().texts[1]] }, seen);
  expect(stopsOf(mended.data.saveReport.checks)).toEqual([]);
});

test('a quote stands for the city in a report of a theme, and with its ward in a brief only where ten said so there', async () => {
  const draft = (over: object) => ({
    ...over,
    texts: [{ code: 'point', text: `Decide. [[quote ${quotes.few}]]` }, input().texts[1]],
  });
  const ofTheme = (await room.save(draft({ slug: 'quoted' }), null)).data.saveReport;
  expect(stopsOf(ofTheme.checks)).toEqual([]);
  const { rows } = await room.api.database.admin.query<{ ward: string }>(
    `SELECT ward FROM facts.quote WHERE id = ${quotes.few}`,
  );
  const subject = rows[0]!.ward;
  const ofWard = (await room.save(draft({ slug: 'brief', kind: 'ward', subject, theme: null }), null)).data
    .saveReport;
  expect(stopsOf(ofWard.checks).map(({ code }) => code)).toEqual(['unreleased-quote']);
  const { data } = await room.mutate(`proposeReport(id: "${ofTheme.id}") { proposed }`);
  expect(JSON.stringify(data.proposeReport.proposed.texts)).toContain('Hardly anybody here');
});

test('equality is drafted from figures, names its gaps, and waits for the judgement of its author', async () => {
  const asked = (subject: string, as?: string) =>
    room.api.ask(`{ equalityDraft(kind: "theme", subject: "${subject}", edition: 1) }`, as ? { as } : {});
  expect((await asked('places')).errors[0]?.extensions['code']).toBe('NOT_SIGNED_IN');
  expect((await asked('none-such', room.as.author)).errors).toHaveLength(1);
  const text: string = (await asked('places', room.as.author)).data.equalityDraft;
  expect(text).toContain('religion or belief');
  // Who is under-heard is told of everybody: of those who raised a theme few may be few who mind it.
  expect(text).toContain('(of everybody heard, on any theme)');
  expect(text).not.toContain('theme=');
  expect(text).toContain('[[write your judgement here]]');
  const draft = (equality: string) => ({
    slug: 'equality',
    texts: [...input().texts, { code: 'equality', text: equality }],
  });
  const { id: made, version, checks } = (await room.save(draft(text), null)).data.saveReport;
  expect(stopsOf(checks)).toEqual([
    { code: 'written', stops: [{ section: 'Equality', words: expect.stringContaining('judgement') }] },
  ]);
  const judged = text.replace('[[write your judgement here]]', 'Ask in person first.');
  await room.save(draft(judged), version);
  const { proposed } = (await room.mutate(`proposeReport(id: "${made}") { proposed }`)).data.proposeReport;
  const said = proposed.tables.find(({ code }: { code: string }) => code === 'E1');
  expect(said.rows.length).toBeGreaterThan(3);
  for (const { cells, figure } of said.rows) {
    const told = await room.api.ask(
      'query ($id: ID!) { figure(id: $id, edition: 1) { ... on PublishedFigure { people { value low high } } } }',
      { variables: { id: figure } },
    );
    const { value, low, high } = told.data.figure.people;
    expect([figure, ...cells.slice(2, 5)]).toEqual([figure, value, low, high]);
  }
});

test('what a grade withholds reads [x] in table and drawing alike, and a risk view tells its figures in words', async () => {
  const scored = 'Scored on 3 June 2025 by the community safety lead';
  const risk = `Lamps stay out for [[${LIGHTING}]] | 3 | 4 | a | agreed`;
  const draft = (first: string) => ({
    slug: 'risks-2026',
    theme: 'noise',
    texts: [...input().texts, { code: 'risks', text: `${first}\n${risk}` }],
  });
  const { id: other, version, checks } = (await room.save(draft(`${scored} and 400 residents`), null)).data.saveReport; // prettier-ignore
  expect(
    checks.flatMap(({ code, stops }: { code: string; stops: { section: string }[] }) =>
      stops.map(({ section }) => [code, section]),
    ),
  ).toEqual([['bare-number', 'Risk view']]);
  await room.save(draft(scored), version);
  const { data } = await room.mutate(`proposeReport(id: "${other}") { proposed }`);
  const tableOf = (code: string) =>
    data.proposeReport.proposed.tables.find((table: { code: string }) => table.code === code);
  const quarters = tableOf('F2');
  expect(quarters.rows.map(({ cells }: { cells: unknown[] }) => cells[1])).toContain('[x]');
  expect(quarters.chart.alt).toContain('[x]');
  expect(quarters.chart.alt).not.toContain('[c]');
  expect(quarters.measure).toMatch(/ \[x\]: .+/);
  const { figure } = (
    await room.api.ask('query ($id: ID!) { figure(id: $id, edition: 1) { ... on PublishedFigure { people { value } } } }', { variables: { id: LIGHTING } })
  ).data; // prettier-ignore
  expect(tableOf('F7').rows).toEqual([
    {
      cells: [`Lamps stay out for ${figure.people.value.toLocaleString('en-GB')} people`, 3, 4, 'A strong', 'agreed'],
      figure: null,
      page: `/read/figures?id=${encodeURIComponent(LIGHTING)}&edition=1`,
    },
  ]); // prettier-ignore
});
