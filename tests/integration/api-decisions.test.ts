import { WARDS } from '#domain';
import { publishEdition } from '#facts';
import { adoptPriorities } from '#pipeline';
import { Database, setHubSetting } from '#store';
import { plantClosedAnswers } from '../support/closed-answers.js';
import { plantHub, plantThemes } from '../support/small-hub.js';
import { codeOf, startApi, type TestApi } from './api-server.js';

const SIZE = { submissions: 1_200, people: 500 };
const LIGHTING = 'themes-by-community/theme=lighting';

let api: TestApi;
let writer: string;
let other: string;
/** Number of a released quote of many people, and of one from a ward where few spoke of its theme. */
let quotes: { many: string; more: string; few: string };

beforeAll(async () => {
  api = await startApi(async (database) => {
    const { admin } = database;
    await plantHub(admin, SIZE);
    await plantThemes(admin, SIZE);
    await plantClosedAnswers(admin);
    await admin.query(
      `INSERT INTO engagement.statement (id, agency, source, engagement, delivery, kind, issued_on, text, place)
       VALUES (gen_random_uuid(), 'force', 'force', 'survey-0', 2, 'priority', '2024-05-01', 'Off-road bikes', 'Budshead')`,
    );
    for (const [text, order, skipped] of [
      ['Lamps, please', 'ASC', 0],
      ['More lamps', 'ASC', 1],
      ['Hardly anybody here', 'DESC', 0],
    ])
      await admin.query(
        `INSERT INTO coding.released_quote (submission, agency, text, actor)
         SELECT s.id, s.agency, $1, 'made-up' FROM engagement.submission s JOIN coding.assignment a ON a.submission = s.id AND a.theme = 'lighting'
         WHERE s.ward IS NOT NULL ORDER BY s.ward ${order}, s.id LIMIT 1 OFFSET ${skipped}`,
        [text],
      );
    const worker = await Database.open(database.urlFor('worker'));
    await setHubSetting(worker, 'city', 'Plymouth');
    await adoptPriorities(worker);
    await publishEdition(worker);
    await worker.close();
    const { rows } = await admin.query<{ id: string; text: string }>(
      `SELECT id::text, text FROM facts.quote WHERE edition = 1 AND theme = 'lighting'`,
    );
    const idOf = (text: string): string => rows.find((row) => row.text === text)!.id;
    quotes = { many: idOf('Lamps, please'), more: idOf('More lamps'), few: idOf('Hardly anybody here') };
  });
  writer = await api.signIn('Writer', ['officer'], ['city']);
  other = await api.signIn('Other', ['lead'], ['force']);
});
afterAll(() => api?.stop());

const SAVE = `mutation ($input: DecisionInput!, $seen: Int) { saveDecision(input: $input, seen: $seen) {
  decision { id version state } problems { field reason } } }`;
const input = (over: object = {}) => ({
  agency: 'city', reference: 'LIGHT-1', public: true, title: 'Lamps are mended', decided: 'Mend every lamp.', decidedOn: '2025-03-04',
  decidedBy: 'The board', model: 'AFTER_ASKING', willDo: true, themes: ['lighting'], wards: ['E05002078'], engagements: ['city/survey-0'],
  evidence: [{ figure: LIGHTING, edition: 1 }],
  actions: [{ what: 'Mend', owner: 'Highways', due: '2020-01-01', state: 'PLANNED' }],
  ...over,
}); // prettier-ignore
const save = async (over: object, seen: number | null = null, as = writer) =>
  api.ask(SAVE, { variables: { input: input(over), seen }, as });
/** A figure that is hidden in a table of which most is shown: of some ward, one theme. */
async function hiddenFigure(): Promise<string> {
  for (const { code } of [...WARDS].reverse()) {
    const { data } = await api.ask(
      `{ figures(report: "themes-by-community", filter: { ward: ["${code}"] }) { nodes { __typename id } } }`,
    );
    const found = data?.figures.nodes.find(
      (one: { __typename: string }) => one.__typename === 'SuppressedFigure',
    );
    if (found) return found.id;
  }
  throw new Error('this hub hides nothing');
}
const problems = async (over: object): Promise<string[]> =>
  (await save(over)).data.saveDecision.problems.map(({ field }: { field: string }) => field);

