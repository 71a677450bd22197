import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { firstLink } from './every-page.js';
import { settled } from './in-page.js';
import type { Stage } from './stage.js';

/** A poor line: 400 kbit/s, and a tenth of a second to and fro. */
const SLOW = { offline: false, latency: 100, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const FIRST_CONTENT_MS = 3_000;
const MOST_SCRIPT_BYTES = 150_000;
/** Where decisions are read: the first of them is opened. */
const DECISION = '/read/what-happened/';

/** What the first page costs whoever has little: time on a poor line, and bytes of script over it. */
export function budgetTests(on: () => Stage): void {
  describe('on a poor line', () => {
    it.each(['/', '/read', DECISION, '/read/reports/safe-at-night', '/read/wards/E05002094'])(
      '%s shows its first content within three seconds, with little script',
      async (asked) => {
        const path = asked === DECISION ? await firstLink(on(), '/read/what-happened', DECISION) : asked;
        const { page, close } = await on().open(path, {
          before: async (opened) => {
            const session = await opened.context().newCDPSession(opened);
            await session.send('Network.enable');
            await session.send('Network.emulateNetworkConditions', SLOW);
          },
        });
        await page.waitForSelector('h1');
        // The heading stands before it is painted, and the page has one when it comes: what is painted first is content.
        await page.waitForFunction(`performance.getEntriesByName('first-contentful-paint').length > 0`);
        expect(await (await page.request.get(on().address + path)).text()).toContain('<h1');
        const { first } = await costOf(page);
        await settled(page);
        // Scripts that are asked for later are paid for too.
        const { script } = await costOf(page);
        expect({ first: first <= FIRST_CONTENT_MS, ms: first <= FIRST_CONTENT_MS || first }).toEqual({
          first: true,
          ms: true,
        });
        expect(script).toBeLessThanOrEqual(path === '/' ? MOST_SCRIPT_BYTES : 0);
        await close();
      },
      120_000,
    );

    it.each(['/read', '/read/wards/E05002094', '/read/reports/waterfront'])(
      '%s travels packed',
      async (path) => {
        const plain = await fetch(on().address + path, { headers: { 'accept-encoding': 'identity' } });
        const packed = await fetch(on().address + path, { headers: { 'accept-encoding': 'gzip' } });
        expect([plain.headers.get('content-encoding'), packed.headers.get('content-encoding')]).toEqual([
          null,
          'gzip',
        ]);
        expect(packed.headers.get('vary')).toContain('accept-encoding');
        expect(await packed.text()).toBe(await plain.text());
      },
    );

    it('takes each file packed, and keeps it: scripts and styles for good, since their names change with them', async () => {
      const { page, close } = await on().open('/');
      const files = await page.evaluate<string[]>(
        `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => /\\.(js|css)(\\?|$)/.test(name))`,
      );
      await close();
      expect(files.length).toBeGreaterThan(1);
      const style = `${on().address}/read/style.css`;
      for (const file of [...files, style]) {
        const { headers } = await fetch(file, { headers: { 'accept-encoding': 'br, gzip' } });
        const [cache, packed] = [headers.get('cache-control'), headers.get('content-encoding')];
        const kept = file === style ? /^public, max-age=3600$/ : /^public, max-age=31536000, immutable$/;
        expect([file, cache]).toEqual([file, expect.stringMatching(kept)]);
        const bytes = (await (await fetch(file)).text()).length;
        if (bytes >= 1_400) expect([file, packed]).toEqual([file, expect.stringMatching(/^(br|gzip)$/)]);
      }
    });
  });
}

/** Milliseconds to the first paint of content, and bytes of script as they travelled. */
const costOf = (page: Page): Promise<{ first: number; script: number }> =>
  page.evaluate<{ first: number; script: number }>(`({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    script: performance.getEntriesByType('resource').filter(({ name }) => /\\.js(\\?|$)/.test(name)).reduce((sum, { transferSize }) => sum + transferSize, 0),
  })`);
