import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { askGraphql } from '../support/graphql.js';
import { describeLong } from '../support/long.js';
import { axeFindings } from './every-page.js';
import { focusWalk, overflow, settled } from './in-page.js';
import { CHROMIUM, hasChromium, setStage, type Stage } from './stage.js';

const MINUTES = 60_000;
jest.setTimeout(3 * MINUTES);
/** Of a smaller city too few name any one group for the group to be told. */
const SIZE = 8_000;
const HEARD = `{ figures(report: "themes-by-community", by: [COMMUNITY], first: 200) { nodes {
  ... on PublishedFigure { keys { code name } people { value } } } } }`;

interface Community {
  code: string;
  name: string;
  people: number;
}

if (!hasChromium()) {
  it.skip(`skipped, no browser at ${CHROMIUM}`, () => undefined);
} else {
  /** A community's page with what people of the demonstration said: of a city large enough, which takes its time, and so in `.ci/long`. */
  describeLong('the page of a community', () => {
    let stage: Stage;
    beforeAll(async () => {
      stage = await setStage(SIZE);
    }, 8 * MINUTES);
    afterAll(() => stage?.stop());
    const on = () => stage;

    it('tells its people, what they say, who is missing, what is asked and what was done; by keyboard, accessible at both widths', async () => {
      const { code, name, people } = await mostHeard(on().address);
      for (const width of [1280, 320]) {
        const { page, complaints, close } = await on().open('/communities', { width });
        await page.locator(`main a[href="/communities/${code}"]`).press('Enter');
        await page.waitForURL(/\/communities\/./);
        await settled(page);
        expect(await page.locator('h1').textContent()).toBe(name);
        expect(await page.locator('.counts .big').allTextContents()).toEqual(
          expect.arrayContaining([
            expect.stringMatching(new RegExp(`^${people.toLocaleString('en-GB')}\\D?`)),
          ]),
        );
        // What so small a group says is told by theme, or once that it can't be; nothing on the page is refused.
        const told = await headings(page);
        expect(told.filter((words) => /so fine|this fine|could not/.test(words))).toEqual([]);
        expect(told).toEqual(
          expect.arrayContaining([
            expect.stringMatching(
              /^(What people of|Too few people of|.* raised more here|No theme is clearly)/,
            ),
            expect.stringMatching(/open to people of/),
            expect.stringMatching(/^(What was done for|No decision names) people of/),
            'Whom to contact',
            expect.stringMatching(
              /^(People of “.*” are of other communities too|And also of|Too few people were heard here to tell)$/,
            ),
          ]),
        );
        await page.getByRole('button', { name: /How was this counted\? .*, people/ }).press('Enter');
        await page.waitForSelector('.funnel');
        expect(await page.locator('.adds-up').textContent()).toContain('It adds up');
        await page.keyboard.press('Escape');
        await page.waitForSelector('dialog.drawer', { state: 'detached' });
        expect({ width, axe: await axeFindings(page) }).toEqual({ width, axe: [] });
        expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
        expect({ width, ...(await focusWalk(page)) }).toEqual({ width, skipped: [], trapped: false });
        expect(complaints).toEqual([]);
        await close();
      }
    });
  });
}

const headings = (page: Page): Promise<string[]> => page.locator('main :is(h2, h3)').allTextContents();

/** The community of which most people are told. */
async function mostHeard(address: string): Promise<Community> {
  const { figures } = await askGraphql<{
    figures: { nodes: { keys?: { code: string; name: string }[]; people?: { value: number } }[] };
  }>(address, HEARD);
  const told = figures.nodes.flatMap(({ keys: [key] = [], people }): Community[] =>
    key && people && key.code.startsWith('organisation-') ? [{ ...key, people: people.value }] : [],
  );
  const [most] = told.sort((a, b) => b.people - a.people);
  if (!most) throw new Error('the demonstration tells of no community how many were heard');
  return most;
}
