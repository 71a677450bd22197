import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { settled } from './in-page.js';
import type { Stage } from './stage.js';

/** What an address brings back, and what is carried away. */
export function permalinkTests(on: () => Stage): void {
  describe('links and downloads', () => {
    it('the same address brings back the same filters and figures', async () => {
      const first = await on().open('/themes?participation=consultation&sex=female');
      const chips = await first.page.locator('.chip').allTextContents();
      const shown = await first.page.locator('main table').first().textContent();
      expect(chips).toHaveLength(2);
      const again = await on().open(new URL(first.page.url()).pathname + new URL(first.page.url()).search);
      expect(await again.page.locator('.chip').allTextContents()).toEqual(chips);
      expect(await again.page.locator('main table').first().textContent()).toBe(shown);
      await first.close();
      await again.close();
    });

    it('going back takes the filter away again, and a frozen edition is carried from page to page', async () => {
      const { page, close } = await on().open('/themes?edition=1');
      await page.locator('main table a').first().click();
      await settled(page);
      expect(new URL(page.url()).searchParams.get('edition')).toBe('1');
      await page.goBack();
      await settled(page);
      expect(new URL(page.url()).pathname).toBe('/themes');
      await close();
    });

    it.each(['/', '/themes', '/themes/drugs', '/wards', '/engagements', '/unheard', '/editions', '/methods'])(
      'an edition that does not exist says so on %s, and leads to the latest',
      async (path) => {
        const { page, close } = await on().open(`${path}?edition=987`);
        expect(await page.locator('.edition-bar').textContent()).toContain('There is no edition 987');
        expect(await page.locator('h1').textContent()).toBe('There is no edition 987');
        expect(await page.locator('main').textContent()).not.toMatch(/Nothing is published|could not count/);
        await page.getByRole('link', { name: /^See this page in edition/ }).click();
        await page.waitForURL((url) => url.pathname === path && !url.searchParams.has('edition'));
        await page.locator('h1', { hasNotText: 'There is no edition' }).waitFor();
        await close();
      },
    );

    it('the bar, too, leads from an edition that does not exist to the latest', async () => {
      const { page, close } = await on().open('/methods?edition=987');
      await page.getByRole('link', { name: 'Read the latest' }).click();
      await page.waitForURL((url) => !url.searchParams.has('edition'));
      await close();
    });

    it('working figures are for analysts, and say on the page, in the title and in a download that they are not published', async () => {
      const stranger = await on().open('/themes?figures=working');
      expect(await stranger.page.title()).not.toMatch(/Working/);
      await stranger.close();
      const { page, close } = await on().open('/themes?figures=working', { role: 'analyst' });
      expect(await page.title()).toMatch(/^Working figures, not published/);
      expect(await page.locator('.edition-bar').textContent()).toContain('Do not quote');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: /^CSV.*Themes$/ }).click(),
      ]);
      expect(await readFile(await download.path(), 'utf8')).toContain('not published, do not quote');
      await close();
    });

    csvTest(on);
  });
}

function csvTest(on: () => Stage): void {
  it('CSV holds exactly the rows and people that the table shows, each with its edition', async () => {
    const { page, close } = await on().open('/wards');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^CSV.*Everybody heard by ward/ }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [head, ...rows] = text.slice(1).trim().split('\r\n');
    expect(head).toBe(
      'Code,Ward,People,"Per 1,000 residents",Low,High,Against the rest of the city,Figures of',
    );
    const people = await page.locator('#ward-table tbody tr td:nth-child(2)').allTextContents();
    const carried = rows.map((row) => row.replaceAll(/"[^"]*"/g, 'quoted').split(',')[2] ?? '');
    expect([...carried].sort()).toEqual(people.map((one) => one.replace(',', '')).sort());
    expect(rows.every((row) => row.includes('Edition 1'))).toBe(true);
    await close();
  });
}
