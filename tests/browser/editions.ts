import { describe, expect, it } from '@jest/globals';
import { axeFindings } from './every-page.js';
import { overflow, settled } from './in-page.js';
import type { Stage } from './stage.js';

const WRONG = 'One source was counted twice; edition 1 said too many.';

/** A correction reaches whoever reads. Runs last: it publishes an edition. */
export function editionTests(on: () => Stage): void {
  describe('a correction', () => {
    it('stands on Corrections, under what changed, and in the bar of the edition that it corrects', async () => {
      await on().command('publish', '--correction', WRONG);
      const { page, close } = await on().open('/corrections');
      const newest = await page.locator('.changes li').first().textContent();
      expect(newest).toContain(WRONG);
      expect(newest).not.toContain('Nothing was corrected');
      await page.goto(`${on().address}/`);
      await settled(page);
      expect(await page.locator('.edition-bar').textContent()).not.toContain(WRONG);
      await page.locator('.changes li', { hasText: WRONG }).waitFor();
      await page.goto(`${on().address}/themes?edition=1`);
      await settled(page);
      const bar = page.locator('.edition-bar');
      await bar.getByText(WRONG).waitFor();
      expect(await bar.textContent()).toContain('You are reading edition 1.');
      expect(await axeFindings(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await overflow(page)).toBe(0);
      await bar.getByRole('link', { name: /^edition \d+$/ }).click();
      await page.waitForURL((url) => !url.searchParams.has('edition'));
      await close();
    });
  });
}
