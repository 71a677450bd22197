import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './every-page.js';
import { focused, overflow, settled } from './in-page.js';
import { messyWorkbook } from './messy-workbook.js';
import type { Stage } from './stage.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NAME = 'Harbour street survey';
const workbook = (name: string, first: number, month: number) => ({
  name,
  mimeType: XLSX,
  buffer: messyWorkbook({ people: 200, first, month }),
});

const title = (page: Page): Promise<string | null> => page.locator('h1').textContent();
/** Waits until the hub has counted again what was changed. */
const counted = (page: Page): Promise<unknown> => page.waitForSelector('.sending[aria-busy="false"]');

const titled = (page: Page, words: RegExp): Promise<void> => page.locator('h1', { hasText: words }).waitFor();

/** Opens the page of a new source with a file; nobody may open a file dialog without a hand on it. */
async function begin(page: Page, name: string): Promise<void> {
  await page.locator('#source').selectOption({ label: 'A new source, made with this file' });
  await page.locator('#source-name').fill(name);
  await page.locator('#file').setInputFiles(workbook('street survey FINAL v3.xlsx', 1000, 5));
  await page.getByRole('button', { name: 'Read the file' }).press('Enter');
  await page.waitForSelector('.sending');
}

/** A person who knows nothing of mappings sends what a voluntary group really keeps. Before others look at deliveries. */
export function newSourceTests(on: () => Stage): void {
  describe('a partner with a file nobody has met', () => {
    it('answers its questions, makes a source, and next month is asked nothing', async () => {
      const { page, complaints, close } = await on().open('/upload', { role: 'partner' });
      await begin(page, NAME);
      expect(await title(page)).toBe('200 people’s answers, 3 questions, and 3 things need you');
      expect(await page.locator('.sending').textContent()).toContain(
        '204 rows = 200 answers + 4 that are no answers',
      );
      expect(await axeFindings(page)).toEqual([]);
      await answerAll(page);
      expect(await title(page)).toBe('200 people’s answers, 2 questions');
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('button', { name: 'Send 200 answers' }).press('Enter');
      await receiptOf(page, 200);
      await page.goto(`${on().address}/upload`);
      await page.locator('#source').selectOption({ label: `${NAME} (Any spreadsheet, by a mapping)` });
      await page.locator('#file').setInputFiles(workbook('street survey June.xlsx', 2000, 6));
      await page.getByRole('button', { name: 'Read the file' }).press('Enter');
      await page.waitForSelector('.sending');
      expect(await title(page)).toBe('200 people’s answers, 2 questions');
      expect(await page.locator('.need').count()).toBe(0);
      await page.getByRole('button', { name: 'Send 200 answers' }).press('Enter');
      await receiptOf(page, 200);
      expect(complaints).toEqual([]);
      await close();
    });

    it('changes rows and columns by keyboard, and takes everything back', async () => {
      const { page, close } = await on().open('/upload', { role: 'partner' });
      await begin(page, 'Tried by keyboard');
      const row = page.getByLabel('Row 204 is');
      await row.focus();
      // A list by its first letter, as every list of a browser.
      await page.keyboard.press('A');
      await titled(page, /^201 people/);
      expect(await focused(page)).toBe('Row 204 is');
      await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
      await titled(page, /^200 people/);
      await page.getByRole('button', { name: /^D E-mail: change/ }).press('Enter');
      expect(await focused(page)).toBe('E-mail becomes');
      await page.getByLabel('E-mail becomes').selectOption('ignore');
      await counted(page);
      expect(await page.locator('.agreed').textContent()).not.toContain('e-mail');
      await page.locator('h1').click();
      await page.keyboard.press('z');
      await page.locator('.agreed', { hasText: 'e-mail' }).waitFor();
      await page.getByText('More about it: What worries you most? Tick all').press('Enter');
      await page.getByRole('button', { name: 'Take apart into 3 questions' }).press('Enter');
      await titled(page, /5 questions/);
      await close();
    });

    it('is read on 320 pixels', async () => {
      const { page, close } = await on().open('/upload', { role: 'partner', width: 320 });
      await begin(page, 'Tried on a phone');
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await close();
    });
  });
}

/** The three questions of the workbook, in the order in which they stand. */
async function answerAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'No: change the column' }).press('Enter');
  expect(await focused(page)).toBe('First name becomes');
  await page.getByLabel('First name becomes').selectOption({ label: 'First name' });
  await counted(page);
  await page.getByRole('button', { name: 'The day comes first' }).press('Enter');
  await counted(page);
  await page.getByLabel('dodgy hip becomes').selectOption({ label: 'Disabled' });
  await page.waitForSelector('.need', { state: 'detached' });
  await counted(page);
}

async function receiptOf(page: Page, people: number): Promise<void> {
  await page.waitForURL(/\/deliveries\/\d+/);
  await page.waitForSelector('.sum', { timeout: 30_000 });
  await settled(page);
  const [, accepted, , rejected] = (await page.locator('.sum strong').allTextContents()).map(Number);
  expect([accepted, rejected]).toEqual([people, 0]);
  // Date cells, their bare numbers and dates as text were all read: no cell was set aside.
  expect(await page.getByText(/not used; the rest of their rows was/).count()).toBe(0);
}