test('what was decided is read by anybody with the figure that it rests on, and is late by the clock', async () => {
  expect((await save({})).data.saveDecision).toMatchObject({ decision: { version: 1, state: 'LATE' }, problems: [] });
  const { data } = await api.ask(`{ decisions { totalCount counts { all late planned } byWard { code counts { all } } years
    nodes { title origin agency { name } themes { name } asked { title } daysLate actions { state said }
      evidence { figure edition told { ... on PublishedFigure { people { value } receipt { addsUp } } } } } } }`);
  expect(data.decisions).toMatchObject({
    totalCount: 2,
    counts: { all: 2, late: 1, planned: 1 },
    byWard: [{ code: 'E05002078', counts: { all: 2 } }],
    years: [2025, 2024],
  });
  const [lamps, bikes] = data.decisions.nodes;
  expect(lamps).toMatchObject({
    origin: 'HUB',
    agency: { name: 'Demonstration City Council' },
    themes: [{ name: 'Theme lighting' }],
    asked: [{ title: 'Survey 0 of city' }],
    actions: [{ state: 'LATE', said: 'PLANNED' }],
  });
  const same = await api.ask(`{ figures(report: "themes-by-community", edition: 1) { nodes { id ... on PublishedFigure { people { value } } } } }`);
  const figure = same.data.figures.nodes.find(({ id }: { id: string }) => id === LIGHTING);
  expect(lamps.evidence[0].told.people.value).toBe(figure.people.value);
  expect(lamps.daysLate).toBeGreaterThan(1_000);
  expect(bikes).toMatchObject({ origin: 'PULLED', evidence: [], actions: [{ state: 'PLANNED' }] });
}); // prettier-ignore

test('filters by ward, theme under its group, state and year', async () => {
  const found = async (filter: string): Promise<string[]> =>
    (await api.ask(`{ decisions(filter: { ${filter} }) { nodes { title } } }`)).data.decisions.nodes.map(
      ({ title }: { title: string }) => title,
    );
  expect(await found('theme: ["places"]')).toEqual(['Lamps are mended']);
  expect(await found('state: [LATE]')).toEqual(['Lamps are mended']);
  expect(await found('year: [2024]')).toEqual(['Off-road bikes']);
  expect(await found('tied: true')).toEqual(['Lamps are mended']);
  expect(await found('agency: ["together"]')).toEqual([]);
});

test('a decision without a figure, on a hidden or an unknown one, or a refusal without a reason is not saved', async () => {
  expect(await problems({ reference: 'N-1', evidence: [] })).toEqual(['evidence']);
  expect(await problems({ reference: 'N-2', willDo: false, actions: [] })).toEqual(['notDoneBecause']);
  expect(await problems({ reference: 'N-3', evidence: [{ figure: 'themes-by-community/theme=nothing', edition: 1 }] })).toEqual(['evidence']);
  expect(await problems({ reference: 'N-4', evidence: [{ figure: LIGHTING, edition: 9 }] })).toEqual(['evidence']);
  expect(await problems({ reference: 'N-5', themes: ['lighting', 'gone'], wards: ['E1'] })).toEqual(['themes', 'wards']);
  const hidden = await hiddenFigure();
  const answer = await save({ reference: 'N-6', evidence: [{ figure: hidden, edition: 1 }] });
  expect(answer.data.saveDecision.problems).toEqual([
    { field: 'evidence', reason: 'Number 1 is hidden in edition 1: nothing may rest on it in public.' },
  ]);
  expect((await api.ask('{ ownDecisions { totalCount } }', { as: writer })).data.ownDecisions.totalCount).toBe(1);
}); // prettier-ignore

