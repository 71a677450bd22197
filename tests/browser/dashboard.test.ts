import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { answerTests } from './answers.js';
import { axeFindings, firstLink, PAGES, see } from './every-page.js';
import { overflow } from './in-page.js';
import { budgetTests } from './budget.js';
import { decisionTests } from './decisions.js';
import { eyesTests } from './eyes.js';
import { keyboardTests } from './keyboard.js';
import { librariesTests } from './libraries.js';
import { matchTests } from './matches.js';
import { newSourceTests } from './new-source.js';
import { partnerTests } from './partner.js';
import { permalinkTests } from './permalinks.js';
import { writeScreens } from './screens.js';
import { queueTests } from './queues.js';
import { reportTests } from './reports.js';
import { CHROMIUM, hasChromium, setStage, type Stage } from './stage.js';
import { stateTests } from './states.js';
import { searchTests } from './search.js';
import { wholeTests } from './whole.js';
import { wordsTests } from './words.js';
import { workbenchTests } from './workbench.js';

const MINUTES = 60_000;
jest.setTimeout(MINUTES);

if (!hasChromium()) {
  it.skip(`skipped, no browser at ${CHROMIUM}`, () => undefined);
  process.stderr.write(`Browser tests skipped: no browser at ${CHROMIUM}.\n`);
} else {
  describe('the dashboard in a real browser', () => {
    let stage: Stage;
    // Pictures are of the whole demonstration city; for the tests an eighth of it says as much.
    const folder = process.env['SCREENS'];
    beforeAll(async () => {
      stage = await setStage(folder ? 20_000 : 2_500);
    }, 8 * MINUTES);
    afterAll(() => stage?.stop());
    const on = () => stage;

    everyPageTests(on);
    wholeTests(on);
    describe('for eyes that need it', () => eyesTests(on));
    keyboardTests(on);
    answerTests(on);
    decisionTests(on);
    reportTests(on);
    budgetTests(on);
    permalinkTests(on);
    stateTests(on);
    // Before partners deliver: that is drawn into the audit, and until people have decided it, two coders can't be compared by it.
    workbenchTests(on);
    partnerTests(on);
    newSourceTests(on);
    matchTests(on);
    searchTests(on);
    queueTests(on);
    librariesTests(on);
    describe('words', () => wordsTests(on));
    if (folder) it('writes a picture of every page', () => writeScreens(stage, folder), 10 * MINUTES);
  });
}

function everyPageTests(on: () => Stage): void {
  describe.each(PAGES)('$name', (page) => {
    it('loads without a complaint, is accessible at A and AA, and fits 320 pixels', async () => {
      const { page: seen, complaints, close } = await see(on(), page, 1280);
      for (const width of [1280, 320]) {
        await seen.setViewportSize({ width, height: 900 });
        expect({ width, axe: await axeFindings(seen) }).toEqual({ width, axe: [] });
        expect({ width, overflow: await overflow(seen) }).toEqual({ width, overflow: 0 });
      }
      expect(complaints).toEqual([]);
      await close();
    });
  });

  it('an engagement loads from the list, accessible and narrow', async () => {
    const path = await firstLink(on(), '/engagements', '/engagements/');
    const opened = await see(on(), { name: 'engagement', path }, 320);
    expect(await axeFindings(opened.page)).toEqual([]);
    expect(opened.complaints).toEqual([]);
    expect(await overflow(opened.page)).toBe(0);
    await opened.close();
  });
}
