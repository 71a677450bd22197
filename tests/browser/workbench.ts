import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { askGraphql } from '../support/graphql.js';
import { axeFindings } from './every-page.js';
import { focused, overflow, settled } from './in-page.js';
import type { Stage } from './stage.js';

const SITTING = 20;

const signedSoFar = (page: Page): Promise<number> =>
  page.locator('.sitting strong').textContent().then(Number);

/** Waits until so many comments of the sitting are signed. */
async function untilSigned(page: Page, wanted: number): Promise<void> {
  await page.locator('.sitting strong', { hasText: new RegExp(`^${wanted}$`) }).waitFor();
}

/** Signs the comment that is shown, by keys alone, with a theme of the coder's or one of its own. */
async function signOne(page: Page, done: number): Promise<void> {
  if ((await page.locator('.choice.kept').count()) === 0) {
    await page.keyboard.press('t');
    await page.waitForSelector('[role="listbox"] [role="option"]');
    await page.keyboard.type('litter');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.choice.kept');
  }
  await page.keyboard.press('Enter');
  await untilSigned(page, done + 1);
}

/** Twenty comments, with the keys that drop, say that none fits, and take back. */
async function codeTwenty(page: Page): Promise<void> {
  await page.waitForSelector('.comment');
  expect(await focused(page)).toBe('What does this comment say?');
  await page.keyboard.press('0');
  await page.waitForSelector('.outcome-line');
  await page.keyboard.press('Enter');
  await untilSigned(page, 1);
  await page.keyboard.press('z');
  await untilSigned(page, 0);
  for (let done = 0; done < SITTING; done++) {
    expect(await signedSoFar(page)).toBe(done);
    await signOne(page, done);
  }
  await page.getByRole('heading', { name: 'This sitting is done' }).waitFor();
}

/** Submissions that the batch asks this person for, in order. */
const waitingOf = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const query = '{ nextComments(pile: BATCH, first: 20) { submission } }';
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { data } = (await answer.json()) as { data: { nextComments: { submission: string }[] } };
    return data.nextComments.map(({ submission }) => submission);
  });

async function editions(on: Stage): Promise<{ number: number; hash: string; note: string | null }[]> {
  type Answer = { editions: { nodes: { number: number; hash: string; note: string | null }[] } };
  return (await askGraphql<Answer>(on.address, '{ editions { nodes { number hash note } } }')).editions.nodes;
}

/** An analyst codes, lets the coder learn, compares and signs off. Runs last: it ends in a new edition. */
export function workbenchTests(on: () => Stage): void {
  describe('an analyst in the workbench', () => {
    it('codes twenty comments by keyboard alone, lets the coder learn, compares, signs off, and a new edition shows it', async () => {
      const before = await editions(on());
      const { page, complaints, close } = await on().open('/workbench', { role: 'analyst' });
      await page.getByRole('link', { name: 'Code comments' }).press('Enter');
      await codeTwenty(page);
      await page.getByRole('link', { name: 'Let the coder learn' }).press('Enter');
      await page.getByRole('button', { name: 'Learn from the codings' }).press('Enter');
      await page.getByRole('heading', { name: /comments would change$/ }).waitFor({ timeout: 60_000 });
      expect(await page.locator('main').textContent()).toMatch(
        /drawn at random and coded blind \(F1\): 0\.\d\d before, 0\.\d\d after/,
      );
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        expect({ width, axe: await axeFindings(page) }).toEqual({ width, axe: [] });
        expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
      }
      await page.getByLabel('Why (kept with your name)').focus();
      await page.keyboard.type('It agrees better with people on the audit, and nothing got worse.');
      await page.getByRole('button', { name: 'Sign off' }).press('Enter');
      // Another analyst of this hub has still to agree: until then nothing is coded anew.
      await page.getByText(/waits for a second person/).waitFor();
      expect(await editions(on())).toHaveLength(before.length);
      await on().command('proposals', 'agree', '1', '--by', 'Analyst');
      await page.getByText(/Edition \d+ shows it/).waitFor({ timeout: 60_000 });
      await page.goto(on().address);
      await settled(page);
      const after = await editions(on());
      expect(after).toHaveLength(before.length + 1);
      // What was published before is as it was.
      expect(after.slice(1)).toEqual(before);
      expect(after[0]?.note).toMatch(/^Themes by the coder that Test analyst all signed off/);
      expect(await page.locator('.edition-bar .number').textContent()).toBe(`Edition ${after[0]?.number}`);
      expect(complaints).toEqual([]);
      await close();
    }, 180_000);

    it('goes on with another comment where the audit drew the one before them', async () => {
      const { page, complaints, close } = await on().open('/workbench/code', { role: 'analyst' });
      await page.waitForSelector('.comment');
      const text = (): Promise<string | null> => page.locator('.comment .comment-part').first().textContent();
      const before = await text();
      const [first] = await waitingOf(page);
      await on().drawn(first!, true);
      await page.keyboard.press('0');
      await page.waitForSelector('.outcome-line');
      await page.keyboard.press('Enter');
      await page.getByText('was drawn for the audit meanwhile').waitFor();
      await on().drawn(first!, false);
      expect(await text()).not.toBe(before);
      expect(await signedSoFar(page)).toBe(0);
      expect(await page.locator('.sitting').textContent()).toContain('of 20 signed');
      expect(await focused(page)).toBe('What does this comment say?');
      expect(await axeFindings(page)).toEqual([]);
      await signOne(page, 0);
      expect(await page.getByText('was drawn for the audit meanwhile').count()).toBe(0);
      await page.keyboard.press('z');
      await untilSigned(page, 0);
      expect(complaints).toEqual([]);
      await close();
    }, 60_000);

    it('says at each theme which share it has, within what, and how that was found', async () => {
      const { page, close } = await on().open('/themes');
      const shares = await page.locator('.share-cell .sub').allTextContents();
      // Of themes that are ready; the others stand apart, with why.
      expect(shares.length).toBeGreaterThan(3);
      expect(shares.filter((text) => !/^\d+\sto\s\d+$/.test(text))).toEqual([]);
      expect(await page.locator('.share-note').textContent()).toMatch(/corrected by a blind check/);
      await close();
    });
  });
}
