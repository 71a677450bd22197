import { describe, expect, it } from '@jest/globals';
import { readCsvRows } from '#connectors';
import { readAnswerId } from '../../apps/api/src/public/answers/answer-id.js';
import { askGraphql } from '../support/graphql.js';
import { readPdf } from '../support/read-pdf.js';
import { axeFindings } from './every-page.js';
import { overflow, settled } from './in-page.js';
import type { Stage } from './stage.js';

const MINUTES = 60_000;
const REPORTS = ['safe-at-night', 'safer-plymouth-2024', 'waterfront'];

/** From a printed report to its figures, and from a theme to a report that is out. */
export function reportTests(on: () => Stage): void {
  describe('reports', () => {
    it(
      'hold three in the demonstration, of which every number is what the API answers for its id',
      async () => {
        const { publishedReports } = await askGraphql<{
          publishedReports: { slug: string; edition: number }[];
        }>(on().address, '{ publishedReports { slug edition } }');
        expect(publishedReports.map(({ slug }) => slug).sort()).toEqual([...REPORTS].sort());
        for (const report of publishedReports) {
          const walked = await walk(on().address, report);
          // The brief of a ward has fewer than a dozen in so small a city.
          expect([report.slug, walked > 5]).toEqual([report.slug, true]);
        }
      },
      5 * MINUTES,
    );

    it('lead a board member from a short address in print to the figure, its receipt, and the same number once more', async () => {
      const pdf = new Uint8Array(
        await (await fetch(`${on().address}/read/reports/safe-at-night/report.pdf`)).arrayBuffer(),
      );
      const { text } = await readPdf(pdf);
      const [, people = '', place = ''] =
        /Safety at night and on transport ([\d,]+) .*?(F1\.\d+)/.exec(text) ?? [];
      const { page, close } = await on().open(`/r/safe-at-night/${place}`, { width: 320 });
      expect(await page.locator('h1').textContent()).toContain(`${people} people`);
      expect(await page.getByRole('heading', { name: 'From records to this figure' }).count()).toBe(1);
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await page.getByRole('link', { name: 'Run it again' }).press('Enter');
      await page.waitForURL(/\/figures\//);
      await settled(page);
      await page.getByRole('button', { name: 'Run again' }).press('Enter');
      await page.waitForSelector('.outcome:not(:empty)');
      expect(await page.locator('.outcome').getAttribute('class')).not.toContain('differs');
      expect(await page.locator('main').textContent()).toContain(people);
      await close();
    });

    it('are read without a script, by keyboard, at both widths', async () => {
      for (const width of [1280, 320]) {
        const { page, complaints, close } = await on().open('/read', { width, script: false });
        for (const path of [
          '/read',
          '/read/wards/E05002094',
          ...REPORTS.map((slug) => `/read/reports/${slug}`),
        ]) {
          await page.goto(on().address + path);
          expect([path, width, await overflow(page)]).toEqual([path, width, 0]);
          expect(await page.locator('h1').count()).toBe(1);
        }
        const pictures = await page.locator('img').count();
        await page.goto(`${on().address}/read/what-happened`);
        const decided = page.locator('main a[href^="/read/what-happened/"]').first();
        const title = await decided.textContent();
        await decided.press('Enter');
        await page.waitForURL(/\/read\/what-happened\/./);
        expect(await page.locator('h1').textContent()).toBe(title);
        expect([page.url(), width, await overflow(page)]).toEqual([page.url(), width, 0]);
        expect(pictures).toBeGreaterThan(0);
        expect(complaints).toEqual([]);
        await close();
      }
    });

    it('are printed on paper of their own margins, the first page of the city on one sheet', async () => {
      const { page, close } = await on().open('/read');
      const sheets = async () =>
        (await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))).pages;
      expect(await sheets()).toBe(1);
      await page.goto(`${on().address}/read/reports/safe-at-night`);
      expect(await page.locator('h2', { hasText: 'Take it along' }).isVisible()).toBe(true);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('h2', { hasText: 'Take it along' }).isVisible()).toBe(false);
      await close();
    });

    it(
      'lead an officer from a theme to a report that is out in all its forms, once two others have signed it',
      async () => {
        const { page, complaints, close } = await on().open('/report-room/new', { role: 'analyst' });
        await page.getByLabel('Title', { exact: true }).fill('Litter, for the board');
        await page.getByLabel('For which board').fill('A board');
        await page.getByLabel('Address of its page').fill('litter-for-the-board');
        await page.getByLabel('Agency', { exact: true }).selectOption('plymouth-city-council');
        await page.getByLabel('Theme', { exact: true }).selectOption('litter');
        await page
          .locator('#report-point')
          .fill('The board is asked to decide on bins. People who spoke of litter: ');
        await page.locator('#report-point').press('End');
        await page.getByLabel('Put in the figure of a theme').selectOption('litter');
        await page.getByRole('button', { name: 'Put it in' }).press('Enter');
        await page.locator('#report-limits').fill('People chose to speak.');
        await page.getByRole('button', { name: 'Save the draft' }).press('Enter');
        await page.waitForURL(/\/report-room$/);
        await settled(page);
        await page.getByRole('link', { name: 'Litter, for the board' }).press('Enter');
        await page.waitForURL(/\/report-room\/[0-9a-f-]{36}/);
        await settled(page);
        expect(await axeFindings(page)).toEqual([]);
        await page.getByRole('button', { name: 'Propose it to its readers' }).press('Enter');
        await page.getByRole('heading', { name: 'What is proposed' }).waitFor();
        for (const reader of ['officer of health', 'officer of police'] as const) {
          const account = await on().accountOf(reader);
          await page.locator('#reader').fill(account);
          await page.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
          await page.getByText(`${account}: reader, has not signed`).waitFor();
          const read = await on().open(new URL(page.url()).pathname, { role: reader });
          expect(await read.page.locator('#report-point').count()).toBe(0);
          await read.page.getByRole('button', { name: 'I have read it: sign' }).press('Enter');
          await read.page.getByText(`${account}: reader, signed`).waitFor();
          await read.close();
        }
        const out = `${on().address}/read/reports/litter-for-the-board`;
        expect((await fetch(out)).status).toBe(404);
        // The clock of the machine is the database's: a minute that is near, as a person's would be far.
        await page.locator('#minute').fill(await page.evaluate<string>(SOON));
        await page.getByRole('button', { name: 'Set the minute' }).press('Enter');
        await page.getByRole('heading', { name: /^(To be released|Released)/ }).waitFor();

        await until(async () => (await fetch(out)).status === 200);
        const forms = [
          '',
          '/report.pdf',
          '/report.docx',
          '/tables.xlsx',
          '/tables.ods',
          '/f1.csv',
          '/datapackage.json',
        ];
        for (const form of forms) expect([form, (await fetch(out + form)).status]).toEqual([form, 200]);
        expect(complaints).toEqual([]);
        await close();
      },
      3 * MINUTES,
    );
  });
}

