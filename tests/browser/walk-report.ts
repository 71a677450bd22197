import { expect } from '@jest/globals';
import { readCsvRows } from '#connectors';
import { readAnswerId } from '../../apps/api/src/public/answers/answer-id.js';
import { askGraphql } from '../support/graphql.js';

const FIGURE = `query ($id: ID!, $edition: Int!) { figure(id: $id, edition: $edition) { ... on PublishedFigure {
  grade people { value low high } submissions { value } share { value } rate { value low high } reference { value } receipt { steps { name kind count } } }
  ... on SuppressedFigure { withheld receipt { steps { name kind count } } } } }`;
const ANSWERS = `query ($engagement: ID!, $edition: Int!) { answers(engagement: $engagement, edition: $edition) {
  questions { key message all { base within options { code people percent low high } } } open { text people } } }`;
/** Of whom it is told in how many wards or agencies there are any. */
const SOMEBODY = `query ($by: [Dimension!], $filter: FigureFilter, $edition: Int!) { figures(report: "themes-by-community", by: $by, filter: $filter, edition: $edition) {
  nodes { keys { code } ... on PublishedFigure { people { value } } } } }`;

const RECORDED = `query ($ward: String, $edition: Int!) { recordedSeries(ward: $ward, edition: $edition) { nodes {
  months { month count } kinds { name month year yearBefore } } } }`;

interface Told {
  grade?: string | null;
  /** Why its theme's grade tells no number; a report writes [x] then. */
  withheld?: string | null;
  people?: { value: number; low: number; high: number };
  submissions?: { value: number };
  share?: { value: number } | null;
  rate?: { value: number; low: number; high: number } | null;
  reference?: { value: number } | null;
  receipt?: { steps: { name: string; kind: string; count: number | null }[] };
}
interface Recorded {
  recordedSeries: {
    nodes: {
      months: { month: string; count: number | null }[];
      kinds: { name: string; month: number; year: number | null; yearBefore: number | null }[];
    }[];
  };
}
interface Answered {
  open: { text: string; people: number | null }[];
  questions: {
    key: string;
    message: string;
    all: {
      base: number | null;
      within: number | null;
      options: ({ code: string } & Record<'people' | 'percent' | 'low' | 'high', number | null>)[];
    };
  }[];
}

/** Cells that say a number, hidden ones included. */
const isNumber = (cell: string): boolean => /^(-?[\d.,]+|\[[cx]\])$/.test(cell);

interface Walked {
  slug: string;
  edition: number;
  subject: string;
}

/**
 * Every number of every table of a report against what the API answers for the id that its row bears, and what police recorded against the series that
 * the API tells. A number in any other row is an error.
 * @returns how many rows were compared
 */
