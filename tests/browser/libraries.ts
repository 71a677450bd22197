import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { removeFolder, temporaryFolder } from '#platform';
import { LIBRARY_TOPICS, libraryComments, topicOf } from '../support/libraries.js';
import { axeFindings } from './every-page.js';
import { overflow, settled } from './in-page.js';
import { LIBRARIES, type Stage } from './stage.js';

const COMMENTS = libraryComments(1_000);
const MINUTES = 60_000;
const POSTCODES = ['PL4 8AA', 'PL1 3AA', 'PL2 1AA', 'PL5 1AA'];

async function deliver(stage: Stage): Promise<void> {
  const folder = temporaryFolder('libraries');
  const file = join(folder, 'libraries.csv');
  const rows = COMMENTS.map(
    ({ text }, at) => `lib-${at},12/0${1 + (at % 9)}/2025,"${text}",${POSTCODES[at % 4]}`,
  );
  await writeFile(file, `Ref,When,What people said,Postcode\n${rows.join('\n')}\n`);
  await stage.command('deliver', LIBRARIES.source, file);
  removeFolder(folder);
}

async function accessibleAndNarrow(page: Page): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await settled(page);
    expect({ width, axe: await axeFindings(page) }).toEqual({ width, axe: [] });
    expect({ width, overflow: await overflow(page) }).toEqual({ width, overflow: 0 });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Names the first group of each topic after it, and merges the others into that one; by keyboard alone. */
async function shape(page: Page): Promise<number> {
  const rows = page.locator('.draft-theme');
  const kept = new Set<string>();
  const many = await rows.count();
  for (let at = 0; at < many; at++) {
    const row = page.locator('.draft-theme.open').first();
    await row.locator('.draft-name').focus();
    await page.keyboard.press('2');
    const panel = row.locator('.draft-panel');
    await panel.locator('.said').first().waitFor();
    const said = await panel.locator('.said').allTextContents();
    const votes = said.map((words) => topicOf(words) ?? '');
    const of = (topic: string): number => votes.filter((vote) => vote === topic).length;
    const topic = [...votes].sort((a, b) => of(b) - of(a))[0] ?? '';
    const open = await page.locator('.draft-theme.open').count();
    if (kept.has(topic)) {
      await row.locator('.draft-name').focus();
      await page.keyboard.press('3');
      await row.getByLabel(/^Merge [\d,]+ comments? into$/).selectOption({ label: topic });
    } else {
      kept.add(topic);
      await panel.getByLabel('Name people will read').fill(topic);
      await panel.getByLabel('It counts when').fill(`Whatever is said of ${topic}.`);
      await panel.getByRole('button', { name: 'Save and keep' }).press('Enter');
    }
    await page
      .locator('.draft-theme.open')
      .nth(open - 1)
      .waitFor({ state: 'detached' });
  }
  expect([...kept].sort()).toEqual([...LIBRARY_TOPICS].sort());
  return many;
}

/** Adds a theme after the coding, and codes a comment: by the themes that were coded by, not by the one that is only shaped. */
async function codeOne(page: Page): Promise<void> {
  const more = page.locator('details', { hasText: 'Add a theme of your own' });
  await more.locator('summary').press('Enter');
  await more.getByLabel('Name people will read').fill('Toilets');
  await more.getByRole('button', { name: 'Add the theme' }).press('Enter');
  await page.locator('.draft-theme', { hasText: 'Toilets' }).waitFor();
  await page.getByRole('link', { name: 'Code the next' }).press('Enter');
  await page.getByRole('heading', { name: 'What does this comment say?' }).waitFor();
  const offered = page.getByRole('group', { name: 'Themes' }).locator('.tick-line');
  expect((await offered.allTextContents()).map((words) => words.trim().split(' ')[0]).sort()).toEqual(
    [...LIBRARY_TOPICS].sort(),
  );
  await offered.first().getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Sign and go on' }).press('Enter');
  await page.getByText(/^(1 to teach and 0|0 to teach and 1) to check are coded/).waitFor();
  await page.getByRole('link', { name: 'Libraries', exact: true }).press('Enter');
  await page.getByRole('heading', { name: /^\d+% of comments are in a theme$/ }).waitFor();
}

/** A codebook for a consultation on libraries, from its comments to its own figures. Runs late: it ends in a new edition. */
export function librariesTests(on: () => Stage): void {
  describe('a consultation on libraries', () => {
    it(
      'gets a codebook out of its 1,000 comments, and figures of its own under its question in the next edition',
      async () => {
        await deliver(on());
        const { page, complaints, close } = await on().open('/workbench/codebooks', { role: 'analyst' });
        page.setDefaultTimeout(3 * MINUTES);
        await page
          .getByLabel('Consultation')
          .selectOption({ label: `${LIBRARIES.title} (${LIBRARIES.agency})` });
        await page.getByLabel('Name of the codebook').fill('Libraries');
        await page.getByRole('button', { name: 'Group its comments' }).press('Enter');
        await page.locator('.draft-theme').first().waitFor();
        await settled(page);
        await accessibleAndNarrow(page);
        expect(await shape(page)).toBeGreaterThan(LIBRARY_TOPICS.length);

        await page.getByRole('button', { name: 'Code every comment' }).press('Enter');
        const covered = page.getByRole('heading', { name: /^\d+% of comments are in a theme$/ });
        await covered.waitFor();
        expect(Number.parseInt((await covered.textContent()) ?? '')).toBeGreaterThanOrEqual(90);
        await codeOne(page);
        await page
          .getByLabel(/^Why are these the right themes/)
          .fill('Five themes cover nearly everything that people wrote about their libraries.');
        await accessibleAndNarrow(page);
        await page.getByRole('button', { name: 'Sign off' }).press('Enter');
        await page
          .getByText(/waits for a second person|Version 1 is in force/)
          .first()
          .waitFor();
        await agreed(on(), page);
        await on().command('publish');

        const [agency, key] = [LIBRARIES.agency, LIBRARIES.engagement];
        await page.goto(`${on().address}/engagements/${agency}/${key}`);
        const question = page.locator('section#question-1');
        await question.waitFor();
        for (const topic of LIBRARY_TOPICS) {
          const said = COMMENTS.filter(({ topics }) => topics.includes(topic)).length;
          const row = question.getByRole('row', { name: new RegExp(`^${topic}`) }).first();
          const people = Number((await row.getByRole('cell').first().textContent())?.replace(',', ''));
          expect(Math.abs(people - said)).toBeLessThanOrEqual(0.25 * said + 15);
        }
        await accessibleAndNarrow(page);
        expect(complaints).toEqual([]);
        await close();
      },
      8 * MINUTES,
    );
  });
}

/** A second editor agrees where there is one. */
async function agreed(stage: Stage, page: Page): Promise<void> {
  type Waiting = { data: { proposals: { id: string; kind: string; state: string }[] } };
  const body = JSON.stringify({ query: '{ proposals { id kind state } }' });
  const { data } = await page.evaluate<Waiting>(
    `fetch('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(body)} }).then((r) => r.json())`,
  );
  const waiting = data.proposals.find(({ kind, state }) => kind === 'own-codebook' && state === 'WAITING');
  if (waiting) await stage.command('proposals', 'agree', waiting.id, '--by', 'Analyst');
}
