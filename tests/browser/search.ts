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
  });
}
