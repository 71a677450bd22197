import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startHub, type TestHub } from '../support/hub.js';
import { startFirefox } from './others/firefox.js';
import type { OtherBrowser } from './others/other-browser.js';
import { startWebKit } from './others/webkit.js';

const MINUTES = 60_000;
const FIREFOX = '/usr/bin/firefox-esr';
const WEBKIT = {
  driver: '/usr/bin/WebKitWebDriver',
  browser: '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  screen: '/usr/bin/Xvfb',
};
/** Ten main pages, as in eyes.ts, and four that only an analyst sees. */
const PAGES = [
  '/',
  '/themes',
  '/themes/drugs',
  '/wards',
  '/engagements',
  '/unheard',
  '/sources',
  '/editions',
  '/methods',
  '/accessibility',
];
const SIGNED_IN = ['/', '/workbench', '/search', '/decisions', '/report-room'];
/** The narrowest window of these browsers is wider than a telephone; what it became is said. */
const WIDTHS = [1280, 320];

/** Pixels by which the page is wider than the window. */
const OVERFLOW = 'Math.max(0, document.documentElement.scrollWidth - window.innerWidth)';

jest.setTimeout(5 * MINUTES);

// Minutes of work and two browsers more: only where it is asked for, as `.ci/long` does.
const asked = process.env['HUB_TEST_BROWSERS'] === '1';
const pictures = process.env['SCREENS'];

const browsers: [string, () => Promise<OtherBrowser>, boolean][] = [
  ['Firefox', () => startFirefox(FIREFOX), existsSync(FIREFOX) && 'WebSocket' in globalThis],
  ['WebKit', () => startWebKit(WEBKIT), Object.values(WEBKIT).every((path) => existsSync(path))],
];

for (const [name, start, there] of browsers) {
  if (asked && !there)
    process.stderr.write(`${name} skipped: not installed (or no WebSocket in this Node).\n`);
  (asked && there ? describe : describe.skip)(`the main pages in ${name}`, () => {
    let hub: TestHub;
    let browser: OtherBrowser;
    beforeAll(async () => {
      hub = await startHub({ demo: 2_500 });
      browser = await start();
      console.log(browser.name);
    }, 8 * MINUTES);
    afterAll(async () => {
      await browser?.close();
      await hub?.stop();
    }, MINUTES);

    const look = async (path: string, who: string): Promise<void> => {
      await browser.visit(hub.address + path);
      await settled(browser);
      for (const width of WIDTHS) {
        const became = await browser.widen(width);
        await settled(browser);
        const over = await browser.ask(
          'Math.max(0, document.documentElement.scrollWidth - window.innerWidth)',
        );
        expect({ path, became, over }).toEqual({ path, became, over: 0 });
        if (pictures) {
          mkdirSync(pictures, { recursive: true });
          const file = `${name.toLowerCase()}-${who}${path.replaceAll('/', '-')}-${width}.png`;
          writeFileSync(join(pictures, file), await browser.picture());
        }
      }
      expect({ path, complaints: await browser.complaints() }).toEqual({ path, complaints: [] });
    };

    it('tells what a page complains of and how far it is too wide', async () => {
      const page = `<h1 style="width: 3000px">Too wide</h1><script>console.error('planted')</script>`;
      await browser.visit(`data:text/html,${encodeURIComponent(page)}`);
      await browser.widen(1280);
      expect(await browser.ask<number>(OVERFLOW)).toBeGreaterThan(1_000);
      expect((await browser.complaints()).join()).toContain('planted');
    });

    it.each(PAGES)('%s, as anybody', (path) => look(path, 'public'));

    it('as an analyst', async () => {
      await browser.visit(await hub.signInLink('analyst', 'all'));
      await browser.ask(`document.querySelector('button[type=submit], form button').click()`);
      await until(browser, `location.pathname === '/'`);
      for (const path of SIGNED_IN) await look(path, 'analyst');
    });
  });
}

/** Waits until the page has its heading and nothing of it is being counted any more. */
const settled = (browser: OtherBrowser): Promise<void> =>
  until(browser, `!!document.querySelector('h1') && !document.querySelector('.skeleton, .waiting')`);

async function until(browser: OtherBrowser, expression: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await browser.ask<boolean>(expression).catch(() => false)) return;
    await pause(200);
  }
  throw new Error(`never became true: ${expression}`);
}
