import { describe, expect, it } from '@jest/globals';
import { askGraphql } from '../support/graphql.js';
import { axeFindings } from './every-page.js';
import { overflow, settled } from './in-page.js';
import type { Stage } from './stage.js';

/** What waits for somebody on duty, and words that people let be quoted. The second ends in a new edition. */
export function queueTests(on: () => Stage): void {
  describe('somebody on duty', () => {
    it('takes the most urgent case, hands it over by keyboard alone, and says why another is none', async () => {
      const { page, complaints, close } = await on().open('/workbench/safeguarding', { role: 'analyst' });
      const cases = page.locator('article[aria-label^="Case"]');
      await cases.first().waitFor();
      const waiting = (many: number) => page.getByText(new RegExp(`^${many} cases? needs? a person`));
      const told = await page.getByText(/^\d+ cases? needs? a person/).textContent();
      const before = Number.parseInt(told ?? '');
      expect(await cases.first().locator('mark').count()).toBeGreaterThan(0);
      await page.locator('h1').click();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await cases
        .first()
        .getByText(/has it$/)
        .waitFor();
      await cases.first().focus();
      await page.keyboard.press('h');
      await page.getByLabel('Hand over to').waitFor();
      await page.keyboard.type('Adult safeguarding');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Asked for help in a comment; please ring the agency first.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page
        .getByText(/handed over to Adult safeguarding/)
        .first()
        .waitFor();
      await waiting(before - 1).waitFor();

      await cases.first().focus();
      await page.keyboard.press('n');
      await page.getByLabel('Why nobody is at risk').fill('It tells of a film that was shown there.');
      await cases.first().locator('form').getByRole('button', { name: 'No risk' }).press('Enter');
      await waiting(before - 2).waitFor();
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        expect({ width, axe: await axeFindings(page) }).toEqual({ width, axe: [] });
        expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
      }
      expect(complaints).toEqual([]);
      await close();
    });
  });

  describe('an analyst finds words worth quoting', () => {
    it('narrows bus stops to one ward, quotes a sentence under a theme, and the next edition shows it', async () => {
      const { page, complaints, close } = await on().open('/search', { role: 'analyst' });
      await page.getByRole('searchbox').fill('bus stop');
      await page.keyboard.press('Enter');
      await page.locator('.search-sum').waitFor();
      const ward = page.getByRole('group', { name: /^Ward/ }).locator('label.narrow-line').first();
      await ward.getByRole('checkbox').press('Space');
      await settled(page);
      const comment = page
        .locator('article.found', { has: page.locator('.word'), hasNotText: 'released for quoting' })
        .first();
      await comment.focus();
      await page.keyboard.press('q');
      await comment.getByText('Sentences to be quoted in public').waitFor();
      const select = comment.getByLabel('Under which theme');
      const theme = (await select.locator('option').nth(1).getAttribute('value'))!;
      await select.selectOption(theme);
      const quoted = /^It will read: “(.*)”/s.exec(
        (await comment.getByText(/^It will read/).textContent()) ?? '',
      )?.[1];
      expect(await axeFindings(page)).toEqual([]);
      await comment.getByRole('button', { name: 'Release this quote' }).press('Enter');
      await comment.getByText('It may be quoted from the next edition on').waitFor();
      await on().command('publish');
      // Also with files in it whose totals and notes were left out.
      const { edition } = await askGraphql<{ edition: { receipt: { addsUp: boolean } } }>(
        on().address,
        '{ edition { receipt { addsUp } } }',
      );
      expect(edition.receipt.addsUp).toBe(true);
      await page.goto(`${on().address}/themes/${theme}`);
      await page.getByText(`“${quoted}”`).waitFor();
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        expect({ width, axe: await axeFindings(page) }).toEqual({ width, axe: [] });
        expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
      }
      expect(complaints).toEqual([]);
      await close();
    }, 180_000);
  });
}
