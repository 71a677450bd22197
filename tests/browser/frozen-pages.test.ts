import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';
import { publishEdition } from '#facts';
import type { Database } from '#store';
import { serveApi, type TestApi } from '../integration/api-server.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { piecesOf } from '../support/every-page.js';
import {
  changeEverything,
  DAY,
  differences,
  laterVersion,
  publishTheFirst,
} from '../support/whole-edition.js';
import { settled } from './in-page.js';
import { CHROMIUM, hasChromium } from './stage.js';

/** Every page that shows an edition, as the public may open it; some with filters, a cut or a group. */
const PAGES = [
  '/',
  '/themes',
  '/themes?agency=agencies:city%2Bforce',
  '/themes/lighting',
  '/themes/places',
  '/themes/noise?sex=female',
  '/grades',
  '/wards',
  '/wards/E05002081',
  '/wards?theme=lighting',
  '/communities',
  '/communities/carers',
  '/reach',
  '/reach?ward=E05002081',
  '/engagements',
  '/engagements?participation=PARTNERSHIP',
  '/engagements/city/survey-0',
  '/engagements/city/survey-0?cut=age',
  '/engagements/city/survey-1',
  '/questions',
  `/questions/${DAY!.code}`,
  '/unheard',
  '/voice-and-record',
  '/engage-next',
  '/what-happened',
  '/what-happened?state=LATE',
  '/figures/themes-by-community/theme=lighting',
  '/figures/participation-and-reach/ward=E05002081',
  '/sources',
];

jest.setTimeout(180_000);

if (!hasChromium()) it.skip(`skipped, no browser at ${CHROMIUM}`, () => undefined);
else pagesStay();

function pagesStay(): void {
  let database: TestDatabase;
  let worker: Database;
  let browser: Browser;
  beforeAll(async () => {
    database = await testDatabase();
    worker = await publishTheFirst(database);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  }, 120_000); // prettier-ignore
  afterAll(async () => {
    await browser?.close();
    await worker?.close();
    await database?.drop();
  });

  it('what the pages of an edition say stays the same after everything that it was made of has changed', async () => {
    const before = await everyPage(database, browser);
    expect(
      before.filter((line) =>
        /There is no edition|could not be read|could not be counted|class="skeleton/.test(line),
      ),
    ).toEqual([]);
    expect(before.length).toBeGreaterThan(5_000);
    await changeEverything(database, worker);
    const undo = await laterVersion();
    try {
      expect(await publishEdition(worker)).toMatchObject({ status: 'published', edition: 2 });
      const after = await everyPage(database, browser);
      expect(differences(before, after)).toEqual([]);
      expect(after).toEqual(before);
    } finally {
      undo();
    }
  }, 480_000);
}

const DASHBOARD = fileURLToPath(new URL('../../dist/dashboard/', import.meta.url));
/** The API alone answers these; everything else is the built dashboard, as the hub serves it. */
const isOfDashboard = (url: URL): boolean => !/^\/(graphql|files|feeds|read)(\/|$)/.test(url.pathname);
const fileOf = ({ pathname }: URL): string => {
  const path = join(DASHBOARD, pathname);
  return extname(pathname) && existsSync(path) ? path : join(DASHBOARD, 'index.html');
};

/** Title, content and the line of the edition on every page, a line for each piece, by an API that remembers nothing. */
async function everyPage(database: TestDatabase, browser: Browser): Promise<string[]> {
  const api: TestApi = await serveApi(database, [], ['127.0.0.1']);
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  await context.route(isOfDashboard, (route) =>
    route.fulfill({ path: fileOf(new URL(route.request().url())) }),
  );
  const page = await context.newPage();
  const lines: string[] = [];
  for (const [at, path] of PAGES.entries()) {
    // Each as if by another reader: many questions in a minute from one are turned away.
    await page.setExtraHTTPHeaders({ 'x-forwarded-for': `198.51.100.${at}` });
    await page.goto(`${api.address}${path}${path.includes('?') ? '&' : '?'}edition=1`, {
      // Choices of a filter come behind what is seen.
      waitUntil: 'networkidle',
    });
    await settled(page);
    const [title, bar, content] = await page.evaluate<[string, string[], string]>(SHOWN);
    // That there is a later one, and where, is of now.
    const own = bar.filter((line) => !/^An older edition|^(Read the latest)$/.test(line));
    // Names that React gives hang on which answer came first.
    const pieces = piecesOf(content.replaceAll(/_r_\w+_/g, '_r_'));
    lines.push(...[title, ...own, ...pieces].map((piece) => `${path} ${piece}`));
  }
  await context.close();
  await api.stop();
  return lines;
}

/** As text: the server's types know no document. */
const SHOWN = `[
  document.title,
  [...document.querySelectorAll('.edition-bar .number, .edition-bar li')].map((one) => one.innerText.replaceAll(/\\s+/g, ' ').trim()),
  document.querySelector('main').outerHTML,
]`;
