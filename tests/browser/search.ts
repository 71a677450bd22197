import { describe, expect, it } from '@jest/globals';
import { axeFindings } from './every-page.js';
import { overflow, settled } from './in-page.js';
import type { Stage } from './stage.js';

/** An analyst looks for what people said about a subject, narrows it and reads. */
export function searchTests(on: () => Stage): void {
  describe('an analyst searches', () => {
    it('finds comments by keyboard alone, narrows them to one ward, and leaves what was asked out of the address', async () => {
      const { page, complaints, close } = await on().open('/search', { role: 'analyst' });
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('street lights');
      await page.keyboard.press('Enter');
      await page.locator('.search-sum').waitFor();
      const all = await page.locator('.search-sum').textContent();
      expect(all).toMatch(/^[\d,]+ comments in [\d,]+ submissions/);
      expect(await page.locator('.found mark').first().textContent()).toMatch(/street|light/i);

      const ward = page.getByRole('group', { name: /^Ward/ }).locator('label.narrow-line').first();
      const line = await ward.textContent();
      await ward.getByRole('checkbox').press('Space');
      const counted = /([\d,]+)$/.exec(line ?? '')?.[1];
      await page.locator('.search-sum', { hasText: new RegExp(`^${counted} comments? in`) }).waitFor();

      await page.locator('h1').click();
      await page.keyboard.press('j');
      expect(await page.locator('article:focus').count()).toBe(1);
      expect(page.url()).not.toContain('street');
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 800 });
      await settled(page);
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    it('says of a found comment that its theme is wrong, what it is about, and takes that back, by keyboard alone', async () => {
      const { page, complaints, close } = await on().open('/search', { role: 'analyst' });
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('street lights');
      await page.keyboard.press('Enter');
      await page.locator('.search-sum').waitFor();
      await page.getByRole('link', { name: /^Wrong theme\?/ }).first().press('Enter'); // prettier-ignore
      await page.getByRole('button', { name: 'Wrong theme' }).press('Enter');
      await page.getByRole('button', { name: 'None fits' }).press('Enter');
      await page.getByRole('button', { name: 'Add theme' }).press('Enter');
      await page.keyboard.type('litter');
      const theme = await page.getByRole('option').first().locator('strong').textContent();
      await page.keyboard.press('Enter');
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        expect({ width, axe: await axeFindings(page) }).toEqual({ width, axe: [] });
        expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
      }
      await page.getByRole('button', { name: 'Sign', exact: true }).press('Enter');
      await page.getByRole('status').filter({ hasText: `You signed: ` }).filter({ hasText: theme! }).waitFor(); // prettier-ignore
      await page.getByRole('button', { name: 'Take it back' }).press('Enter');
      await page.getByRole('button', { name: 'Wrong theme' }).waitFor();
      expect(complaints).toEqual([]);
      await close();
    });

    it('keeps a search, opens it with what is new, forgets it, and sees who asked before, by keyboard alone', async () => {
      const { page, complaints, close } = await on().open('/search', { role: 'analyst' });
      await page.getByRole('searchbox').focus();
      await page.keyboard.type('street lights');
      await page.keyboard.press('Enter');
      await page.locator('.search-sum').waitFor();
      const sum = await page.locator('.search-sum').textContent();

      const asked = page.locator('.asked-before tbody');
      await asked.first().waitFor();
      expect(await page.getByRole('heading', { name: /^Asked before: \d+ questions? like it/ }).count()).toBe(
        1,
      );
      const link = asked.first().getByRole('link').first();
      expect(await link.getAttribute('href')).toMatch(/^\/engagements\/[\w-]+\/[\w-]+/);
      expect(await asked.first().locator('td[data-label="Answered"]').first().textContent()).toMatch(
        /^([\d,]+|\[c\])$/,
      );

      await page.getByRole('button', { name: 'Save this search' }).press('Enter');
      const name = page.getByLabel('What you will call it');
      await name.fill('Lights, weekly');
      expect(await axeFindings(page)).toEqual([]);
      await name.press('Enter');
      await page.getByText('✓ Saved as “Lights, weekly”.').waitFor();
      await page.getByRole('button', { name: 'Your saved searches' }).press('Enter');
      const row = page.getByRole('row', { name: /Lights, weekly/ });
      await row.waitFor();
      const comments = await row.locator('td[data-label="Comments"]').textContent();
      expect(sum).toContain(`${comments} comments in`);
      expect(await row.locator('td[data-label="New"]').textContent()).toBe('0');
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        expect({ width, axe: await axeFindings(page) }).toEqual({ width, axe: [] });
        expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
      }
      await row.getByRole('button', { name: 'Lights, weekly', exact: true }).press('Enter');
      await page.getByText('“Lights, weekly”: nothing new since you looked').waitFor();
      expect(await page.locator('.search-sum').textContent()).toBe(sum);
      expect(page.url()).not.toMatch(/street|Lights/);
      await asked.first().waitFor();
      await settled(page);
      expect(await overflow(page)).toBe(0);

      await page.getByRole('button', { name: 'Back to your saved searches' }).press('Enter');
      await page.getByRole('button', { name: 'Forget “Lights, weekly”' }).press('Enter');
      await page.getByText('You keep no search yet.').waitFor();
      expect(complaints).toEqual([]);
      await close();
    });
  });
}
