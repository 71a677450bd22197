import { describe, expect, it } from '@jest/globals';
import { readPdf } from '../support/read-pdf.js';
import { axeFindings, firstLink } from './every-page.js';
import { focusedClass, focusedId, overflow, settled } from './in-page.js';
import { REPORTS } from './report-files.js';
import type { Stage } from './stage.js';

const MINUTES = 60_000;

/** From a printed report to its figures, and from a theme to a report that is out. */
export function reportTests(on: () => Stage): void {
  describe('reports', () => {
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
          await page.keyboard.press('Tab');
          expect([path, await focusedClass(page)]).toEqual([path, 'skip']);
          await page.keyboard.press('Enter');
          expect([path, await focusedId(page)]).toEqual([path, 'content']);
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

    it('are printed on paper of their own margins, the first page of the city on one sheet with room to spare', async () => {
      const { page, close } = await on().open('/read');
      const printed = async () => readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
      expect((await printed()).pages).toBe(1);
      // A fuller city says more on the same page.
      await page.evaluate(`document.body.style.paddingBottom = '10mm'`);
      expect((await printed()).pages).toBe(1);
      await page.goto(`${on().address}/read/reports/safe-at-night`);
      expect(await page.locator('h2', { hasText: 'Take it along' }).isVisible()).toBe(true);
      // Its first table has more columns than an upright sheet has room for.
      const { cut, text } = await printed();
      expect(cut).toEqual([]);
      for (const head of await page.locator('#F1 th[scope=col]').allTextContents())
        expect(text).toContain(head);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('h2', { hasText: 'Take it along' }).isVisible()).toBe(false);
      await close();
    });

    it(
      'and every sheet of a page says what its numbers are no survey of and which it is, and none says that alone',
      async () => {
        for (const path of ['/engage-next', '/reach', '/themes/road-safety?agency=plymouth-city-council']) {
          const { page, close } = await on().open(path);
          await settled(page);
          let most = 0;
          for (let down = 0; down <= 252; down += 36) {
            await page.evaluate(`document.querySelector('h1').style.paddingTop = '${down}mm'`);
            const { sheets } = await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
            most = Math.max(most, sheets.length);
            for (const [at, sheet] of sheets.entries()) {
              expect([path, down, sheet]).toEqual([path, down, expect.stringMatching(/do not quote\. Counts of people who took part\. Not a survey of the whole city\./)]); // prettier-ignore
              expect(sheet).toContain(`${at + 1} / ${sheets.length}`);
            }
            const last = sheets.at(-1)!.replace(/Every person here is made up: do not quote\. Counts of people who took part\. Not a survey of the whole city\.|\d+ \/ \d+/g, '').trim(); // prettier-ignore
            expect([path, down, last]).toEqual([path, down, expect.stringMatching(/\p{L}{3}/u)]);
            expect([path, down, last]).not.toEqual([path, down, expect.stringMatching(/^All that was received[^.]*\.$/)]); // prettier-ignore
          }
          expect(most).toBeGreaterThan(1);
          await close();
        }
      },
      2 * MINUTES,
    );

    it('and a page in print says its period and what its theme means, has heads on each sheet of a table, and nothing that only a screen does', async () => {
      const { page, close } = await on().open('/themes/road-safety');
      await settled(page);
      await page.evaluate(`document.querySelector('#ward-table').style.marginTop = '90mm'`);
      const { sheets, text } = await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
      expect(text).toMatch(/from \d+ \w+ \d{4} to \d+ \w+ \d{4}/);
      // Where else to look is told by name.
      expect(text).toMatch(/Not counted .*\(see “[^”]+”\)/);
      expect(text).not.toMatch(/Arrow keys|Add a filter|all editions/);
      const ofTable = sheets.filter((sheet) => /95% interval/.test(sheet));
      expect(ofTable.length).toBeGreaterThan(1);
      for (const sheet of ofTable) expect(sheet).toMatch(/Ward\s+People\s+Per 1,000/);
      await close();
    });

    it('and charts by quarter are printed whole, from a window wider than any sheet', async () => {
      // A theme that people have checked enough, in this city, for its quarters to be drawn.
      const theme = await firstLink(on(), '/themes', '/themes/');
      const { page, close } = await on().open(theme, { width: 1600 });
      await settled(page);
      const labels = (await page.locator('svg.chart text').allTextContents()).filter(
        (text) => text.trim() !== '',
      );
      expect(labels.length).toBeGreaterThan(8);
      const { text, cut } = await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
      expect(cut).toEqual([]);
      const spaceless = text.replaceAll(/\s/g, '');
      for (const label of labels) expect(spaceless).toContain(label.replaceAll(/\s/g, ''));
      await close();
    });

    it(
      'lead an officer from a theme to a report that is out in all its forms, once two others have signed it',
      async () => {
        const { page, complaints, close } = await on().open('/themes/litter', { role: 'analyst' });
        await page.getByRole('link', { name: 'Write a report on this' }).press('Enter');
        await page.waitForURL(/\/report-room\/new\?.*theme=litter/);
        await settled(page);
        await page.getByLabel('Title', { exact: true }).fill('Litter, for the board');
        await page.getByLabel('For which board').fill('A board');
        await page.getByLabel('Address of its page').fill('litter-for-the-board');
        await page.getByLabel('Agency', { exact: true }).selectOption('plymouth-city-council');
        // The theme from which the officer came is chosen; its name is there once themes are.
        await page.locator('option[value=litter]').first().waitFor({ state: 'attached' });
        expect(await page.getByLabel('Theme', { exact: true }).inputValue()).toBe('litter');
        await page
          .locator('#report-point')
          .fill('The board is asked to decide on bins. People who spoke of litter: ');
        await page.locator('#report-point').press('End');
        await page.getByLabel('Put in the figure of a theme').selectOption('litter');
        await page.getByRole('button', { name: 'Put it in' }).press('Enter');
        const quotes = page.getByLabel('Put in a released quote about it');
        await quotes.waitFor();
        const chosen = page.locator('option', { hasText: '“' }).first();
        await chosen.waitFor({ state: 'attached' });
        const [number = '', quoted = ''] = [await chosen.getAttribute('value'), await chosen.textContent()].map((one) => one ?? ''); // prettier-ignore
        await quotes.selectOption(number);
        await page.locator('#report-point').press('End');
        await page.getByRole('button', { name: 'Put the quote in' }).press('Enter');
        expect(await page.locator('#report-point').inputValue()).toMatch(
          new RegExp(`\\[\\[themes-by-community/theme=litter\\]\\].*\\[\\[quote ${number}\\]\\]`),
        );
        await page.getByRole('button', { name: 'Draft it from the figures' }).press('Enter');
        const equality = page.locator('#report-equality');
        await until(async () => (await equality.inputValue()) !== '');
        const drafted = await equality.inputValue();
        expect(drafted).toContain('religion or belief');
        await equality.fill(
          drafted.replace('[[write your judgement here]]', 'Ask in person before deciding.'),
        );
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
          // What is signed is what will be printed, and says that it is not out.
          const printed = await read.page.evaluate<number[]>(DRAFT_PDF);
          const { text, title } = await readPdf(new Uint8Array(printed));
          expect(title).toBe('Litter, for the board');
          expect(text).toContain('DRAFT, not released');
          expect(text.replaceAll(/\s+/g, ' ')).toContain(quoted.slice(1, 21));
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
        // The first saving is on the pre-release list, however often it was opened since.
        await page.getByRole('button', { name: /^Show all \d+$/ }).press('Enter');
        expect(await page.locator('#pre-release-list li').last().innerText()).toMatch(/ saved$/);
        // What is out is corrected by a copy of it that says so.
        await page.reload();
        await page.getByRole('link', { name: 'Correct this report' }).press('Enter');
        await page.waitForURL(/\/report-room\/new\?.*corrects=/);
        await page.getByRole('heading', { name: 'Correct a report' }).waitFor();
        await page.locator('#report-point').waitFor();
        expect(await page.locator('#report-point').inputValue()).toContain('asked to decide on bins');
        expect(await page.getByLabel('Address of its page').inputValue()).toBe(
          'litter-for-the-board-corrected',
        );
        expect(await axeFindings(page)).toEqual([]);
        await page.getByLabel('Title', { exact: true }).fill('Litter, corrected');
        await page.getByRole('button', { name: 'Save the draft' }).press('Enter');
        await page.waitForURL(/\/report-room$/);
        await page.getByRole('link', { name: 'Litter, corrected' }).waitFor();
        expect(complaints).toEqual([]);
        await close();
      },
      3 * MINUTES,
    );
  });
}

/** The bytes to which the page's link to what will be printed leads. As text: it runs in the page. */
const DRAFT_PDF = `(async () => {
  const link = document.querySelector('a[href^="/drafts/"]');
  return [...new Uint8Array(await (await fetch(link.href)).arrayBuffer())];
})()`;

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
