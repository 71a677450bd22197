import { describe, expect, it } from '@jest/globals';
import { axeFindings } from './every-page.js';
import { overflow, settled } from './in-page.js';
import type { Stage } from './stage.js';

const CONVERSATION = '/engagements/plymouth-city-council/after-dark-conversation';
const SURVEY = '/engagements/plymouth-city-council/safer-plymouth-2024';

/** Votes, engagements by what they were about, one question by another, and the console of the interface. */
export function askedTests(on: () => Stage): void {
  describe('what was asked', () => {
    it('tells anybody how people voted on statements, and an analyst the groups', async () => {
      const { page, complaints, close } = await on().open(CONVERSATION);
      await page.waitForSelector('table.vote-table');
      await settled(page);
      const told = await page.locator('section', { has: page.locator('table.vote-table') }).first();
      expect(await told.textContent()).toMatch(/people voted on 26 statements\. By how they voted they fall into 2 groups/);
      const rows = await page.locator('table.vote-table tbody tr').allTextContents();
      expect(rows.some((row) => row.includes('Most agree'))).toBe(true);
      expect(rows.some((row) => row.includes('By the host'))).toBe(true);
      expect(await page.getByText('Agree by group').count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      await settled(page);
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();

      const own = await on().open(`${CONVERSATION}?figures=working`, { role: 'analyst' });
      await own.page.waitForSelector('table.vote-table');
      await settled(own.page);
      expect(await own.page.getByText('Agree by group').count()).toBeGreaterThan(0);
      expect(own.complaints).toEqual([]);
      await own.close();
    });

    it('finds engagements by words and year, and keeps those without answers apart', async () => {
      const { page, complaints, close } = await on().open('/engagements');
      await settled(page);
      const apart = page.locator('details', { hasText: 'without answers' });
      await apart.waitFor();
      expect(await axeFindings(page)).toEqual([]);
      // Words of a question that it asked, in no title.
      await page.getByLabel('Words or subject').fill('dimmed midnight');
      await page.keyboard.press('Enter');
      await page.waitForURL(/about=dimmed/);
      await settled(page);
      const names = page.locator('main > table th[scope="row"], section table th[scope="row"]');
      // The list of before stands until the new one is there.
      await names.nth(1).waitFor({ state: 'detached' });
      expect(await names.allTextContents()).toEqual(['Street lighting after midnight']);
      await page.getByLabel('Year').selectOption('2022');
      await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
      await page.waitForURL(/year=2022/);
      await page.getByText('No engagement fits these filters').waitFor();
      await page.getByRole('button', { name: 'Take away the filter Year: 2022' }).press('Enter');
      await page.waitForURL((url) => !url.searchParams.has('year'));
      await names.first().waitFor();
      await page.setViewportSize({ width: 320, height: 900 });
      await settled(page);
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    it('tells an analyst one question by another, and nobody else', async () => {
      const open = await on().open(SURVEY);
      await open.page.waitForSelector('#question-1');
      expect(await open.page.getByLabel('Only whoever answered').count()).toBe(0);
      await open.close();

      const { page, complaints, close } = await on().open(`${SURVEY}?figures=working`, { role: 'analyst' });
      await page.waitForSelector('#question-1');
      await settled(page);
      const among = page.getByLabel('Only whoever answered');
      const [first] = await among.locator('optgroup option').allTextContents();
      await among.selectOption({ label: first! });
      await page.waitForURL(/among=/);
      await page.getByText('What they raised in their own words').waitFor();
      await settled(page);
      expect(await axeFindings(page)).toEqual([]);
      await page.locator('#question-1').getByRole('button', { name: /How was this counted/ }).press('Enter');
      await page.waitForSelector('dialog.drawer .funnel');
      expect(await page.locator('dialog.drawer .funnel').textContent()).toContain(`Chose “${first}”`);
      expect(await page.locator('.adds-up').textContent()).toContain('It adds up');
      await page.keyboard.press('Escape');
      expect(complaints).toEqual([]);
      await close();
    });

    it('runs every question of the interface’s page, by keyboard', async () => {
      const { page, complaints, close } = await on().open('/api');
      const begin = page.getByLabel('Begin with');
      const names = await begin.locator('option').allTextContents();
      expect(names.length).toBeGreaterThan(5);
      for (const name of names) {
        await begin.selectOption({ label: name });
        const query = await page.getByLabel('Question, in GraphQL').inputValue();
        const field = /\{\s*(\w+)/.exec(query)![1]!;
        await page.getByRole('button', { name: 'Run' }).press('Enter');
        const said = page.locator('.console-answer').filter({ hasText: `"${field}"` });
        await said.waitFor();
        const answer = JSON.parse((await said.textContent())!) as { data: Record<string, unknown> | null };
        expect([name, 'errors' in answer, answer.data?.[field] === null]).toEqual([name, false, false]);
      }
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });
  });
} // prettier-ignore
