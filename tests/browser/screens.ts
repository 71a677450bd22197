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
    {
      name: 'delivery',
      path: await firstLink(stage, '/deliveries', '/deliveries/', 'partner'),
      role: 'partner',
    },
    { name: 'refused', path: '/themes?agency=plymouth-city-council&ward=E05002081&sex=male' },
  ];
  for (const page of [...PAGES, ...more]) {
    for (const width of [1280, 320]) {
      const opened = await see(stage, page, width);
      await opened.page.screenshot({ path: join(folder, `${page.name}-${width}.png`), fullPage: true });
      await opened.close();
    }
  }
  for (const width of [1280, 320]) await receipt(stage, folder, width);
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
