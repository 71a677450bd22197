import type { Page } from 'playwright-core';

/** Questions that are answered inside the page. As text: the server's types know nothing of a document. */
const ask = <Answer>(page: Page, expression: string): Promise<Answer> => page.evaluate<Answer>(expression);

/** Accessible label, or text, of what has the focus. */
export const focused = (page: Page): Promise<string> =>
  ask(
    page,
    `document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''`,
  );

export const focusedId = (page: Page): Promise<string> => ask(page, `document.activeElement?.id ?? ''`);

export const focusedClass = (page: Page): Promise<string> =>
  ask(page, `document.activeElement?.className ?? ''`);

export const focusInDialog = (page: Page): Promise<boolean> =>
  ask(page, `!!document.activeElement?.closest('dialog')`);

/** Pixels by which the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  ask(page, `Math.max(0, document.documentElement.scrollWidth - window.innerWidth)`);

/** Waits until nothing on the page is being counted any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.waitForSelector('.skeleton, .waiting', { state: 'detached' });
}

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds at levels A and AA, as "rule: where".
 * @param axe source text of axe-core
 */
export async function findings(page: Page, axe: string): Promise<string[]> {
  if (!(await ask<boolean>(page, `'axe' in window`))) await page.evaluate(axe);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: LEVELS } });
  return ask(
    page,
    `axe.run(${options}).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => id + ': ' + node.target.join(' '))))`,
  );
}
