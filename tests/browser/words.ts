import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { PAGES, see } from './every-page.js';
import type { Stage } from './stage.js';

/** What only a page of methods may say. */
const OF_METHODS =
  /PPI\+\+|Wilson|Byar|Hájek|H[áa]jek|Kish\b|word with weight|linear-\d|\b[0-9a-f]{16,}\b|undefined|NaN|\[object/;
/** Pages that say how it is done, or hold what somebody typed. */
const MAY_SAY_MORE = ['methods', 'workbench-problems', 'not-found'];
/** Pages of figures: each says which time it is of. */
const OF_FIGURES = [
  'overview',
  'themes',
  'theme',
  'theme-filtered',
  'wards',
  'ward',
  'communities',
  'engagements',
  'consultation-cut',
  'grades',
  'questions',
  'unheard',
  'engage-next',
  'edition-frozen',
  'figure',
  'read-home',
  'read-wards',
  'read-ward',
];
const MONTH = '(January|February|March|April|May|June|July|August|September|October|November|December)';
const DAY = `\\d{1,2} ${MONTH} \\d{4}`;
const PERIOD = new RegExp(`from ${DAY} to ${DAY}`);

/** What the page itself says: the line over every page, with the edition and its last day, is no part of it. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate<string>(`document.querySelector('main').innerText`);

/** Ranges of numbers that stand on more than one line, by themselves or in a sentence. */
const wrapped = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `(() => {
      const RANGE = /\\([−+-]?[\\d,.]+%?\\sto\\s[−+-]?[\\d,.]+%?\\)|between\\s[−+]?\\d+%\\sand\\s[−+]?\\d+%|^\\s*[−+-]?[\\d,.]+%?\\sto\\s[−+-]?[\\d,.]+%?\\s*$/g;
      const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      const found = [];
      for (let node = walk.nextNode(); node; node = walk.nextNode())
        for (const { 0: text, index } of node.data.matchAll(RANGE)) {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + text.length);
          const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
          if (tops.size > 1) found.push(text);
        }
      return found;
    })()`,
  );

/** First places of a ranked table's rows, from top to bottom. */
const places = (page: Page): Promise<number[]> =>
  page.evaluate<number[]>(
    `[...(document.querySelector('table')?.querySelectorAll('tbody tr:not(.rest) td:first-child') ?? [])]
      .map((cell) => parseInt(cell.textContent, 10)).filter((place) => !Number.isNaN(place))`,
  );

/** What stands on every page is for whoever reads it, not for whoever made it. */
export function wordsTests(on: () => Stage): void {
  it.each(PAGES.filter(({ name }) => !MAY_SAY_MORE.includes(name)).map((page) => [page.name, page] as const))(
    '%s says nothing of methods, models or codes, states its period, and breaks no range',
    async (name, page) => {
      const { page: seen, close } = await see(on(), page, 1280);
      const text = await textOf(seen);
      expect(OF_METHODS.exec(text)?.[0] ?? null).toBeNull();
      if (OF_FIGURES.includes(name)) expect(text).toMatch(PERIOD);
      // Receipts of the public are rounded.
      if (name === 'editions') expect(text).not.toMatch(/\bExact\b/);
      const headings = await seen.locator('h1, h2').allInnerTexts();
      for (const heading of headings) expect(heading).toMatch(/^[“"\p{Lu}\d]/u);
      for (const heading of headings)
        expect(heading).not.toMatch(/\b[a-z]+-[a-z]+-[a-z]+-[a-z]+\b|[a-z][A-Z][a-z]/);
      expect(await wrapped(seen)).toEqual([]);
      await seen.setViewportSize({ width: 320, height: 900 });
      expect(await wrapped(seen)).toEqual([]);
      await close();
    },
  );

  it.each(['/', '/themes'])('places on %s go with the order of the rows', async (path) => {
    const { page, close } = await see(on(), { name: 'ranked', path }, 1280);
    const first = await places(page);
    expect(first.length).toBeGreaterThan(2);
    expect(first).toEqual([...first].sort((a, b) => a - b));
    await close();
  });
}
