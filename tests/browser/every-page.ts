import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { findings, settled } from './in-page.js';
import type { Opened, Role, Stage } from './stage.js';

export interface PageToSee {
  name: string;
  path: string;
  role?: Role;
}

/** Every kind of page there is, by a name that also names its picture. */
export const PAGES: PageToSee[] = [
  { name: 'overview', path: '/' },
  { name: 'themes', path: '/themes' },
  { name: 'theme', path: '/themes/safety-at-night-and-on-transport' },
  { name: 'theme-filtered', path: '/themes/road-safety?agency=plymouth-city-council' },
  { name: 'grades', path: '/grades' },
  { name: 'wards', path: '/wards' },
  { name: 'ward', path: '/wards/E05002081' },
  { name: 'communities', path: '/communities' },
  { name: 'community-names', path: '/communities/names', role: 'analyst' },
  { name: 'engagements', path: '/engagements' },
  { name: 'engagements-filtered', path: '/engagements?participation=PARTNERSHIP' },
  { name: 'consultation-cut', path: '/engagements/plymouth-city-council/safer-plymouth-2024?cut=age' },
  { name: 'engagements-found', path: '/engagements?about=lighting&year=2023' },
  { name: 'conversation', path: '/engagements/plymouth-city-council/after-dark-conversation' },
  { name: 'questions', path: '/questions' },
  { name: 'question-over-years', path: '/questions/safe-after-dark' },
  { name: 'what-happened', path: '/what-happened' },
  { name: 'what-happened-filtered', path: '/what-happened?theme=street-lighting&state=LATE' },
  { name: 'figure', path: '/figures/themes-by-community/theme=litter?edition=1' },
  { name: 'answer', path: '/answer' },
  { name: 'read-home', path: '/read' },
  { name: 'read-what-happened', path: '/read/what-happened' },
  { name: 'read-wards', path: '/read/wards' },
  { name: 'read-ward', path: '/read/wards/E05002081' },
  { name: 'decisions', path: '/decisions', role: 'analyst' },
  { name: 'report-room', path: '/report-room', role: 'analyst' },
  { name: 'report-new', path: '/report-room/new', role: 'analyst' },
  { name: 'read-reports', path: '/read/reports' },
  { name: 'read-report', path: '/read/reports/safe-at-night' },
  { name: 'read-report-of-consultation', path: '/read/reports/safer-plymouth-2024' },
  { name: 'read-report-of-ward', path: '/read/reports/waterfront' },
  { name: 'read-figure', path: '/r/safe-at-night/F1.1' },
  { name: 'read-answer', path: '/r/safer-plymouth-2024/Q1.1' },
  { name: 'decision-new', path: '/decisions/new', role: 'analyst' },
  { name: 'reach', path: '/reach' },
  { name: 'unheard', path: '/unheard' },
  { name: 'voice-and-record', path: '/voice-and-record' },
  { name: 'voice-and-record-of-ward', path: '/voice-and-record?ward=E05002094' },
  { name: 'engage-next', path: '/engage-next' },
  { name: 'sources', path: '/sources' },
  { name: 'editions', path: '/editions' },
  { name: 'edition-difference', path: '/editions/1/1' },
  { name: 'edition-frozen', path: '/themes?edition=1' },
  { name: 'methods', path: '/methods' },
  { name: 'api', path: '/api' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'how-we-use-information', path: '/how-we-use-information' },
  { name: 'corrections', path: '/corrections' },
  { name: 'not-found', path: '/no-such-page' },
  { name: 'no-right', path: '/deliveries' },
  { name: 'working', path: '/?figures=working', role: 'analyst' },
  { name: 'search', path: '/search', role: 'analyst' },
  { name: 'workbench', path: '/workbench', role: 'analyst' },
  { name: 'workbench-code', path: '/workbench/code?pile=batch', role: 'analyst' },
  { name: 'workbench-emerging', path: '/workbench/emerging', role: 'analyst' },
  { name: 'workbench-agreement', path: '/workbench/agreement', role: 'analyst' },
  { name: 'workbench-codebook', path: '/workbench/codebook', role: 'analyst' },
  { name: 'families', path: '/matches/families', role: 'reviewer' },
  { name: 'workbench-codebooks', path: '/workbench/codebooks', role: 'analyst' },
  { name: 'workbench-disagreements', path: '/workbench/disagreements', role: 'analyst' },
  { name: 'workbench-problems', path: '/workbench/problems', role: 'analyst' },
  { name: 'workbench-safeguarding', path: '/workbench/safeguarding', role: 'analyst' },
  { name: 'deliveries', path: '/deliveries', role: 'partner' },
  { name: 'own-sources', path: '/sources', role: 'partner' },
  { name: 'upload', path: '/upload', role: 'partner' },
  { name: 'quarantine', path: '/quarantine', role: 'partner' },
  { name: 'waits', path: '/waits', role: 'partner' },
  { name: 'possible-match', path: '/matches', role: 'reviewer' },
  { name: 'second-person', path: '/second', role: 'analyst' },
  { name: 'people', path: '/accounts', role: 'administrator' },
  { name: 'own-sessions', path: '/sessions', role: 'analyst' },
  { name: 'matching-quality', path: '/matches/runs', role: 'reviewer' },
];

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
/** What axe finds at levels A and AA, as "rule: where". */
export async function axeFindings(page: Page): Promise<string[]> {
  return findings(page, await readFile(AXE, 'utf8'));
}

/** The address of a real engagement, decision or, for a partner, delivery: a page, and no feed or file beside it. */
export async function firstLink(
  stage: Stage,
  path: string,
  pattern: string,
  role: Role = 'public',
): Promise<string> {
  const { page, close } = await stage.look(path, { role });
  const found = await page.locator(`a[href^="${pattern}"]:not([href*="."])`).first().getAttribute('href');
  await close();
  if (!found) throw new Error(`${path} holds no link to ${pattern}`);
  return found;
}

/** Opens one page, narrow or wide, and hands it on settled. */
export async function see(
  stage: Stage,
  { path, role = 'public' }: PageToSee,
  width: number,
): Promise<Opened> {
  const opened = await stage.look(path, { role, width });
  await settled(opened.page);
  return opened;
}