test('the first page leads with the next story where the words of the latest are gone, and finds what was done by its year', async () => {
  const story = (reference: string, decidedOn: string, quote: string) => ({
    reference, title: `Story ${reference}`, decidedOn, themes: [], wards: [], engagements: [], quotes: [{ edition: 1, quote, stance: 'with' }],
    actions: [{ what: 'Mend', owner: 'Highways', due: '2019-06-01', state: 'DONE', doneOn: '2019-05-01' }],
  });
  const saved = [await save(story('S-1', '2018-03-02', quotes.many)), await save(story('S-2', '2018-03-01', quotes.more))];
  const lead = async () => /<section class="box lead-story">.*?<\/section>/s.exec(await (await fetch(`${api.address}/read`)).text())?.[0];
  expect(await lead()).toContain('Story S-1');
  const asked = '{ decisions(filter: { doneIn: [2019] }) { nodes { reference } years decidedYears doneYears } }';
  const { nodes, years, decidedYears, doneYears } = (await api.ask(asked)).data.decisions;
  expect([nodes.length, decidedYears, doneYears]).toEqual([2, [2018], [2019]]);
  // Deprecated, and as it was: of all decisions, whatever is asked for.
  expect(years).toEqual(expect.arrayContaining([2025, 2024, 2018]));
  const list = await (await fetch(`${api.address}/read/what-happened?doneIn=2019`)).text();
  expect(list).toContain('Story S-2');
  expect(list).not.toContain('Lamps are mended');
  expect(await (await fetch(`${api.address}/read/wards/E05002078`)).text()).toContain('doneIn=2019');
  await api.database.admin.query(`ALTER TABLE facts.quote DISABLE TRIGGER USER; UPDATE facts.quote SET text = '' WHERE id = ${quotes.many};
    ALTER TABLE facts.quote ENABLE TRIGGER USER`);
  expect(await lead()).toMatch(/Story S-2.*people<\/strong> raised Theme lighting.*More lamps/s);
  await api.database.admin.query(`ALTER TABLE facts.quote DISABLE TRIGGER USER; UPDATE facts.quote SET text = 'Lamps, please' WHERE id = ${quotes.many};
    ALTER TABLE facts.quote ENABLE TRIGGER USER`);
  for (const { data } of saved) await api.ask(`mutation { takeBackDecision(id: "${data.saveDecision.decision.id}") }`, { as: writer });
}); // prettier-ignore

test('a decision may rest on an answer to a question, which is told with its number, and on no answer that there is not', async () => {
  const { data } = await api.ask('{ answers(engagement: "city/survey-0", question: "aware") { questions { all { options { code people } } } } }');
  const { code, people } = data.answers.questions[0].all.options[0];
  const figure = `answers/city/survey-0/aware/${code}`;
  expect(await problems({ reference: 'A-0', evidence: [{ figure: 'answers/city/survey-0/aware/never', edition: 1 }] })).toEqual(['evidence']);
  const saved = await save({ reference: 'A-1', themes: [], engagements: [], decidedOn: '2017-01-01', evidence: [{ figure, edition: 1 }] });
  const { decision, problems: none } = saved.data.saveDecision;
  expect(none).toEqual([]);
  const asked = `{ decision(id: "${decision.id}") { evidence { did answer { people } told { id } } } }`;
  const did = 'answered “Yes” to “Question aware”';
  expect((await api.ask(asked)).data.decision.evidence).toEqual([{ did, answer: { people }, told: null }]);
  const page = await (await fetch(`${api.address}/read/what-happened/${decision.id}`)).text();
  expect(page).toContain(`people</strong> ${did}`);
  await api.ask(`mutation { takeBackDecision(id: "${decision.id}") }`, { as: writer });
}); // prettier-ignore

test('quotes are shown from released words of ten people or more, and those of fewer are refused', async () => {
  const shown = (quote: string, stance = 'against') => [{ edition: 1, quote, stance }];
  expect(await problems({ reference: 'Q-1', quotes: shown(quotes.few) })).toEqual(['quotes']);
  expect(await problems({ reference: 'Q-1', quotes: shown(quotes.many, 'neither') })).toEqual(['quotes']);
  expect(await problems({ quotes: shown('999999') })).toEqual(['quotes']);
  await save({ quotes: shown(quotes.many) }, 1);
  const asked = '{ decisions(filter: { agency: ["city"] }) { nodes { quotes { words stance } } } }';
  expect((await api.ask(asked)).data.decisions.nodes[0].quotes).toEqual([{ words: 'Lamps, please', stance: 'against' }]);
  // What an erasure takes from an edition is gone from decisions too.
  await api.database.admin.query(`ALTER TABLE facts.quote DISABLE TRIGGER USER; UPDATE facts.quote SET text = '' WHERE edition = 1; ALTER TABLE facts.quote ENABLE TRIGGER USER`);
  expect((await api.ask(asked)).data.decisions.nodes[0].quotes).toEqual([]);
}); // prettier-ignore

