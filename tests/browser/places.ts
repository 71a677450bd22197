import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settled } from './in-page.js';
import type { Stage } from './stage.js';

/** The page of a ward: who is missing, what is asked there and what was done. */
export function wardTests(on: () => Stage): void {
  it('a ward’s page tells who is missing, what is open and what was held, which leads to its results', async () => {
    const { page, complaints, close } = await on().open('/wards/E05002094', { width: 320 });
    expect(await headings(page)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^2 engagements are open to people in Plymouth/),
        'Held of late',
      ]),
    );
    await page.locator('h3', { hasText: 'Held of late' }).locator('xpath=following::a[1]').press('Enter');
    await page.waitForURL(/\/engagements\/[^/]+\/./);
    await settled(page);
    expect(await page.getByRole('heading', { name: 'Who took part' }).count()).toBe(1);
    expect(complaints).toEqual([]);
    await close();
  });
}

/** What stands on the first page, of which every part leads on. */
export function firstPageTests(on: () => Stage): void {
  it('the first page says what people say, what is done, what can be answered and where to find one’s area', async () => {
    const { page, complaints, close } = await on().open('/');
    expect(await headings(page)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^What was done for people in Plymouth/),
        expect.stringMatching(/^2 engagements are open to people in Plymouth/),
      ]),
    );
    expect(await page.locator('#find-ward').count()).toBe(1);
    const decision = page.locator('main a[href^="/what-happened/"]').first();
    const title = await decision.textContent();
    await decision.press('Enter');
    await page.waitForURL(/\/what-happened\/./);
    await settled(page);
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(complaints).toEqual([]);
    await close();
  });
}

const headings = (page: Page): Promise<string[]> => page.locator('main :is(h2, h3)').allTextContents();
