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

/** Every stop of the main part that a keyboard should come to; a walk of arrows is one. */
const STOPS = `[...document.querySelectorAll('main :is(a[href], button, input, select, textarea, summary, [tabindex="0"])')]
  .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }))`;

/**
 * Goes by Tab from the top of the main part to its end.
 * @returns stops that it went past, by their names; whether it never came to the end
 */
export async function focusWalk(page: Page): Promise<{ skipped: string[]; trapped: boolean }> {
  const names = await ask<string[]>(
    page,
    `(() => { window.walked = new Set(); document.querySelector('#content').focus();
      return ${STOPS}.map((one) => one.getAttribute('aria-label') ?? one.textContent.trim()); })()`,
  );
  // A field of a date has a stop for day, month, year and its calendar.
  const dates = await ask<number>(page, `document.querySelectorAll('main input[type="date"]').length`);
  let inside = true;
  for (let presses = 0; inside && presses <= names.length + 3 * dates; presses++) {
    await page.keyboard.press('Tab');
    inside = await ask<boolean>(
      page,
      `(walked.add(document.activeElement), !!document.activeElement?.closest('main'))`,
    );
  }
  const skipped = await ask<string[]>(
    page,
    `${STOPS}.filter((one) => !walked.has(one)).map((one) => one.getAttribute('aria-label') ?? one.textContent.trim())`,
  );
  return { skipped, trapped: inside };
}

/** Pixels by which the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  ask(page, `Math.max(0, document.documentElement.scrollWidth - window.innerWidth)`);

/** Waits until nothing on the page is being counted any more. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1');
  await page.waitForSelector('.skeleton, .waiting, .first-content', { state: 'detached' });
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

/**
 * Paints of drawings that are none of the system's colours, as "svg.class mark: colour", and marks that have no paint
 * at all but the page's own. For a page in forced colours, where the reader's few colours are all there is.
 */
export const foreignPaints = (page: Page): Promise<string[]> =>
  ask(
    page,
    `(() => {
      const sample = document.body.appendChild(document.createElement('span'));
      const colour = (name) => ((sample.style.color = name), getComputedStyle(sample).color);
      sample.style.forcedColorAdjust = 'none';
      const names = ['Canvas', 'CanvasText', 'LinkText', 'VisitedText', 'GrayText', 'Highlight', 'HighlightText', 'ButtonText', 'ButtonFace'];
      const system = new Set(names.map(colour));
      sample.remove();
      const plain = (paint) => paint === 'none' || paint.startsWith('url') || /, 0\\)$/.test(paint);
      const marks = [...document.querySelectorAll('svg :is(rect, circle, line, path, polyline, polygon, ellipse, text)')];
      const found = marks.flatMap((mark) => {
        const { fill, stroke, display, visibility } = getComputedStyle(mark);
        if (display === 'none' || visibility === 'hidden') return [];
        const foreign = (mark.tagName === 'line' ? [stroke] : [fill, stroke]).filter((paint) => !plain(paint) && !system.has(paint));
        const svg = mark.closest('svg').getAttribute('class');
        return foreign.map((paint) => 'svg.' + svg + ' ' + mark.tagName + '.' + (mark.getAttribute('class') ?? '') + ': ' + paint);
      });
      return [...new Set(found)];
    })()`,
  );

/** Grounds of the menu's entries, in order: "name: colour". */
export const menuGrounds = (page: Page): Promise<string[]> =>
  ask(
    page,
    `[...document.querySelectorAll('.menu a')].map((a) => a.textContent + ': ' + getComputedStyle(a).backgroundColor)`,
  );
