import { describe, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { axeFindings } from './every-page.js';
import { settled } from './in-page.js';
import type { Stage } from './stage.js';

/** Answers some questions of the page in place of the hub; the others go through. */
function answering(operation: string, answer: (route: Route) => Promise<void>) {
  return (page: Page) =>
    page.route('**/graphql', async (route) => {
      const asked = route.request().postDataJSON() as { operationName?: string };
      return asked.operationName === operation ? answer(route) : route.fallback();
    });
}

const failing = (message: string, extensions: Record<string, string>) => (route: Route) =>
  route.fulfill({ json: { data: null, errors: [{ message, extensions }] } });

/** Is it loading, empty, hidden, refused or wrong? */
export function stateTests(on: () => Stage): void {
  describe('states', () => {
    it('shows a skeleton only after 300 ms, and no spinner', async () => {
      let release: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      const before = answering('Figures', async (route) => {
        await held;
        await route.fallback();
      });
      const { page, close } = await on().open('/themes', {
        before: async (page) => void (await before(page)),
      });
      await page.waitForSelector('.skeleton .bone');
      expect(await page.locator('[aria-busy="true"]').count()).toBeGreaterThan(0);
      release();
      await settled(page);
      expect(await page.locator('main table tbody tr').count()).toBeGreaterThan(5);
      await close();
    });

    it('a part that failed says so with a reference; the rest stays, and trying again mends it', async () => {
      let broken = true;
      const fail = failing('Something went wrong here.', { code: 'INTERNAL', reference: '7k2qd' });
      const before = answering('Freshness', (route) => (broken ? fail(route) : route.fallback()));
      const { page, close } = await on().open('/', { before: async (page) => void (await before(page)) });
      await settled(page);
      const failed = page.locator('.failed');
      expect(await failed.textContent()).toContain('reference 7k2qd');
      expect(await page.locator('.counts strong').first().textContent()).toMatch(/^[\d,]+$/);
      expect(await axeFindings(page)).toEqual([]);
      broken = false;
      await failed.getByRole('button', { name: 'Try again' }).click();
      await page.waitForSelector('.failed', { state: 'detached' });
      await close();
    });

    it('no connection is told from a fault', async () => {
      const { page, close } = await on().open('/', {
        before: async (page) => void (await page.route('**/graphql', (route) => route.abort())),
      });
      await page.waitForSelector('.failed');
      expect(await page.locator('.failed').textContent()).toContain('No connection to the hub');
      await close();
    });

    hiddenTests(on);
  });
}

function hiddenTests(on: () => Stage): void {
  it('too fine a cut is refused in words, and taking the last filter away brings figures back', async () => {
    const path = '/themes?participation=consultation&sex=female&agency=plymouth-city-council';
    const { page, close } = await on().open(path);
    const card = page.locator('.card');
    expect(await card.textContent()).toContain('We do not cut figures this fine in public');
    expect(await axeFindings(page)).toEqual([]);
    await card.getByRole('button', { name: 'Take away the last filter' }).click();
    await page.waitForURL((url) => !url.searchParams.has('agency'));
    await page.waitForSelector('main table');
    await close();
  });

  it('a hidden figure is [c] and never a number, in the table, on the map and in its receipt', async () => {
    const { page, close } = await on().open('/themes/drugs');
    const hidden = page.locator('#ward-table tbody tr', { has: page.locator('.hidden-tag') });
    expect(await hidden.count()).toBeGreaterThan(0);
    const row = hidden.first();
    const ward = await row.locator('th').textContent();
    expect(await row.locator('td').nth(0).textContent()).toBe('[c]');
    expect(await page.locator(`.tile[aria-label^="${ward}: [c]"]`).count()).toBe(1);
    await row.getByRole('button', { name: /How was this counted/ }).click();
    await page.waitForSelector('dialog.drawer .funnel');
    expect(await page.locator('.funnel tr.step-figure').textContent()).toContain('[c]');
    await close();
  });

  it('nothing found says why, and leads to the nearest thing that is not empty', async () => {
    const { page, close } = await on().open(
      '/engagements?agency=harbour-voices&participation=CITIZEN_CONTROL',
    );
    expect(await page.locator('.card').textContent()).toContain('No engagement fits these filters');
    await page.getByRole('button', { name: 'Show all engagements' }).click();
    await page.waitForSelector('main table');
    await close();
  });
}
