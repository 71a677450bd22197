import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeFindings } from './every-page.js';
import { overflow, settled } from './in-page.js';
import type { Stage } from './stage.js';

interface Pair {
  id: string;
  together: boolean;
  a: { submission: string; personRecords: number };
  b: { submission: string };
}

interface Family {
  id: string;
  records: unknown[];
  pairs: unknown[];
}

/** Asks the hub as the page's own reviewer. */
async function ask<Data>(page: Page, query: string): Promise<Data> {
  const body = JSON.stringify({ query });
  const { data } = await page.evaluate<{ data: Data }>(
    `fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} }).then((r) => r.json())`,
  );
  return data;
}

const FIELDS = 'id together a { submission personRecords } b { submission }';
const stateOf = async (page: Page, { a, b }: Pair): Promise<Pair> =>
  (
    await ask<{ matchPair: Pair }>(
      page,
      `{ matchPair(a: "${a.submission}", b: "${b.submission}") { ${FIELDS} } }`,
    )
  ).matchPair;

async function until(page: Page, pair: Pair, together: boolean): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if ((await stateOf(page, pair)).together === together) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`the two did not become ${together ? 'one person' : 'two people'}`);
}

/** What a reviewer does, by keyboard alone. */
export function matchTests(on: () => Stage): void {
  describe('a reviewer', () => {
    it('answers twenty possible matches by keyboard, goes back, and undoes the last', async () => {
      const { page, complaints, close } = await on().open('/matches', { role: 'reviewer' });
      await page.waitForSelector('.match-table');
      for (let number = 1; number <= 20; number++) {
        await page.waitForSelector(`.lede:has-text("Pair ${number}.")`);
        await settled(page);
        await page.keyboard.press('ynu'[number % 3]!);
        await page.waitForSelector(`.last:has-text("Pair ${number}:")`);
      }
      await settled(page);
      await page.keyboard.press('k');
      await page.waitForSelector('.lede:has-text("Pair 20.")');
      await page.keyboard.press('j');
      await page.waitForSelector('.lede:has-text("Pair 21.")');
      await page.keyboard.press('z');
      await page.waitForSelector('.last:has-text("Pair 19:")');
      await page.waitForSelector('.lede:has-text("Pair 20.")');
      const { matchProgress } = await ask<{ matchProgress: { decidedToday: number } }>(
        page,
        '{ matchProgress { decidedToday } }',
      );
      expect(matchProgress.decidedToday).toBe(19);
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    });

    it('parts a person by one "no", which outlives a matching of everybody, and undoes it', async () => {
      const { page, complaints, close } = await on().open('/matches', { role: 'reviewer' });
      // Answers given a moment ago may still be on their way into a matching, and could part whom this test picks.
      await on().command('publish');
      const pair = await joinedPair(page);
      await page.goto(`${on().address}/matches/${pair.a.submission}/${pair.b.submission}`);
      await page.waitForSelector('h1:has-text("Why these are one person")');
      await settled(page);
      await page.setViewportSize({ width: 320, height: 900 });
      expect(await overflow(page)).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('n');
      await page.waitForSelector('.last:has-text("They are two people now")', { timeout: 30_000 });
      await page.waitForSelector('h1:has-text("Why these are two people")');
      // An edition is made from a matching of everybody.
      await on().command('publish');
      expect((await stateOf(page, pair)).together).toBe(false);
      await page.reload();
      await page.waitForSelector('h1:has-text("Why these are two people")');
      await page.keyboard.press('z');
      await until(page, pair, true);
      await page.reload();
      await page.waitForSelector('h1:has-text("Why these are one person")');
      expect(complaints).toEqual([]);
      await close();
    });

    it('sorts a family of five on one screen by one decision, and takes it back, by keyboard alone', async () => {
      const { page, complaints, close } = await on().open('/matches/families', { role: 'reviewer' });
      await page.locator('.family-table').waitFor();
      const waiting = await familiesOf(page);
      const at = waiting.findIndex(({ records }) => records.length >= 5);
      expect(at).toBeGreaterThanOrEqual(0);
      const { id, records, pairs } = waiting[at]!;
      for (let passed = 0; passed < at; passed++) {
        const was = await page.locator('.family-table').textContent();
        await page.keyboard.press('n');
        await page.waitForFunction(
          `(document.querySelector('.family-table')?.textContent ?? ${JSON.stringify(was)}) !== ${JSON.stringify(was)}`,
        );
      }
      await page.locator(`.family-table tbody tr:nth-child(${records.length})`).waitFor();
      expect(await page.locator('.family-table tbody tr').count()).toBe(records.length);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page);
        expect({ width, axe: await axeFindings(page) }).toEqual({ width, axe: [] });
        expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
      }
      // A whole sorting by one key, and then the last record to a person of its own.
      await page.keyboard.press('2');
      const own = 'ABCDEFGH'[records.length - 1]!;
      const last = page.getByLabel(`Person of record ${records.length}`, { exact: true });
      await last.focus();
      await page.keyboard.press(own);
      expect(await last.inputValue()).toBe(own);
      const sign = page.getByRole('button', { name: /^Sign: \d+ (person|people)$/ });
      await sign.focus();
      await page.keyboard.press('Enter');
      const told = `Signed: ${pairs.length} pairs answered by one decision.`;
      await page.getByText(told).waitFor();
      expect((await familiesOf(page)).map((family) => family.id)).not.toContain(id);
      await page.getByRole('button', { name: 'Take it back' }).press('Enter');
      await page.getByText(told).waitFor({ state: 'detached' });
      expect(complaints).toEqual([]);
      await close();
    });
  });
}

/** Families that wait, in the order of the page. */
const familiesOf = async (page: Page): Promise<Family[]> =>
  (
    await ask<{ matchFamilies: Family[] }>(
      page,
      '{ matchFamilies(first: 20) { id records { submission } pairs { id } } }',
    )
  ).matchFamilies;

/** A pair of one person of three records or more, the least sure of those that the queue leads to. */
async function joinedPair(page: Page): Promise<Pair> {
  const { matchQueue } = await ask<{ matchQueue: { nodes: Pair[] } }>(
    page,
    `{ matchQueue(first: 200) { nodes { ${FIELDS} } } }`,
  );
  const found = matchQueue.nodes.find(({ together, a }) => together && a.personRecords > 2);
  if (found) return found;
  for (const { a } of matchQueue.nodes) {
    const { matchesOf } = await ask<{ matchesOf: Pair[] }>(
      page,
      `{ matchesOf(submission: "${a.submission}") { ${FIELDS} } }`,
    );
    const last = matchesOf.filter((one) => one.a.personRecords > 2).at(-1);
    if (last) return last;
  }
  throw new Error('no person of three records is anywhere near the queue');
}