test('nobody writes another agency’s decisions, without signing in none, and drafts are seen by the own agency alone', async () => {
  expect(codeOf(await save({ reference: 'D-1' }, null, other))).toBe('NOT_ALLOWED');
  expect(codeOf(await api.ask(SAVE, { variables: { input: input() } }))).toBe('NOT_SIGNED_IN');
  expect(codeOf(await api.ask('{ ownDecisions { totalCount } }'))).toBe('NOT_SIGNED_IN');
  const draft = (await save({ reference: 'D-2', public: false, title: 'A draft' })).data.saveDecision.decision;
  const titles = async (as?: string) =>
    JSON.stringify((await api.ask('{ decisions(first: 100) { nodes { title } } }', as ? { as } : {})).data);
  expect(await titles()).not.toContain('A draft');
  expect(await titles(other)).not.toContain('A draft');
  expect((await api.ask(`{ decision(id: "${draft.id}") { title } }`, { as: writer })).data.decision).toBeNull();
  expect((await api.ask(`{ ownDecision(id: "${draft.id}") { title } }`, { as: writer })).data.ownDecision).toEqual({ title: 'A draft' });
  expect((await api.ask(`{ ownDecision(id: "${draft.id}") { title } }`, { as: other })).data.ownDecision).toBeNull();
  expect(codeOf(await save({ reference: 'D-2' }, 7))).toBe('BAD_REQUEST');
}); // prettier-ignore

test('a file of decisions is saved but for the rows that are told by file, row, column and reason', async () => {
  const csv = [
    'reference,title,decided,decided_on,decided_by,model,figures,themes,public,action,action_owner,action_due',
    `CSV-1,Bins,Empty them twice,2025-01-02,Cabinet,agency,themes-by-community/theme=litter,litter,yes,Buy bins,Streets,2030-01-01`,
    `CSV-2,Dogs,Nothing,2025-01-02,Cabinet,agency,some 400 people,litter,yes,Buy bins,Streets,2030-01-01`,
    `CSV-3,Cats,Nothing,2025-01-02,Cabinet,agency,themes-by-community/theme=litter,cats,yes,Buy bins,,2030-01-01`,
    `CSV-4,Rats,Nothing,2025-01-02,Cabinet,agency,themes-by-community/theme=litter,rats,yes,Buy bins,Streets,2030-01-01`,
  ].join('\n');
  const upload = (as: string, agency = 'city') =>
    api.ask(`mutation ($agency: String!, $file: String!) { uploadDecisions(agency: $agency, fileName: "ours.csv", contentBase64: $file) {
      saved problems { file row column reason } } }`, { variables: { agency, file: Buffer.from(csv).toString('base64') }, as });
  expect((await upload(writer)).data.uploadDecisions).toEqual({
    saved: 1,
    problems: [
      { file: 'ours.csv', row: 3, column: 'figures', reason: expect.stringContaining('id of a published figure') },
      { file: 'ours.csv', row: 4, column: 'action_owner', reason: 'Say who will do it.' },
      { file: 'ours.csv', row: 5, column: 'themes', reason: 'Number 1 of this list is no theme of this hub.' },
    ],
  });
  expect((await upload(writer)).data.uploadDecisions.saved).toBe(1); // the same reference again is changed, not added
  expect((await api.ask('{ decisions(filter: { search: "bins" }) { totalCount nodes { version } } }')).data.decisions).toEqual({
    totalCount: 1,
    nodes: [{ version: 2 }],
  });
  expect(codeOf(await upload(other))).toBe('NOT_ALLOWED');
}); // prettier-ignore

interface Waiting {
  agency: { code: string };
  theme: { code: string };
  figure: { id: string };
}

