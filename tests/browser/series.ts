import { expect, it } from '@jest/globals';
import { axeFindings } from './every-page.js';
import { focusWalk, overflow, settled } from './in-page.js';
import type { Stage } from './stage.js';

/** Which consultations asked the same again, and since when they ask in another way, as a lead says it. */
export function seriesTests(on: () => Stage): void {
  it('a lead declares by keyboard alone from which day a series asks in another way, and takes it back', async () => {
    const { page, complaints, close } = await on().open('/sources', { role: 'lead' });
    const reason = 'Asked by text message from then on, no longer on paper.';
    const row = page.locator('tr', { has: page.getByRole('button', { name: /^Not the same: / }) }).first();
    const name = await row.locator('th strong').textContent();
    await row.locator('summary').press('Enter');
    await row.getByLabel('First day of the new way').fill('2024-07-01');
    await row.getByLabel(/^What changed\?/).fill(reason);
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, axe: await axeFindings(page) }).toEqual({ width, axe: [] });
      expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
    }
    expect(await focusWalk(page)).toEqual({ skipped: [], trapped: false });
    await row.getByLabel(/^What changed\?/).press('Enter');
    await row.getByText(`Nothing is compared across 1 July 2024: ${reason}`).waitFor();
    await settled(page);
    const back = row.getByRole('button', { name: `It did not change: ${name}, 1 July 2024` });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect({ width, axe: await axeFindings(page) }).toEqual({ width, axe: [] });
      expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
    }
    await back.press('Enter');
    await back.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await close();
  });
}