export async function walkReport(address: string, { slug, edition, subject }: Walked): Promise<number> {
  const file = (name: string) => fetch(`${address}/read/reports/${slug}/${name}`);
  const { resources } = (await (await file('datapackage.json')).json()) as { resources: Resource[] };
  const answers = new Map<string, Promise<{ answers: Answered }>>();
  const changeOf = await changesOf(address, edition);
  let walked = 0;
  const [series] = (
    await askGraphql<Recorded>(address, RECORDED, {
      ward: /^E\d{8}$/.test(subject) ? subject : null,
      edition,
    })
  ).recordedSeries.nodes;
  const ofMonth = (name: string): Record<string, string> => {
    const found = series?.months.find(({ month }) => monthName(month) === name);
    return found?.count == null ? {} : { count: String(found.count) };
  };
  const ofKind = (name: string): Record<string, string> => {
    const kind = series?.kinds.find((one) => one.name === name);
    const numbers = { year: kind?.year, year_before: kind?.yearBefore, month: kind?.month };
    return Object.fromEntries(Object.entries(numbers).flatMap(([of, value]) => (value == null ? [] : [[of, String(value)]]))); // prettier-ignore
  };
  /** By the tables whose numbers are no figures of the edition. */
  const numbersApart: Record<string, (said: Record<string, string>) => Record<string, string>> = {
    'w8.csv': ({ kind = '' }) => ofKind(kind),
    'r1.csv': ({ month = '' }) => ofMonth(month),
    'f7.csv': judged,
  };
  const spreadOf = async ({ wards, agencies }: Record<string, string>): Promise<Record<string, string>> => {
    if (!wards || !agencies) return {};
    const many = async (by: string) => {
      const { figures } = await askGraphql<{ figures: { nodes: Counted[] } }>(address, SOMEBODY, { by: [by], filter: { theme: [subject] }, edition }); // prettier-ignore
      return String(figures.nodes.filter(({ keys: [key], people }) => (people?.value ?? 0) > 0 && key?.code !== 'not-known').length); // prettier-ignore
    };
    return { wards: await many('WARD'), agencies: await many('AGENCY') };
  };
  for (const { path, description } of resources) {
    const table = readCsvRows(new Uint8Array(await (await file(path)).arrayBuffer()));
    if (!table.ok) throw new Error(table.error.reason);
    const place = path.replace('.csv', '').toUpperCase();
    let measured = false;
    for (const [at, { cells }] of table.value.rows.entries()) {
      const { figure: id = '', edition: of, address: to = '', ...said } = cells;
      expect([slug, path, of]).toEqual([slug, path, String(edition)]);
      if (id) expect(to).toBe(`${address}/r/${slug}/${place}.${at + 1}`);
      if (!id) {
        const numbers = Object.fromEntries(Object.entries(said).filter(([, cell]) => isNumber(cell)));
        expect([slug, path, numbers]).toEqual([slug, path, numbersApart[path]?.(said) ?? {}]);
        if (Object.keys(numbers).length > 0) walked += 1;
        continue;
      }
      const answer = readAnswerId(id);
      const ask = (wanted: string) => askGraphql<{ figure: Told }>(address, FIGURE, { id: wanted, edition });
      let told: Record<string, string>;
      if (answer) {
        const { engagement } = answer;
        const asked =
          answers.get(engagement) ??
          askGraphql<{ answers: Answered }>(address, ANSWERS, { engagement, edition });
        answers.set(engagement, asked);
        told = numbersOfAnswer(await asked, answer.question, answer.option);
        if (!measured) measureOfQuestion(description, (await asked).answers, answer.question);
        measured = true;
      } else {
        const { figure } = await ask(id);
        told = { ...numbersOf(figure), ...stepOf(figure, said['step']), ...(await spreadOf(said)) };
        if ('city' in cells)
          told['city'] = write((await ask(id.replace(/;ward=[^;]+/, ''))).figure.people?.value);
      }
      const numbers = Object.entries(said).filter(([, cell]) => isNumber(cell));
      expect([slug, path, id, Object.fromEntries(numbers)]).toEqual([
        slug,
        path,
        id,
        Object.fromEntries(numbers.map(([name]) => [name, told[name]])),
      ]);
      expect(numbers.length).toBeGreaterThan(0);
      // A change is told in words: those of the edition, of this theme and no other.
      if (said['change'] && !isNumber(said['change'])) {
        const { change, rests_on: basis = '' } = said;
        expect([slug, path, id, { change, basis }]).toEqual([slug, path, id, changeOf(id)]);
      }
      walked += 1;
    }
    if (path === 't1.csv' && subject.includes('/')) {
      const { open } = (await askGraphql<{ answers: Answered }>(address, ANSWERS, { engagement: subject, edition })).answers; // prettier-ignore
      for (const { text, people } of open)
        expect([slug, path, description]).toEqual([slug, path, expect.stringContaining(`“${text}” (${people === null ? '[c]' : whole(people)} people wrote something)`)]); // prettier-ignore
      expect(description.match(/people wrote something/g) ?? []).toHaveLength(open.length);
    }
  }
  return walked;
}