test('voices wait against the promise of their agency, and an engagement shows what its promise came to', async () => {
  const asked = '{ waitingVoices { agency { code } theme { code } quarters since promisedBy daysLate inPart figure { id } } }';
  const before = (await api.ask(asked)).data.waitingVoices;
  expect(before.every(({ promisedBy }: { promisedBy: null }) => promisedBy === null)).toBe(true);
  await api.ask('mutation { saveAnswerPromise(agency: "city", months: 6) }', { as: writer });
  const after = (await api.ask(asked)).data.waitingVoices;
  expect(after[0]).toMatchObject({ agency: { code: 'city' }, daysLate: expect.any(Number) });
  const lampsOf = (lines: Waiting[]): Waiting | undefined =>
    lines.find((one) => one.agency.code === 'city' && one.theme.code === 'lighting');
  // Which cells are told depends on the hub's own noise; that they wait or not depends on the decision alone.
  const table = await api.ask(
    '{ figures(report: "themes-by-community", by: [THEME, QUARTER], filter: { agency: ["city"] }) { nodes { id ... on PublishedFigure { people { value } } } } }',
  );
  const start = 'themes-by-community/theme=lighting/quarter=';
  const told: string[] = table.data.figures.nodes
    .filter(({ id, people }: { id: string; people?: { value: number } }) => id.startsWith(start) && people && people.value > 0)
    .map(({ id }: { id: string }) => id.slice(start.length).split(';')[0]!)
    .filter((quarter: string) => /^\d{4}-Q\d$/.test(quarter))
    .sort();
  // Decided on 4 March 2025: what was said in the quarters that had ended by then has its answer.
  const open = told.filter((quarter) => quarter >= '2025-Q1');
  expect(open.length).toBeGreaterThan(0);
  expect(open.length).toBeLessThan(told.length);
  // So far one ward alone has an answer: all the others wait from the first quarter on.
  expect(lampsOf(after)).toMatchObject({ quarters: told, inPart: 1 });
  const forAll = (await save({ reference: 'LIGHT-ALL', wards: [] })).data.saveDecision.decision.id;
  const lamps = lampsOf((await api.ask(asked)).data.waitingVoices);
  expect(lamps).toMatchObject({ quarters: open, inPart: 0 });
  expect(lamps!.figure.id).toBe(`${start}${open[0]};agency=city`);
  const tested = await api.ask('{ engagement(agency: "city", key: "survey-0") { promiseTest { declared evidenced resultsOut answered kept } } }');
  expect(tested.data.engagement.promiseTest).toMatchObject({ resultsOut: true, answered: true, evidenced: 'CONSULTATION' });
  await api.ask(`mutation { takeBackDecision(id: "${forAll}") }`, { as: writer });
}); // prettier-ignore

test('feed readers and calendars are told the same under the same filters', async () => {
  const get = async (path: string) => {
    const response = await fetch(`${api.address}${path}`);
    return { type: response.headers.get('content-type'), text: await response.text() };
  };
  const feed = await get('/what-happened/feed.atom?theme=places&state=LATE');
  expect(feed.type).toBe('application/atom+xml; charset=utf-8');
  expect(feed.text.match(/<entry>/g)).toHaveLength(1);
  expect(feed.text).toContain('<title>Lamps are mended</title>');
  expect(feed.text).not.toContain('A draft');
  const calendar = await get('/what-happened/calendar.ics?agency=city');
  expect(calendar.type).toBe('text/calendar; charset=utf-8');
  expect(calendar.text).toContain('DTSTART;VALUE=DATE:20200101\r\nSUMMARY:Mend (Lamps are mended)\r\n');
  expect((await get('/what-happened/feed.atom?ward=nowhere&year=12')).text).not.toContain('Lamps');
});

