import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { firstLink, PAGES, see, type PageToSee } from './every-page.js';
import { settled } from './in-page.js';
import type { Stage } from './stage.js';

/** Pictures of every page at two widths, to be looked at: `SCREENS=docs/screens npm test -- tests/browser`. */
export async function writeScreens(stage: Stage, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const more: PageToSee[] = [
    { name: 'engagement', path: await firstLink(stage, '/engagements', '/engagements/') },
    ...(await deliveries(stage)),
    { name: 'community', path: await firstLink(stage, '/communities', '/communities/') },
    { name: 'decision', path: await firstLink(stage, '/what-happened', '/what-happened/') },
    { name: 'read-decision', path: await firstLink(stage, '/read/what-happened', '/read/what-happened/') },
    { name: 'refused', path: '/themes?agency=plymouth-city-council&ward=E05002081&sex=male' },
  ];
  for (const page of [...PAGES, ...more]) {
    for (const width of [1280, 320]) {
      const opened = await see(stage, page, width);
      await opened.page.screenshot({ path: join(folder, `${page.name}-${width}.png`), fullPage: true });
      await opened.close();
    }
  }
  for (const width of [1280, 320]) {
    await receipt(stage, folder, width);
    await fate(stage, folder, width);
    await reportInRoom(stage, folder, width);
  }
}

/** A delivery of the partner, which is there once the partner's tests have run. */
async function deliveries(stage: Stage): Promise<PageToSee[]> {
  const { page, close } = await stage.open('/deliveries', { role: 'partner' });
  const link = page.locator('a[href^="/deliveries/"]').first();
  const path = (await link.count()) > 0 ? await link.getAttribute('href') : null;
  await close();
  return path === null ? [] : [{ name: 'delivery', path, role: 'partner' }];
}

/** The receipt of one ward, open over its page. */
async function receipt(stage: Stage, folder: string, width: number): Promise<void> {
  const { page, close } = await stage.open('/wards', { width });
  await page.setViewportSize({ width, height: 1400 });
  await page.locator('#ward-table .receipt-sign').first().click();
  await page.waitForSelector('dialog.drawer .funnel');
  await settled(page);
  await page.screenshot({ path: join(folder, `receipt-${width}.png`) });
  await close();
}

/** What became of an answer, as whoever holds its code sees it: of the first codes one on which something was decided. */
async function fate(stage: Stage, folder: string, width: number): Promise<void> {
  const { page, close } = await stage.open('/answer', { width });
  for (const code of (await stage.codes()).slice(0, 20)) {
    await page.goto(`${stage.address}/answer`);
    await page.locator('#code').fill(code);
    await page.locator('#code').press('Enter');
    await page.waitForSelector('.steps');
    if ((await page.locator('a[href^="/read/what-happened/"]').count()) > 0) break;
  }
  await page.screenshot({ path: join(folder, `answer-found-${width}.png`), fullPage: true });
  await close();
}

/** A report as its authors and readers see it, with its checks, hands and pre-release list. */
async function reportInRoom(stage: Stage, folder: string, width: number): Promise<void> {
  const { page, close } = await stage.open('/report-room', { role: 'analyst', width });
  await page.locator('main table a[href^="/report-room/"]').first().press('Enter');
  await page.waitForURL(/\/report-room\/[0-9a-f-]{36}/);
  await settled(page);
  await page.screenshot({ path: join(folder, `report-in-room-${width}.png`), fullPage: true });
  await close();
}