const FIGURE = `query ($id: ID!, $edition: Int!) { figure(id: $id, edition: $edition) { ... on PublishedFigure {
  people { value low high } submissions { value } share { value } rate { value low high } reference { value } } ... on SuppressedFigure { withheld } } }`;
const ANSWERS = `query ($engagement: ID!, $edition: Int!) { answers(engagement: $engagement, edition: $edition) {
  questions { key all { options { code people percent low high } } } } }`;

interface Told {
  /** Why its theme's grade tells no number; a report writes [x] then. */
  withheld?: string | null;
  people?: { value: number; low: number; high: number };
  submissions?: { value: number };
  share?: { value: number } | null;
  rate?: { value: number; low: number; high: number } | null;
  reference?: { value: number } | null;
}
interface Answered {
  questions: {
    key: string;
    all: { options: ({ code: string } & Record<'people' | 'percent' | 'low' | 'high', number | null>)[] };
  }[];
}

/** Every row of every table of a report against what the API answers for the id that it bears. @returns how many rows were compared */
async function walk(address: string, { slug, edition }: { slug: string; edition: number }): Promise<number> {
  const file = (name: string) => fetch(`${address}/read/reports/${slug}/${name}`);
  const { resources } = (await (await file('datapackage.json')).json()) as { resources: { path: string }[] };
  const answers = new Map<string, Promise<{ answers: Answered }>>();
  let walked = 0;
  for (const { path } of resources) {
    const table = readCsvRows(new Uint8Array(await (await file(path)).arrayBuffer()));
    if (!table.ok) throw new Error(table.error.reason);
    for (const { cells } of table.value.rows) {
      const id = cells['figure'] ?? '';
      if (!id) continue;
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
      } else {
        told = numbersOf((await ask(id)).figure);
        if ('city' in cells)
          told['city'] = write((await ask(id.replace(/;ward=[^;]+/, ''))).figure.people?.value);
      }
      const numbers = Object.entries(cells).filter(([name, cell]) => name in told && cell !== '');
      expect([slug, path, id, Object.fromEntries(numbers)]).toEqual([
        slug,
        path,
        id,
        Object.fromEntries(numbers.map(([name]) => [name, told[name]])),
      ]);
      expect(numbers.length).toBeGreaterThan(0);
      walked += 1;
    }
  }
  return walked;
}

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
    submissions: write(submissions?.value),
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

/** A few seconds from now as a field of date and time takes it, in the browser's own time. As text: it runs in the page. */
const SOON = `(() => {
  const at = new Date(Date.now() + 4000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60000).toISOString().slice(0, 19);
})()`;

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 250) {
    if (waited > MINUTES) throw new Error('it never came true');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