test('records without a figure are told beside decisions, the same on every page', async () => {
  const page = async (path: string) => (await fetch(`${api.address}${path}`)).text();
  const counted = (text: string) => /<dt>decisions<\/dt>\s*<dd>(\d+)<\/dd>/.exec(text)?.[1];
  const [home, list, all] = [
    await page('/read'),
    await page('/read/what-happened'),
    await page('/read/what-happened?records=all'),
  ];
  const told = (await api.ask('{ decisions(filter: { tied: true }) { totalCount records } }')).data.decisions;
  expect(told.records).toBeGreaterThan(0);
  expect([counted(home), counted(list), counted(all)]).toEqual(Array(3).fill(String(told.totalCount)));
  expect(list).not.toContain('Off-road bikes');
  expect(all).toContain('Off-road bikes');
  expect(all).toContain('/what-happened/feed.atom?records=all');
  const file = await page('/what-happened/decisions.csv');
  expect(file).toContain('Lamps are mended');
  expect(file).not.toContain('A draft');
});

test('a day that was moved leaves a trace, and a file without a column takes nothing away', async () => {
  const asked = '{ decisions(filter: { search: "Lamps are mended" }) { nodes { id version changes { words } } } }';
  const lamps = async () => (await api.ask(asked)).data.decisions.nodes[0];
  const { id, version, changes } = await lamps();
  expect(changes).toEqual([]);
  await api.database.admin.query(`ALTER TABLE decisions.version DISABLE TRIGGER USER;
    UPDATE decisions.version SET at = at - interval '9 days'; ALTER TABLE decisions.version ENABLE TRIGGER USER`);
  const moved = { what: 'Mend', owner: 'Highways', due: '2031-05-15', state: 'PLANNED' };
  await save({ actions: [moved] }, version);
  const words = '“Mend” was due 1 January 2020; the day is now 15 May 2031.';
  expect((await lamps()).changes).toEqual([{ words: [words] }]);
  expect(await (await fetch(`${api.address}/read/what-happened/${id}`)).text()).toContain(words);
  const file = (await api.ask('{ ownDecisionsFile(agency: "city") }', { as: writer })).data.ownDecisionsFile as string;
  expect(file).toContain('A draft');
  expect((await api.ask('{ ownDecisionsFile(agency: "city") }', { as: other })).data.ownDecisionsFile).not.toContain('Lamps');
  const csv = [
    'reference,title,decided,decided_on,decided_by,model,figures,action,action_state',
    `LIGHT-1,Lamps are mended,Mend every lamp.,2025-03-04,The board,after-asking,${LIGHTING} @ 1,Mend,under-way`,
  ].join('\n');
  const sent = await api.ask(`mutation ($file: String!) { uploadDecisions(agency: "city", fileName: "states.csv", contentBase64: $file) {
    saved problems { reason } } }`, { variables: { file: Buffer.from(csv).toString('base64') }, as: writer });
  expect(sent.data.uploadDecisions).toEqual({ saved: 1, problems: [] });
  const after = (await api.ask('{ decisions(filter: { search: "Lamps are mended" }) { nodes { wards { code } actions { said due owner } } } }')).data.decisions.nodes[0];
  expect(after).toEqual({ wards: [{ code: 'E05002078' }], actions: [{ said: 'UNDER_WAY', due: '2031-05-15', owner: 'Highways' }] });
}); // prettier-ignore

test('decisions are counted by the priority that they belong to, which is called with its plan and leads to them', async () => {
  const saved = await api.ask(
    `mutation { savePlanPriority(agency: "city", code: "streets", plan: "Safer Plymouth plan", title: "Streets for all") }`,
    { as: writer },
  );
  expect(saved.data.savePlanPriority).toBe(true);
  expect(await problems({ reference: 'PLAN-1', priorities: ['city/streets'] })).toEqual([]);
  const { data } = await api.ask(`{ decisions { byPriority { code name counts { all late } } }
    of: decisions(filter: { priority: ["city/streets"] }) { nodes { reference priorities { id plan title } } } }`);
  expect(data.decisions.byPriority).toEqual([
    { code: 'city/streets', name: 'Streets for all (Safer Plymouth plan)', counts: { all: 1, late: 1 } },
  ]);
  expect(data.of.nodes).toEqual([
    { reference: 'PLAN-1', priorities: [{ id: 'city/streets', plan: 'Safer Plymouth plan', title: 'Streets for all' }] },
  ]);
}); // prettier-ignore

