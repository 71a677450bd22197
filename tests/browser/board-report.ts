import { expect, it } from '@jest/globals';
import { readCsvRows } from '#connectors';
import { generateCity } from '#demo';
import { askGraphql } from '../support/graphql.js';
import type { Stage } from './stage.js';

const BOARD = 'safe-at-night';
const WARD = 'waterfront';

const RANGE = '\\(between\\s[+−]?\\d+%\\sand\\s[+−]?\\d+%\\)';
const CHANGE = new RegExp(
  `^((Rose|Fell|No clear change) ${RANGE}|Only in .+: (rose|fell|no clear change) ${RANGE})$`,
);

/** A change is told with its range and with the consultations that it rests on, or with why it can't be told. */
function expectChange({ change, rests_on: basis }: Record<string, string>): void {
  if (/^\[[cx]\]$|^Not compared$|^Can’t be compared, because .{10}/.test(change!)) return;
  expect(change).toMatch(CHANGE);
  expect(basis).toMatch(
    /^\d+ consultations? that asked the same in both years(, with at most \d+% of the people heard)?\.$/,
  );
}

/** What a board looks for in its paper, and a councillor in a brief: who does what by when, a view that disagrees, what is open, and records apart from voices. */
export function boardReportTests(on: () => Stage): void {
  const rowsOf = async (code: string, report = BOARD): Promise<Record<string, string>[]> => {
    const answer = await fetch(`${on().address}/read/reports/${report}/${code}.csv`);
    const read = readCsvRows(new Uint8Array(await answer.arrayBuffer()));
    if (!read.ok) throw new Error(read.error.reason);
    return read.value.rows.map(({ cells }) => cells);
  };

  it('the board’s paper tells each action with its owner, its day and how it stands, and why what is refused', async () => {
    const rows = await rowsOf('f8');
    expect(rows.filter(({ owner }) => !owner)).toEqual([]);
    const of = (state: RegExp) => rows.filter((row) => state.test(row['state']!));
    expect(of(/^Late, \d+ days$/).length).toBeGreaterThan(0);
    for (const open of of(/^(Late|Planned|Under way)/)) expect(open['due']).toMatch(/^\d+ \w+ 20\d\d$/);
    const refused = of(/^Will not do$/);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.filter(({ effect }) => effect!.length < 10)).toEqual([]);
    expect(rows.some(({ state, effect }) => state === 'Done' && effect !== '')).toBe(true);
  });

  it('quotes with what people say somebody who disagrees, and never praise in that place', async () => {
    const { plan } = generateCity({ seed: 2014, size: on().size });
    const disagree = new Set(
      plan.submissions.flatMap(({ texts }) =>
        texts.flatMap(({ text, dissents }) => (dissents ? [text] : [])),
      ),
    );
    const told = (await rowsOf('f5')).map(({ against }) => against!.replaceAll(/^“|”$/g, ''));
    expect(told.some((words) => disagree.has(words))).toBe(true);
    expect(
      told.filter((words) => !disagree.has(words) && words !== 'No dissenting quote is released'),
    ).toEqual([]);
  });

  it('tells the risk view as a judgement, what agencies say beside the city, and recorded crime in a panel of its own', async () => {
    expect((await rowsOf('f7')).length).toBeGreaterThan(1);
    const agencies = await rowsOf('f6');
    expect(
      agencies.filter(
        ({ says }) =>
          !/^(the same: |differs|no clear (change in either|difference)|can’t be compared|silent|not told)/.test(
            says!,
          ),
      ),
    ).toEqual([]);
    // What is not told of an agency has no change either.
    expect(agencies.filter(({ people, change }) => /^\[[cx]\]$/.test(people!) && people !== change)).toEqual(
      [],
    );
    for (const row of [...agencies, ...(await rowsOf('f1'))]) expectChange(row);
    const months = await rowsOf('r1');
    expect(months).toHaveLength(36);
    expect(months.filter(({ compared }) => compared !== '').length).toBeGreaterThan(5);
    // Beside a theme stands what the edition froze, month by month.
    const frozen = await askGraphql<{
      recordedCrime: { nodes: { month: string; value: number }[] };
      recordedSeries: { nodes: { months: { month: string; count: number | null }[] }[] };
    }>(
      on().address,
      '{ recordedCrime(edition: 1, first: 100) { nodes { month value } } recordedSeries(edition: 1) { nodes { months { month count } } } }',
    );
    const [series] = frozen.recordedSeries.nodes;
    const held = series!.months.flatMap(({ month, count }) =>
      count === null ? [] : [{ month, value: count }],
    );
    expect(frozen.recordedCrime.nodes).toEqual(held);
    expect(held.length).toBeGreaterThan(30);
    const drawn = await fetch(`${on().address}/read/reports/${BOARD}/r1.svg`);
    expect([drawn.status, await drawn.text()]).toEqual([
      200,
      expect.stringContaining('Do not compare across it'),
    ]);
  });

  it('begins with the theme’s wards and agencies, tells records beside quarters, and ends with an annex of sources, steps, versions and readers', async () => {
    const answer = await fetch(`${on().address}/read/reports/${BOARD}/datapackage.json`);
    const { resources } = (await answer.json()) as { resources: { name: string }[] };
    const names = resources.map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['f1', 'f2', 'r1', 'f3']);
    expect(names.slice(-6)).toEqual(['a1', 'a2', 'a3', 'a4', 'a7', 'a8']);
    const [first, ...others] = await rowsOf('f1');
    for (const column of ['wards', 'agencies']) {
      expect(Number(first![column])).toBeGreaterThan(1);
      expect(others.map((row) => row[column])).toEqual(others.map(() => ''));
    }
    const changes = await rowsOf('a4');
    expect(changes.length).toBeGreaterThan(0);
    expect(changes.filter(({ consultations }) => !/^[A-Z].{5,}\.$/.test(consultations!))).toEqual([]);
    expect((await rowsOf('a1')).filter(({ freshness, agency }) => !freshness || !agency)).toEqual([]);
    const steps = await rowsOf('a2');
    expect(steps.map(({ step }) => step)).toEqual(expect.arrayContaining(['Records received', 'Submissions', 'People'])); // prettier-ignore
    expect(new Set(steps.map(({ figure }) => figure)).size).toBe(1);
    const versions = await rowsOf('a3');
    expect(versions.map(({ what }) => what)).toEqual(expect.arrayContaining(['Edition', 'Codebook', 'Coder', 'Protection of small numbers', 'Rule: change like for like'])); // prettier-ignore
    expect(versions.filter(({ version }) => !version)).toEqual([]);
    // The annex stands behind everything that the author wrote.
    const page = await (await fetch(`${on().address}/read/reports/${BOARD}`)).text();
    expect([...page.matchAll(/<h2>(E1|Limits|A1|A8)\b/g)].map(([, head]) => head)).toEqual(['E1', 'Limits', 'A1', 'A8']); // prettier-ignore
    const seen = await rowsOf('a8');
    expect(seen.map(({ part }) => part)).toEqual(['Author', 'Reader', 'Reader']);
    expect(seen.map(({ signed }) => signed !== '')).toEqual([false, true, true]);
  });

  it('the ward’s brief tells both years as no change, how much is decided for the whole city, and what is open in the city', async () => {
    const when = await rowsOf('w1', WARD);
    expect(when.slice(-2).map(({ quarter, change }) => [quarter!.replace(/: .*/, ''), change])).toEqual([
      ['Last four full quarters', 'too few by ward to tell a change'],
      ['The four before', ''],
    ]);
    const decided = await rowsOf('w7', WARD);
    expect(decided.at(-1)!['decision']).toMatch(/^and [1-9]\d* for all of the city$/);
    const answer = await fetch(`${on().address}/read/reports/${WARD}/datapackage.json`);
    const { resources } = (await answer.json()) as { resources: { name: string; description: string }[] };
    const open = resources.find(({ name }) => name === 'w4')!.description;
    expect(open).toContain('Open in the city on');
    expect(open).not.toContain('open to this ward');
    const page = await (await fetch(`${on().address}/read/wards/E05002094`)).text();
    expect(page).toMatch(/<h2>Who is missing<\/h2>\s*<p>[^<]*(under-heard|who is missing)\.<\/p>/);
    expect(page).toMatch(/<h2>What was held<\/h2>\s*<ul>\s*<li><a href="\/engagements\/[^"]+">[^<]+<\/a>, [^<]+, closed \d+ \w+ 20\d\d: (no answer yet|a decision|\d+ decisions)/);
  }); // prettier-ignore

  it('the ward’s brief tells what is open with what it can change, what was held and whether it was answered, and no change by ward', async () => {
    const open = await rowsOf('w4', WARD);
    expect(open.map(({ can_change }) => can_change!.length > 10)).toEqual([true, true]);
    const held = await rowsOf('w5', WARD);
    expect(held).toHaveLength(8);
    expect(held.filter(({ answer }) => !/^(no answer yet|a decision|\d+ decisions)$/.test(answer!))).toEqual(
      [],
    );
    expect(held.some(({ answer }) => answer !== 'no answer yet')).toBe(true);
    const themes = await rowsOf('w2', WARD);
    for (const row of themes) expectChange(row);
    expect(
      themes.filter(
        ({ against }) =>
          against !== '' &&
          !/^((Above|Below|No clear difference from) the rest of the city\. Within \d+ engagements?\.|Can’t be compared: )/.test(
            against!,
          ),
      ),
    ).toEqual([]);
    const read = await (await fetch(`${on().address}/read/wards/E05002094`)).text();
    expect(read).toContain('The city’s share stands beside the ward’s and is not compared with it.');
    expect(read).not.toContain('Ranges that overlap');
    const { statements } = await askGraphql<{
      statements: { nodes: { themeName: string; words: string }[] };
    }>(on().address, '{ statements(ward: "E05002094", first: 200) { nodes { themeName words } } }');
    // The first table: kinds of recorded crime stand in one of their own.
    const [, firstTable = ''] = read.split('</caption>');
    const rowOf = (theme: string): string | undefined =>
      firstTable.split('<tr>').find((row) => row.includes(`<th scope="row">${theme}</th>`));
    const printed = statements.nodes.filter(({ themeName }) => rowOf(themeName) !== undefined);
    // In a small city so few are heard in a ward that no theme is told there.
    if (on().size >= 20_000) expect(printed.length).toBeGreaterThan(0);
    expect(printed.filter(({ themeName, words }) => !rowOf(themeName)!.includes(words))).toEqual([]);
    for (const path of ['/read', '/read/wards/E05002094'])
      expect(await (await fetch(on().address + path)).text()).toContain(
        'Can change: Which lamps, crossings and bins',
      );
  });
}
