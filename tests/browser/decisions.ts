import { describe, expect, it } from '@jest/globals';
import { askGraphql } from '../support/graphql.js';
import { axeFindings } from './every-page.js';
import { focusedClass, overflow, settled } from './in-page.js';
import type { Stage } from './stage.js';

interface ToldDecisions {
  decisions: {
    nodes: { origin: string; agency: { code: string }; actions: { state: string }[] }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

/** Every decision that the hub tells in public. */
async function toldDecisions(address: string): Promise<ToldDecisions['decisions']['nodes']> {
  const told: ToldDecisions['decisions']['nodes'] = [];
  for (let after: string | null = null, more = true; more;) {
    const { decisions }: ToldDecisions = await askGraphql(
      address,
      'query ($after: String) { decisions(first: 100, after: $after) { nodes { origin agency { code } actions { state } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    told.push(...decisions.nodes);
    [after, more] = [decisions.pageInfo.endCursor, decisions.pageInfo.hasNextPage];
  }
  return told;
}

/** From what people said to what came of it: a councillor's way, a resident's and an officer's. */
export function decisionTests(on: () => Stage): void {
  describe('what happened because people spoke', () => {
    it('is shown by the demonstration: 25 decisions with 60 actions in every state, the police’s own records, and three reports', async () => {
      const told = await toldDecisions(on().address);
      const written = told.filter(({ origin }) => origin === 'HUB');
      const actions = written.flatMap((one) => one.actions);
      expect([written.length >= 25, actions.length >= 60]).toEqual([true, true]);
      const states = ['DONE', 'LATE', 'PLANNED', 'UNDER_WAY', 'WILL_NOT_DO'];
      expect([...new Set(actions.map(({ state }) => state))].sort()).toEqual(states);
      const pulled = told.filter(({ origin }) => origin === 'PULLED');
      expect([...new Set(pulled.map(({ agency }) => agency.code))]).toEqual(['devon-and-cornwall-police']);
      const { publishedReports } = await askGraphql<{ publishedReports: { kind: string }[] }>(
        on().address,
        '{ publishedReports { kind } }',
      );
      expect(publishedReports.map(({ kind }) => kind).sort()).toEqual(['consultation', 'theme', 'ward']);
    });

    it('leads a councillor from a postcode to what was decided for the ward in a year', async () => {
      const { page, complaints, close } = await on().open('/', { width: 320 });
      await page.locator('#find-ward').fill('PL4 8AA');
      await page.locator('#find-ward').press('Enter');
      await page.waitForURL(/\/wards\/E0\d+/);
      await settled(page);
      await page.getByRole('link', { name: 'Decided in 2025' }).press('Enter');
      await page.waitForURL(/\/what-happened\?.*year=2025/);
      await settled(page);
      expect(await page.locator('.decision').count()).toBeGreaterThan(0);
      expect(await overflow(page)).toBe(0);
      await page.locator('.decision h3 a').first().press('Enter');
      await page.waitForURL(/\/what-happened\/[0-9a-f-]{36}/);
      await settled(page);
      expect(await page.getByRole('heading', { name: 'What is done' }).count()).toBe(1);
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    });

    it('leads a councillor from the ward to what was done in a year, action by action', async () => {
      const { page, complaints, close } = await on().open('/wards/E05002094', { width: 320 });
      const done = page.getByRole('link', { name: /^Done in \d{4}$/ }).first();
      const year = /\d{4}/.exec((await done.textContent()) ?? '')![0];
      await done.press('Enter');
      await page.waitForURL(new RegExp(`/what-happened\\?.*doneIn=${year}`));
      await settled(page);
      expect(await page.locator('.decision').count()).toBeGreaterThan(0);
      await page.locator('.decision h3 a').first().press('Enter');
      await page.waitForURL(/\/what-happened\/[0-9a-f-]{36}/);
      await settled(page);
      // An action of it was done in that year.
      expect(await page.locator('main').textContent()).toMatch(
        new RegExp(`Done.*\\d{1,2} \\w+ ${year}`, 's'),
      );
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    });

    it('stands on the first page, on a theme, a figure and a ward, with the plans and the reports that are of it', async () => {
      const { page, complaints, close } = await on().open('/', { width: 320 });
      // What the server put there first stays; a small city has no story in people's own words.
      const served = await (await fetch(`${on().address}/read`)).text();
      await settled(page);
      expect(await page.locator('.lead-story h2 a').count()).toBe(served.includes('lead-story') ? 1 : 0);
      expect(await page.locator('main a[href="/answer"]').count()).toBe(1);
      const { publishedReports } = await askGraphql<{
        publishedReports: { kind: string; subject: string; slug: string }[];
      }>(on().address, '{ publishedReports { kind subject slug } }');
      for (const { kind, subject, slug } of publishedReports) {
        const path = { theme: 'themes', consultation: 'engagements', ward: 'wards' }[kind]!;
        await page.goto(`${on().address}/${path}/${subject}`);
        await settled(page);
        expect([kind, await page.locator(`a[href="/read/reports/${slug}"]`).count()]).toEqual([kind, 1]);
      }
      await page.goto(`${on().address}/themes/street-lighting`);
      await settled(page);
      expect(await page.getByRole('heading', { name: 'What was done for people who raised' }).count()).toBe(
        1,
      );
      expect(await page.locator('main a[href*="priority="]').count()).toBeGreaterThan(0);
      expect(await axeFindings(page)).toEqual([]);
      await page.goto(`${on().address}/figures/themes-by-community/theme=street-lighting`);
      await settled(page);
      expect(await page.locator('.ward-decisions a').count()).toBeGreaterThan(0);
      await page.goto(`${on().address}/wards/E05002094`);
      await settled(page);
      expect(await page.getByText('and not by ward').count()).toBe(1);
      await page.goto(`${on().address}/what-happened`);
      await settled(page);
      expect(await page.getByRole('heading', { name: 'What plans put first' }).count()).toBe(1);
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    });

    it('leads a resident from a code to a decision, without a script', async () => {
      const { page, complaints, close } = await on().open('/answer', { width: 320 });
      const decision = page.locator('a[href^="/read/what-happened/"]');
      for (const code of await on().codes()) {
        await page.goto(`${on().address}/answer`);
        await page.locator('#code').fill(code);
        await page.locator('#code').press('Enter');
        await page.waitForSelector('.steps');
        if ((await decision.count()) > 0) break;
      }
      expect(await page.locator('.steps li.reached').count()).toBeGreaterThanOrEqual(4);
      expect(page.url()).toMatch(/\/answer$/);
      expect(await axeFindings(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await decision.first().press('Enter');
      await page.waitForURL(/\/read\/what-happened\/[0-9a-f-]{36}/);
      expect(await page.getByRole('heading', { name: 'What was decided, and why' }).count()).toBe(1);
      expect(await page.locator('script').count()).toBe(0);
      expect(complaints).toEqual([]);
      await close();
    });

    it('tells who mistypes a code nothing but that, on the same page', async () => {
      const { page, close } = await on().open('/answer');
      await page.locator('#code').fill('7KQ2-M4TX-9B0C');
      await page.locator('#code').press('Enter');
      await page.waitForSelector('[role=alert]');
      expect(await page.locator('#code').getAttribute('aria-describedby')).toBe('problem');
      expect(await axeFindings(page)).toEqual([]);
      await close();
    });

    it('lets an officer write a decision on a figure, which then leads to its receipt and the same number', async () => {
      const { page, complaints, close } = await on().open('/decisions/new', { role: 'analyst' });
      await page.getByRole('button', { name: 'Save the decision' }).press('Enter');
      await page.waitForSelector('.govuk-error-summary');
      expect(await focusedClass(page)).toContain('govuk-error-summary');
      expect(await axeFindings(page)).toEqual([]);
      const fill = (label: string, text: string) => page.getByLabel(label, { exact: true }).fill(text);
      await fill('Your own reference', 'TEST-1');
      await fill('Title', 'Benches stand where people asked for them');
      await page.locator('#decision-decided').fill('Twelve benches are put up.');
      await fill('Decided on', '2026-03-04');
      await fill('Who decided', 'The board');
      await page.locator('#decision-model').selectOption('TOGETHER');
      await page.getByLabel('Theme', { exact: true }).selectOption('road-safety');
      await page.getByRole('button', { name: 'Add this figure' }).press('Enter');
      await page.locator('#decision-actions-1-what').fill('Put them up');
      await page.locator('#decision-actions-1-owner').fill('Parks');
      await page.locator('#decision-actions-1-due').fill('2035-01-01');
      await page.locator('#decision-public').selectOption('yes');
      await page.getByRole('button', { name: 'Save the decision' }).press('Enter');
      await page.waitForURL(/\/decisions$/);
      await settled(page);
      expect(complaints).toEqual([]);
      await page.goto(`${on().address}/what-happened?year=2026`);
      await settled(page);
      const card = page.locator('.decision', { hasText: 'Benches stand' });
      await card.locator('a[href^="/figures/"]').press('Enter');
      await page.waitForURL(/\/figures\/themes-by-community\/theme=road-safety\?edition=1/);
      await settled(page);
      await page.getByRole('button', { name: 'Run again' }).press('Enter');
      await page.waitForSelector('.outcome:not(:empty)');
      expect(await page.locator('.outcome').getAttribute('class')).not.toContain('differs');
      expect(await axeFindings(page)).toEqual([]);
      await close();
    });
  });
}