test('an agency that was taken on after the edition is named with what it decides', async () => {
  await api.database.admin.query(
    `INSERT INTO engagement.agency (code, name, kind) VALUES ('bay', 'Bay Council', 'council')`,
  );
  const as = await api.signIn('Newcomer', ['officer'], ['bay']);
  const saved = await save({ agency: 'bay', reference: 'BAY-1', title: 'Benches stand', engagements: [] }, null, as);
  expect(saved.data.saveDecision.problems).toEqual([]);
  const asked = '{ decisions(filter: { search: "Benches" }) { nodes { title agency { code name kind } } byAgency { code name } } }';
  const bay = { code: 'bay', name: 'Bay Council' };
  expect((await api.ask(asked)).data.decisions).toMatchObject({
    nodes: [{ title: 'Benches stand', agency: { ...bay, kind: 'COUNCIL' } }],
    byAgency: [bay],
  });
  expect((await api.ask('{ ownDecisions { nodes { agency { name } } } }', { as })).data.ownDecisions.nodes).toEqual([
    { agency: { name: 'Bay Council' } },
  ]);
}); // prettier-ignore

test('where too little can be told of engagements or of an agency, pages go on and say so', async () => {
  // Of all engagements but one a handful of people is left.
  await api.database.admin.query(
    `UPDATE engagement.submission s SET withdrawn_at = now() FROM (
       SELECT id, agency || '/' || engagement AS of, row_number() OVER (PARTITION BY agency, engagement ORDER BY id) AS place FROM engagement.submission) n
     WHERE n.id = s.id AND n.place > 4 AND n.of <> 'city/survey-0'`,
  );
  const worker = await Database.open(api.database.urlFor('worker'));
  await publishEdition(worker);
  await worker.close();
  const refused = async (question: string) => (await api.ask(`{ figures(${question}, edition: 2) { totalCount } }`)).errors.length > 0;
  expect(await refused('report: "engagement-overview", by: [ENGAGEMENT]')).toBe(true);
  const list = await api.ask('{ engagements(edition: 2) { totalCount nodes { untold figure { id } } } answered: engagements(edition: 2, filter: { answered: true }) { totalCount } }');
  expect(list.data.engagements.nodes[0]).toEqual({ untold: expect.stringContaining('none is told by itself'), figure: null });
  expect(list.data.answered.totalCount).toBe(list.data.engagements.totalCount);
  const tested = async (agency: string) =>
    (await api.ask(`{ engagement(agency: "${agency}", key: "survey-0", edition: 2) { promiseTest { resultsOut } } }`)).data.engagement.promiseTest;
  expect([await tested('city'), await tested('force')]).toEqual([{ resultsOut: true }, { resultsOut: false }]);
  const { waitingTold, agencies } = (await api.ask('{ waitingTold(edition: 2) { edition untold { code } } agencies(edition: 2) { nodes { code } } }')).data;
  const untold: { code: string }[] = [];
  for (const { code } of agencies.nodes)
    if (await refused(`report: "themes-by-community", by: [THEME, QUARTER], filter: { agency: ["${code}"] }`)) untold.push({ code });
  expect(untold.length).toBeGreaterThan(0);
  const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);
  expect({ ...waitingTold, untold: [...waitingTold.untold].sort(byCode) }).toEqual({ edition: 2, untold: untold.sort(byCode) });
  expect((await api.ask('{ waitingVoices(edition: 2) { agency { code } } }')).errors).toEqual([]);
}); // prettier-ignore

test('of a promise what is left out stays as it was, and empty words take it away', async () => {
  const promise = async (args: string) => {
    await api.ask(`mutation { saveAnswerPromise(agency: "city", ${args}) }`, { as: writer });
    return (await api.ask('{ answerPromises { months words contact } }')).data.answerPromises[0];
  };
  const whole = { months: 3, words: 'We answer all', contact: 'The desk' };
  expect(await promise('months: 3, words: "We answer all", contact: "The desk"')).toEqual(whole);
  expect(await promise('months: 5')).toEqual({ ...whole, months: 5 });
  expect(await promise('months: 6, words: "", contact: null')).toEqual({
    months: 6,
    words: null,
    contact: null,
  });
});
