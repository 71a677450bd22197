import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './every-page.js';
import { focusInDialog, overflow, settled } from './in-page.js';
import type { Stage } from './stage.js';

/** A consultation of the demonstration that many answered. */
export const CONSULTATION = '/engagements/plymouth-city-council/safer-plymouth-2024';

/** What an analyst does with answers: read a consultation by age, see how it was counted, take it away, follow a question over years. */
export function answerTests(on: () => Stage): void {
  describe('an analyst reads what people answered', () => {
    it('cuts a consultation by age by keyboard, opens a receipt that adds up, and exports what is seen', async () => {
      // As an analyst may see them: so few as answered in the city of these tests, hardly an age is told in public.
      const { page, complaints, close } = await on().open(`${CONSULTATION}?figures=working`, {
        role: 'analyst',
      });
      const cut = page.getByLabel('Cut every question by');
      await cut.focus();
      // The first letter chooses, as in any list.
      await page.keyboard.type('age');
      await page.waitForURL(/cut=age/);
      const table = page.locator('.cut-table').first();
      await table.waitFor();
      await settled(page);
      const ages = await table.locator('tbody th').allTextContents();
      expect(ages.filter((name) => /^\d\d (?:to \d\d|and over)$/.test(name)).length).toBeGreaterThan(0);
      expect(await axeFindings(page)).toEqual([]);

      await receiptByKeyboard(page);
      await exports(page, ages);

      await page.setViewportSize({ width: 320, height: 900 });
      await settled(page);
      // Without a head above it, each number says what it is.
      const said = await page.evaluate<string[]>(
        `[...document.querySelectorAll('.cut-table td.number')].map((cell) => getComputedStyle(cell, '::before').content)`,
      );
      expect(said.length).toBeGreaterThan(10);
      expect(said.filter((label) => label === 'none')).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    it('cuts a consultation by area as an analyst may see it: nothing of it is said to be hidden, on a phone neither', async () => {
      const { page, complaints, close } = await on().open(`${CONSULTATION}?figures=working&cut=area`, {
        role: 'analyst',
      });
      const tables = page.locator('.cut-table');
      await tables.first().waitFor();
      await settled(page);
      const named = await tables.first().locator('tbody th').allTextContents();
      expect(named.filter((name) => name.endsWith('(area)')).length).toBe(4);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        expect(await page.locator('.cut-of-question .hidden-tag').count()).toBe(0);
        expect(await overflow(page)).toBe(0);
        expect(await axeFindings(page)).toEqual([]);
      }
      expect(complaints).toEqual([]);
      await close();
    });

    it('follows “safe after dark” over the years, to a receipt and to the survey itself', async () => {
      const { page, complaints, close } = await on().open('/questions', { role: 'analyst' });
      const link = page.locator('a[href^="/questions/safe-after-dark"]').first();
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/questions\/safe-after-dark/);
      await settled(page);
      expect(await page.locator('.lane').count()).toBeGreaterThan(1);
      // What differs in words or ways of asking is never joined by a solid line.
      const pairs = await page.locator('td .word').allTextContents();
      expect(pairs.some((word) => word.includes('no') || word.includes('care'))).toBe(true);
      const alike = pairs.filter((word) => word.includes('yes'));
      expect(await page.locator('.lane-picture .joined').count()).toBeLessThanOrEqual(alike.length);
      expect(await axeFindings(page)).toEqual([]);

      const receipt = page.getByRole('button', { name: /How was this counted/ }).first();
      await receipt.press('Enter');
      await page.waitForSelector('dialog.drawer .funnel');
      expect(await page.locator('.adds-up').textContent()).toContain('It adds up');
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog.drawer', { state: 'detached' });

      await page.setViewportSize({ width: 320, height: 900 });
      await settled(page);
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await page.locator('table a[href^="/engagements/"]').first().press('Enter');
      await page.waitForURL(/\/engagements\//);
      await page.waitForSelector('[id^="question-"]');
      await settled(page);
      expect(complaints).toEqual([]);
      await close();
    });
  });
}

async function receiptByKeyboard(page: Page): Promise<void> {
  const opener = page
    .locator('#question-1')
    .getByRole('button', { name: /How was this counted/ })
    .first();
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.waitForSelector('dialog.drawer .funnel');
  expect(await page.locator('.adds-up').textContent()).toContain('It adds up');
  expect(await focusInDialog(page)).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForSelector('dialog.drawer', { state: 'detached' });
  expect(await opener.evaluate((element) => element.matches(':focus'))).toBe(true);
}

/** The CSV of the cut holds its rows and says what it is of; the workbook opens as one. */
async function exports(page: Page, ages: readonly string[]): Promise<void> {
  const take = async (name: RegExp): Promise<{ file: string; bytes: Buffer }> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).first().press('Enter'),
    ]);
    return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const csv = await take(/^CSV.*Question \d+ by age/);
  expect(csv.file).toMatch(/\.csv$/);
  const text = csv.bytes.toString('utf8');
  for (const age of ages) expect(text).toContain(age);
  expect(text).toMatch(/Figures of/);
  const workbook = await take(/^XLSX/);
  expect(workbook.file).toMatch(/\.xlsx$/);
  expect(workbook.bytes.subarray(0, 2).toString()).toBe('PK');
}
