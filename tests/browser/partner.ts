import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './every-page.js';
import { focusedClass, focusedId, overflow, settled } from './in-page.js';
import { SOURCE, type Stage } from './stage.js';

const FILE = [
  'Ref,When,What people said,Postcode',
  'H-1,02/05/2025,The lights on the path are out again.,PL4 8AA',
  'H-1,03/05/2025,=Bins are never emptied on our road,PL1 1AA',
  'H-3,14/05/2025,Not enough buses after seven.,PL5 1AA',
  'H-4,15/05/2025,,',
].join('\r\n');

const csvFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** By keyboard, but for the file itself: no page may open a file dialog without a hand on it. */
async function chooseAndRead(page: Page, text: string): Promise<void> {
  await page.locator('#source').selectOption(SOURCE);
  await page.locator('#file').setInputFiles(csvFile('harbour-2025-05.csv', text));
  await page.getByRole('button', { name: 'Read the file' }).press('Enter');
  await page.waitForSelector('.sending');
}

/** What a partner does: send, see what became of it, mend, send again. Runs first: other tests look at its rows. */
export function partnerTests(on: () => Stage): void {
  describe('a partner', () => {
    it('is told what is missing in a form, with the focus on the summary and the title begun with Error', async () => {
      const { page, close } = await on().open('/upload', { role: 'partner' });
      await page.getByRole('button', { name: 'Read the file' }).press('Enter');
      await page.waitForSelector('.govuk-error-summary');
      expect(await page.title()).toMatch(/^Error: /);
      expect(await focusedClass(page)).toContain('govuk-error-summary');
      await page.getByRole('link', { name: 'Choose a file' }).press('Enter');
      expect(await focusedId(page)).toBe('file');
      expect(await axeFindings(page)).toEqual([]);
      await close();
    });

    it('sends a file, sees it decoded, and gets a receipt that adds up', async () => {
      const { page, complaints, close } = await on().open('/upload', { role: 'partner' });
      await chooseAndRead(page, FILE);
      expect(await page.locator('main').textContent()).toContain('The lights on the path are out again.');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: /^Send 3 answers/ }).press('Enter');
      await page.waitForURL(/\/deliveries\/\d+/);
      await page.waitForSelector('.sum', { timeout: 30_000 });
      await settled(page);
      const [rows, accepted, repeated, rejected] = (await page.locator('.sum strong').allTextContents()).map(
        Number,
      );
      expect(rows).toBe(4);
      expect(rows).toBe((accepted ?? 0) + (repeated ?? 0) + (rejected ?? 0));
      expect(rejected).toBeGreaterThan(0);
      expect(await page.locator('.sum').textContent()).toContain('It adds up');
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    mendTest(on);

    it('makes codes for those who answered, told once as a file and as slips, of which alone is printed', async () => {
      const { page, close } = await on().open('/deliveries', { role: 'partner' });
      await page.locator('main table a').first().press('Enter');
      await page.waitForSelector('.sum');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /^Make \d+ codes? and download/ }).press('Enter'),
      ]);
      const codes = (await readFile(await download.path(), 'utf8')).match(
        /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g,
      );
      expect(codes?.length).toBeGreaterThan(0);
      await page.getByRole('button', { name: 'Show slips to print' }).press('Enter');
      expect(await page.locator('.slip-code').allTextContents()).toEqual(codes);
      expect(await axeFindings(page)).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      const printed = await page
        .locator('main')
        .evaluate((main) => (main as { innerText: string }).innerText);
      expect(printed).toContain(codes![0]);
      expect(printed).not.toMatch(/It adds up|Make \d+ code|Codes are told this once/);
      await page.reload();
      await page.waitForSelector('.sum');
      await settled(page);
      expect(await page.locator('.slip-code').count()).toBe(0);
      await close();
    });

    it('sees nothing of a delivery that is not its own, in the words for one that does not exist', async () => {
      const { page, close } = await on().open('/deliveries/1', { role: 'partner' });
      const others = await page.locator('main').textContent();
      await page.goto(`${on().address}/deliveries/99999999`);
      await settled(page);
      expect(await page.locator('main').textContent()).toBe(others);
      await close();
    });

    it('reads its receipt on 320 pixels', async () => {
      const { page, close } = await on().open('/deliveries', { role: 'partner', width: 320 });
      await page.locator('main table a').first().click();
      await page.waitForSelector('.sum');
      await settled(page);
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await close();
    });
  });
}

function mendTest(on: () => Stage): void {
  it('downloads rejected rows with formulas made safe, mends them and sends them back', async () => {
    const { page, close } = await on().open('/quarantine', { role: 'partner' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Download rejected rows/ }).press('Enter'),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain("'=Bins are never emptied");
    expect(text).not.toMatch(/(^|,)"?=/m);
    const mended = text.replace('H-1', 'H-2');
    await page.locator('#mended').setInputFiles(csvFile('mended.csv', mended));
    await page.getByRole('button', { name: 'Send mended rows' }).press('Enter');
    await page.waitForURL(/\/deliveries\/\d+/);
    await page.waitForSelector('.sum', { timeout: 30_000 });
    await settled(page);
    const accepted = Number(await page.locator('.sum strong').nth(1).textContent());
    expect(accepted).toBe(1);
    await close();
  });
}
