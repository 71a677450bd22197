import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Stage } from './stage.js';

/** A poor line: 400 kbit/s, and a tenth of a second to and fro. */
const SLOW = { offline: false, latency: 100, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const FIRST_CONTENT_MS = 3_000;
const MOST_SCRIPT_BYTES = 150_000;

/** What the first page costs whoever has little: time on a poor line, and bytes of script over it. */
export function budgetTests(on: () => Stage): void {
  describe('on a poor line', () => {
    it.each(['/read', '/'])(
      '%s shows its first content within three seconds, with little script',
      async (path) => {
        const { page, close } = await on().open(path, {
          before: async (opened) => {
            const session = await opened.context().newCDPSession(opened);
            await session.send('Network.enable');
            await session.send('Network.emulateNetworkConditions', SLOW);
          },
        });
        await page.waitForSelector('h1');
        const { first, script } = await costOf(page);
        expect({ first: first <= FIRST_CONTENT_MS, ms: first <= FIRST_CONTENT_MS || first }).toEqual({
          first: true,
          ms: true,
        });
        expect(script).toBeLessThanOrEqual(path === '/read' ? 0 : MOST_SCRIPT_BYTES);
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
  });
}

/** Milliseconds to the first paint of content, and bytes of script as they travelled. */
const costOf = (page: Page): Promise<{ first: number; script: number }> =>
  page.evaluate<{ first: number; script: number }>(`({
    first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
    script: performance.getEntriesByType('resource').filter(({ name }) => /\\.js(\\?|$)/.test(name)).reduce((sum, { transferSize }) => sum + transferSize, 0),
  })`);
