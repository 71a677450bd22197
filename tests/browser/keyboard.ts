import { describe, expect, it } from '@jest/globals';
import { axeFindings } from './every-page.js';
import { focused, focusedId, focusInDialog, settled } from './in-page.js';
import type { Stage } from './stage.js';

/** Journeys with the keyboard alone. */
export function keyboardTests(on: () => Stage): void {
  describe('by keyboard alone', () => {
    it('skips to the content, and goes to a page with its focus at the top', async () => {
      const { page, close } = await on().open('/themes');
      await page.keyboard.press('Tab');
      expect(await focused(page)).toBe('Skip to main content');
      await page.keyboard.press('Enter');
      expect(await focusedId(page)).toBe('content');
      await page.locator('nav[aria-label="Menu"] >> text=Wards').focus();
      await page.keyboard.press('Enter');
      await settled(page);
      expect(await page.title()).toMatch(/^Wards/);
      expect(await focusedId(page)).toBe('content');
      await close();
    });

    it('opens a receipt that adds up, keeps the focus inside and gives it back', async () => {
      const { page, complaints, close } = await on().open('/');
      const opener = page.getByRole('button', { name: /How was this counted\? everybody heard, people/ });
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.waitForSelector('.funnel');
      expect(await focused(page)).toMatch(/^Close/);
      expect(await page.locator('.adds-up').textContent()).toContain('It adds up');
      for (let presses = 0; presses < 12; presses++) {
        await page.keyboard.press('Tab');
        expect(await focusInDialog(page)).toBe(true);
      }
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.waitForSelector('dialog.drawer', { state: 'detached' });
      expect(await opener.evaluate((element) => element.matches(':focus'))).toBe(true);
      expect(complaints).toEqual([]);
      await close();
    });

    it('runs a figure again and finds the same number', async () => {
      const { page, close } = await on().open('/');
      await page.getByRole('button', { name: /everybody heard, submissions/ }).press('Enter');
      await page.getByRole('button', { name: 'Run again' }).press('Enter');
      await page.waitForSelector('.outcome:not(:empty)');
      expect(await page.locator('.outcome').textContent()).toContain('the same number');
      await close();
    });

    tileTests(on);
    filterTests(on);
    engagementFilterTests(on);
    keyTests(on);
  });
}

function tileTests(on: () => Stage): void {
  it('walks the tile map by arrows, opens a tile and goes to the table', async () => {
    const { page, close } = await on().open('/wards');
    await page.locator('.tile[tabindex="0"]').focus();
    const first = await focused(page);
    await page.keyboard.press('ArrowDown');
    const second = await focused(page);
    expect(second).not.toBe(first);
    expect(await page.locator('.tile[tabindex="0"]').count()).toBe(1);
    // What the map shows lit stands lit in the table.
    expect(await page.locator('#ward-table tr.lit').textContent()).toContain(second.split(':')[0]);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForSelector('dialog.drawer .funnel');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog.drawer', { state: 'detached' });
    expect(await focused(page)).toBe(first);
    await page.keyboard.press('t');
    expect(await focusedId(page)).toBe('ward-table');
    await close();
  });

  it('sorts the table by its head, with what is hidden always last', async () => {
    const { page, close } = await on().open('/wards');
    const head = page.locator('#ward-table th[aria-sort] button', { hasText: 'People' });
    for (const direction of ['descending', 'ascending']) {
      await head.press('Enter');
      expect(
        await page.locator('#ward-table th[aria-sort] ', { hasText: 'People' }).getAttribute('aria-sort'),
      ).toBe(direction);
      const people = await page
        .locator('#ward-table tbody tr:not(.rest):not(.total) td:nth-child(2)')
        .allTextContents();
      const hidden = people.findIndex((text) => text.includes('[c]'));
      if (hidden >= 0) expect(people.slice(hidden).every((text) => text.includes('[c]'))).toBe(true);
      const numbers = people
        .filter((text) => !text.includes('[c]'))
        .map((text) => Number(text.replace(',', '')));
      const expected = [...numbers].sort((one, other) =>
        direction === 'ascending' ? one - other : other - one,
      );
      expect(numbers).toEqual(expected);
    }
    await close();
  });
}

function filterTests(on: () => Stage): void {
  it('adds and takes away a filter, announces how many are left, and keeps the focus', async () => {
    const { page, close } = await on().open('/themes');
    const all = await page.locator('.summary-line strong').textContent();
    await page.getByRole('button', { name: '+ Add a filter' }).press('Enter');
    await page.getByLabel('Filter by').selectOption('AGENCY');
    // The one that heard most: of an eighth of the city the themes of another may be hidden for the most part, and are refused then.
    await page
      .getByLabel('Agency', { exact: true })
      .selectOption({ label: 'Plymouth City Council (demonstration)' });
    await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
    await page.waitForURL(/agency=/);
    await settled(page);
    const some = await page.locator('.summary-line strong').textContent();
    expect(some).not.toBe(all);
    expect(await page.getByRole('status').filter({ hasText: 'people' }).first().textContent()).toBe(some);
    expect(await focused(page)).toBe('+ Add a filter');
    await page.getByRole('button', { name: /Take away the filter Agency/ }).press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('agency'));
    await settled(page);
    expect(await page.getByRole('status').filter({ hasText: 'people' }).first().textContent()).toBe(all);
    expect(await focused(page)).toBe('+ Add a filter');
    await close();
  });
}

function engagementFilterTests(on: () => Stage): void {
  it('filters engagements at "Add" and not before, and keeps the focus when a filter goes', async () => {
    const { page, close } = await on().open('/engagements');
    await page.getByLabel('Participation').selectOption('PARTNERSHIP');
    expect(new URL(page.url()).searchParams.has('participation')).toBe(false);
    await page.getByRole('button', { name: 'Add', exact: true }).press('Enter');
    await page.waitForURL(/participation=PARTNERSHIP/);
    await page
      .getByRole('button', { name: 'Take away the filter Participation: Partnership' })
      .press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('participation'));
    expect(await focused(page)).toBe('Add');
    await close();
  });
}

function keyTests(on: () => Stage): void {
  it('lists its keys at ?, searches at /, and is silent while typing', async () => {
    const { page, close } = await on().open('/');
    await page.keyboard.press('/');
    expect(await focusedId(page)).toBe('find-ward');
    await page.keyboard.type('?/dra');
    expect(await page.inputValue('#find-ward')).toBe('?/dra');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.locator('h1').click();
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open]').textContent()).toContain('how was this counted?');
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.fill('#find-ward', 'drake');
    await page.press('#find-ward', 'Enter');
    await page.waitForURL(/\/wards\/E05002081/);
    await close();
  });

  it('finds a ward by postcode without putting it in an address', async () => {
    const { page, close } = await on().open('/wards');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.fill('#find-ward', 'SW1A 1AA');
    await page.press('#find-ward', 'Enter');
    await page.waitForSelector('#find-ward-error');
    expect(await focusedId(page)).toBe('find-ward');
    await page.fill('#find-ward', 'PL4 8AA');
    await page.press('#find-ward', 'Enter');
    await page.waitForURL(/\/wards\/E0500\d+/);
    expect(asked.filter((url) => /PL4|SW1A/i.test(url))).toEqual([]);
    expect(page.url()).not.toMatch(/PL4/i);
    await close();
  });
}
