import { expect, it } from '@jest/globals';
import { foreignPaints, menuGrounds, overflow, settled } from './in-page.js';
import type { Eyes, Stage } from './stage.js';

/** The ten main pages. */
const MAIN = [
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
const EYES: Eyes[] = ['black', 'white', 'large letters'];

/** Contrast themes and large letters: every mark in the reader's own colours, and nothing wider than the window. */
export function eyesTests(on: () => Stage): void {
  it.each(MAIN.flatMap((path) => EYES.map((eyes) => [path, eyes] as const)))(
    '%s with %s',
    async (path, eyes) => {
      const { page, complaints, close } = await on().look(path, { eyes });
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
        if (eyes !== 'large letters')
          expect({ width, paints: await foreignPaints(page) }).toEqual({ width, paints: [] });
      }
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('the current entry of the menu is told by its ground, and no other has it', async () => {
    const { page, close } = await on().look('/wards', { eyes: 'black' });
    const grounds = (await menuGrounds(page)).map((one) => one.split(': ') as [string, string]);
    const current = grounds.filter(([name]) => name === 'Wards').map(([, ground]) => ground);
    expect(current).toHaveLength(1);
    expect(grounds.filter(([, ground]) => ground === current[0]).map(([name]) => name)).toEqual(['Wards']);
    await close();
  });
}
