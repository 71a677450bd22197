import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { settled } from './in-page.js';
import type { Stage } from './stage.js';

const ALL = process.env['HUB_TEST_CRAWL'] === 'all';
/**
 * Pages of a kind (themes, wards, figures ...) that are visited. `.ci/long` visits every page, and of each set of filters that links lead to twenty:
 * filters lead to filters without end, and sets of them are asked by thousands in the test of the demonstration's edition.
 */
const mostOf = (kind: string): number => (!ALL ? 2 : kind.endsWith('?') ? Infinity : 20);
/** Some are of no figures of this city: what was simulated, asked of the API, or promised. */
const WITHOUT_FIGURES = ['/methods', '/api', '/accessibility', '/how-we-use-information'];
const START = ['/', '/read', '/themes', '/wards', '/engagements', '/unheard', '/grades', '/what-happened'];

/** Follows links as anybody may, and looks at every number that is called people, in text, tables, charts and labels. */
export function wholeTests(on: () => Stage): void {
  it(
    'calls no number people that is above everybody, on any page that links lead to',
    async () => {
      const { page, close } = await on().look('/');
      const most = await everybody(page);
      const seen = new Map<string, number>();
      const above: string[] = [];
      let [pages, numbers] = [0, 0];
      const waiting = [...START];
      const known = new Set(waiting);
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const kind = kindOf(path);
        const visited = seen.get(kind) ?? 0;
        if (visited >= mostOf(kind)) continue;
        seen.set(kind, visited + 1);
        await page.goto(on().address + path);
        await settled(page);
        pages += 1;
        const { links, people } = await lookAt(page);
        numbers += people.length;
        for (const { number, words } of people) if (number > most) above.push(`${path}: ${words}`);
        for (const link of links)
          if (!known.has(link) && !WITHOUT_FIGURES.includes(link.split('?')[0]!)) {
            known.add(link);
            waiting.push(link);
          }
      }
      await close();
      process.stdout.write(`${pages} pages, ${numbers} numbers of people, at most ${most}\n`);
      expect(above).toEqual([]);
      expect(pages).toBeGreaterThan(15);
      expect(numbers).toBeGreaterThan(300);
    },
    (ALL ? 60 : 10) * 60_000,
  );
}

/** A page's address without what differs from page to page of its kind. */
const kindOf = (path: string): string => {
  const [address, search] = path.split('?') as [string, string?];
  const names = [...new URLSearchParams(search).keys()].sort().join('&');
  return `${address.split('/').slice(0, 2).join('/')}/${address.split('/').length}?${names}`;
};

/** The most people that any edition has, with what matching leaves open. */
async function everybody(page: Page): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const ask = async (query) => (await (await fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }) })).json()).data;
    const { editions } = await ask('{ editions { nodes { number } } }');
    const totals = await Promise.all(editions.nodes.map(({ number }) => ask(
      '{ figures(report: "themes-by-community", edition: ' + number + ', first: 1) { total { ... on PublishedFigure { people { high } } } } }')));
    return Math.max(...totals.map(({ figures }) => figures.total.people.high));
  })()`);
}

interface Looked {
  links: string[];
  people: { number: number; words: string }[];
}

/** Links of a page, and every number called people with the words that it stands in. As text: the server's types know no document. */
const lookAt = (page: Page): Promise<Looked> =>
  page.evaluate<Looked>(`(() => {
    const links = [...document.querySelectorAll('a[href]')]
      .map((a) => new URL(a.href))
      .filter((url) => url.origin === location.origin && !/\\.[a-z]{2,8}$|^\\/(data|files|sign-)/.test(url.pathname))
      .map((url) => url.pathname + url.search);
    const labels = [...document.querySelectorAll('main [aria-label], main [title], main svg title, main svg desc')]
      .map((one) => one.getAttribute('aria-label') ?? one.getAttribute('title') ?? one.textContent);
    const texts = [document.querySelector('main')?.innerText ?? document.body.innerText, ...labels];
    const value = (text) => Number(text.replaceAll(',', ''));
    const people = [];
    for (const text of texts)
      // A number and the word on the next line belong to two labels.
      for (const found of text.replaceAll(/[^\\S\\n]+/g, ' ').matchAll(/(?<!per )\\b(\\d[\\d,]*)(?:(?: to | and |–|-)(\\d[\\d,]*))? people\\b/g))
        for (const number of found.slice(1).filter(Boolean))
          people.push({ number: value(number), words: text.replaceAll(/\\s+/g, ' ').slice(Math.max(0, found.index - 40), found.index + 60) });
    for (const table of document.querySelectorAll('main table')) {
      const heads = [...table.querySelectorAll('thead tr:last-child th')].map((th) => th.innerText.trim());
      for (const [at, head] of heads.entries())
        if (/^people\\b/i.test(head) && !/%|share|per /i.test(head))
          for (const row of table.querySelectorAll('tbody tr'))
            for (const found of (row.children[at]?.innerText ?? '').matchAll(/\\d[\\d,]*/g))
              people.push({ number: value(found[0]), words: head + ' / ' + row.innerText.replaceAll(/\\s+/g, ' ').slice(0, 80) });
    }
    return { links: [...new Set(links)], people };
  })()`);