interface Change {
  change: string;
  /** Without the names of the consultations, which stand in A4. */
  basis: string;
}
interface Said {
  statements: {
    nodes: { theme: string; scope: string; ward: string | null; words: string; basis: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

/** What an edition says of the change of a figure's theme, in the city or by the agency that its id names. */
async function changesOf(address: string, edition: number): Promise<(id: string) => Change> {
  const told = new Map<string, Change>();
  for (let after: string | null = null, more = true; more;) {
    const { statements }: Said = await askGraphql(
      address,
      'query ($edition: Int, $after: String) { statements(edition: $edition, first: 200, after: $after) { nodes { theme scope ward words basis } pageInfo { hasNextPage endCursor } } }',
      { edition, after },
    );
    for (const { theme, scope, ward, words, basis } of statements.nodes)
      if (ward === null)
        told.set(`${scope} ${theme}`, { change: words, basis: basis.replace(/: .*$/s, '.') });
    [after, more] = [statements.pageInfo.endCursor, statements.pageInfo.hasNextPage];
  }
  return (id) => {
    const [, theme = ''] = /[/;]theme=([^/;]+)/.exec(id) ?? [];
    const [, agency = 'city'] = /[/;]agency=([^/;]+)/.exec(id) ?? [];
    // Of a ward a change is never told, and why.
    if (/[/;]ward=/.test(id)) return { change: 'too few by ward to tell a change', basis: '' };
    return told.get(`${agency} ${theme}`) ?? { change: 'Not compared', basis: '' };
  };
}

interface Resource {
  path: string;
  /** Measure of the table, and its notes. */
  description: string;
}
interface Counted {
  keys: { code: string }[];
  people?: { value: number };
}

/** What a question's table says under its title: what the answers say, the base, and how far out its shares may be. */
function measureOfQuestion(description: string, { questions }: Answered, key: string): void {
  const { message, all } = questions.find((one) => one.key === key)!;
  const [, base = null, within = null] =
    /([\d,]+) people answered; shares are of them(?:, out by up to (\d+) points)?\./.exec(description) ?? [];
  expect([key, base, within]).toEqual([
    key,
    all.base === null ? null : whole(all.base),
    all.base === null || all.within === null ? null : String(all.within),
  ]);
  expect(description).toContain(message);
}

/** The count of a step of a figure's receipt, by what its row calls it. */
function stepOf({ receipt }: Told, step: string | undefined): Record<string, string> {
  if (step === undefined) return {};
  const found = receipt?.steps.find(({ name, kind }) => (kind === 'less' ? `less ${name[0]!.toLowerCase()}${name.slice(1)}` : name) === step); // prettier-ignore
  if (!found) throw new Error(`no step ${step}`);
  return { count: write(found.count) };
}

/** Scores of a risk, of which each is a judgement from 1 to 5. */
function judged({ likelihood = '', impact = '' }: Record<string, string>): Record<string, string> {
  expect([likelihood, impact].filter((score) => !/^[1-5]$/.test(score))).toEqual([]);
  return { likelihood, impact };
}

/** 2025-04 as a report writes it. */
const monthName = (month: string): string =>
  new Date(`${month}-15T12:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric' });

const write = (value: number | null | undefined): string =>
  value === null || value === undefined ? '[c]' : String(value);
const tenth = (value: number | undefined): string =>
  write(value === undefined ? undefined : Math.round(value * 10) / 10);

/** Numbers of a figure by the names of a report's columns. */
function numbersOf({ people, submissions, share, rate, reference, withheld }: Told): Record<string, string> {
  const gap = share && reference ? share.value - reference.value : undefined;
  return {
    people: withheld ? '[x]' : write(people?.value),
    people_low: withheld ? '[x]' : write(people?.low),
    people_high: withheld ? '[x]' : write(people?.high),
    // Of what is hidden or withheld no change is told; of what is shown it is words.
    ...(people ? {} : { change: withheld ? '[x]' : '[c]' }),
    share: share ? String(Math.round(share.value)) : '[c]',
    share_of_group: share ? String(Math.round(share.value)) : '[c]',
    submissions: withheld ? '[x]' : write(submissions?.value),
    rate: tenth(rate?.value),
    rate_low: tenth(rate?.low),
    rate_high: tenth(rate?.high),
    heard: tenth(share?.value),
    residents: tenth(reference?.value),
    gap: tenth(gap),
  };
}

function numbersOfAnswer(
  { answers }: { answers: Answered },
  question: string,
  option: string,
): Record<string, string> {
  const found = answers.questions
    .find(({ key }) => key === question)
    ?.all.options.find(({ code }) => code === option);
  if (!found) throw new Error(`no answer ${option} to ${question}`);
  const whole = (value: number | null): string => write(value === null ? null : Math.round(value));
  return {
    people: write(found.people),
    share: whole(found.percent),
    share_low: whole(found.low),
    share_high: whole(found.high),
  };
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-GB');

/** A figure as a sentence may write it: people, share, range, or how far it is from residents. */
function inSentences({ grade, people, share, reference }: Told): string[] {
  const about = grade === 'INDICATIVE' ? 'about ' : '';
  const gap = share && reference ? share.value - reference.value : null;
  return [
    ...(people ? [`${about}${whole(people.value)} people`, `${whole(people.low)} to ${whole(people.high)} people`] : []),
    ...(share ? [`${about}${whole(share.value)}%`] : []),
    ...(gap === null ? [] : [`${Math.abs(gap).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} points ${gap < 0 ? 'under' : 'over'} their share of residents`]),
  ];
} // prettier-ignore

/** Every number of an author's sentences on a report's page against what the API answers for its id. @returns how many were compared */
export async function walkSentences(address: string, { slug, edition }: Walked): Promise<number> {
  const page = await (await fetch(`${address}/read/reports/${slug}`)).text();
  const links = [...page.matchAll(/<a href="\/read\/figures\?id=([^&"]+)&amp;edition=(\d+)">([^<]+)<\/a>/g)];
  const sentences = links.filter(([, , , words = '']) => !/^[A-Z]\d+\.\d+$/.test(words));
  for (const [, id = '', of, words] of sentences) {
    const figure = decodeURIComponent(id);
    expect([slug, figure, of]).toEqual([slug, figure, String(edition)]);
    const { figure: told } = await askGraphql<{ figure: Told }>(address, FIGURE, { id: figure, edition });
    expect([slug, figure, inSentences(told)]).toEqual([
      slug,
      figure,
      expect.arrayContaining([words!.replace(/^A(?=bout )/, 'a')]),
    ]);
  }
  return sentences.length;
}
