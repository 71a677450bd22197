import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { AccountRole } from '#domain';
import { openEmbedded, temporaryFolder, removeFolder } from '#platform';
import { openClient } from '#store';
import { startHub, type TestHub } from '../support/hub.js';
import { settled } from './in-page.js';

/** Debian's browser; a machine without it skips the browser tests and says so. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const hasChromium = (): boolean => existsSync(CHROMIUM);

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type Eyes = 'black' | 'white' | 'large letters';
/** As set in the browser, so that lengths by letters follow, also those at which layouts change. */
const LARGE = '--blink-settings=defaultFontSize=32,defaultFixedFontSize=26';

export type Role =
  | 'public'
  | 'partner'
  | 'lead'
  | 'analyst'
  | 'reviewer'
  | 'administrator'
  | 'officer of police'
  | 'officer of health';
/** Agencies of those whose rights are of one alone; the others' are of all. */
const AGENCIES: Partial<Record<Role, string>> = {
  partner: 'harbour-voices',
  'officer of police': 'devon-and-cornwall-police',
  'officer of health': 'nhs-devon',
};

/** One hub with the demonstration city and one browser, shared by all browser tests. */
export interface Stage {
  address: string;
  /** Submissions of the demonstration city. */
  size: number;
  /** A page in a fresh, signed-in context; what the browser complains of is collected. */
  open(path: string, options?: OpenOptions): Promise<Opened>;
  /** A page that was looked at before, where there is one, which takes a third of the time: for tests that look and change nothing. */
  look(path: string, options?: OpenOptions): Promise<Opened>;
  /** Name of the account that a role is signed in by. */
  accountOf(role: Role): Promise<string>;
  /** Codes of made-up residents' answers. */
  codes(): Promise<string[]>;
  /** `npx hub ...` against this hub. */
  command(...words: string[]): Promise<void>;
  /** Puts a comment on the audit sample, as a draw would, or takes it from there. */
  drawn(submission: string, into: boolean): Promise<void>;
  stop(): Promise<void>;
}

export interface OpenOptions {
  role?: Role;
  width?: number;
  /** What the reader's own settings ask for: a contrast theme, or letters at 200%. */
  eyes?: Eyes;
  /** False: scripts of pages are not run. */
  script?: boolean;
  /** Called before the first page is asked for, to put the network in a state. */
  before?: (page: Page) => Promise<void>;
}

export interface Opened {
  page: Page;
  /** Errors and warnings on the console, and exceptions that nobody caught. */
  complaints: string[];
  close(): Promise<void>;
}

/** The agency of the partner in these tests, taken on by command like any other. */
const AGENCY = 'harbour-voices';
export const SOURCE = 'harbour-conversations';

const MAPPING = {
  engagement: { key: 'harbour', title: 'Harbour conversations', kind: 'conversation' },
  columns: [
    { as: 'submission-id', column: 'Ref' },
    { as: 'date', column: 'When', order: 'day-first' },
    { as: 'question', column: 'What people said', key: 'said' },
    { as: 'respondent', column: 'Postcode', field: 'postcode' },
  ],
};

/** A council whose consultation on libraries gets a codebook of its own. */
export const LIBRARIES = {
  agency: 'bay-council',
  source: 'bay-libraries',
  engagement: 'libraries',
  title: 'What should our libraries be?',
} as const;

const LIBRARIES_MAPPING = {
  ...MAPPING,
  engagement: { key: LIBRARIES.engagement, title: LIBRARIES.title, kind: 'consultation' },
};

async function takeOnPartner(hub: TestHub): Promise<void> {
  const folder = temporaryFolder('mapping');
  const mapping = join(folder, 'mapping.json');
  const libraries = join(folder, 'libraries.json');
  await writeFile(mapping, JSON.stringify(MAPPING));
  await writeFile(libraries, JSON.stringify(LIBRARIES_MAPPING));
  const commands = [
    ['agency', 'add', AGENCY, '--name', 'Harbour Voices', '--kind', 'vcs'],
    ['agreement', 'add', AGENCY, 'harbour-1', '--basis', 'consent', '--from', '2024-01-01'],
    [
      ...[
        'source',
        'add',
        SOURCE,
        '--agency',
        AGENCY,
        '--connector',
        'spreadsheet',
        '--agreement',
        'harbour-1',
      ],
      ...['--name', 'Harbour conversations', '--mapping', mapping],
    ],
    ['agency', 'add', LIBRARIES.agency, '--name', 'Bay Council', '--kind', 'council'],
    ['agreement', 'add', LIBRARIES.agency, 'bay-1', '--basis', 'public task', '--from', '2024-01-01'],
    [
      ...['source', 'add', LIBRARIES.source, '--agency', LIBRARIES.agency, '--connector', 'spreadsheet'],
      ...['--agreement', 'bay-1', '--name', 'Bay libraries', '--mapping', libraries],
    ],
  ];
  for (const words of commands) {
    const result = await hub.quickly(...words);
    if (result.code !== 0) throw new Error(`${words.slice(0, 2).join(' ')}: ${result.stderr}`);
  }
  removeFolder(folder);
}

/**
 * Starts hub and browser. Cookies of each role are had once: a sign-in link works once.
 * @param size submissions of the demonstration city
 */
export async function setStage(size: number): Promise<Stage> {
  const hub = await startHub({ demo: size });
  await takeOnPartner(hub);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
  let large: Promise<Browser> | undefined;
  const browserFor = async (eyes?: Eyes): Promise<Browser> =>
    eyes === 'large letters'
      ? (large ??= chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, LARGE] }))
      : browser;
  const signedIn = new Map<Role, Promise<SignedIn>>();
  const stateOf = (role: Role): Promise<SignedIn> => {
    const known = signedIn.get(role) ?? signIn(browser, hub, role);
    signedIn.set(role, known);
    return known;
  };
  const contextFor = async (options: OpenOptions): Promise<BrowserContext> =>
    openContext(await browserFor(options.eyes), options, await stateOf(options.role ?? 'public'));
  const idle = new Map<string, Page[]>();
  return {
    address: hub.address,
    size,
    open: async (path, options = {}) => {
      const context = await contextFor(options);
      const opened = await goTo(await context.newPage(), hub.address, path, options);
      return { ...opened, close: () => context.close() };
    },
    look: async (path, options = {}) => {
      const key = `${options.role} ${options.eyes} ${options.script}`;
      const pages = idle.get(key) ?? [];
      idle.set(key, pages);
      const page = pages.pop() ?? (await (await contextFor(options)).newPage());
      const opened = await goTo(page, hub.address, path, options);
      return {
        ...opened,
        close: () => {
          for (const event of ['console', 'pageerror'] as const) page.removeAllListeners(event);
          pages.push(page);
          return Promise.resolve();
        },
      };
    },
    accountOf: async (role) => {
      await stateOf(role);
      return `Test ${heldBy(role)} ${AGENCIES[role] ?? 'all'}`;
    },
    codes: async () => {
      const lines = await readFile(join(hub.dataDir, 'demonstration-codes.csv'), 'utf8');
      return lines
        .split('\n')
        .slice(1)
        .flatMap((line) => line.split(',')[3] ?? []);
    },
    command: async (...words) => {
      const { code, stderr } = await hub.quickly(...words);
      if (code !== 0) throw new Error(`${words.join(' ')}: ${stderr}`);
    },
    drawn: (submission, into) => asOwnerOf(hub, into ? DRAW : UNDRAW, submission),
    stop: async () => {
      await browser.close();
      await (await large)?.close();
      await hub.stop();
    },
  };
}

const DRAW = `INSERT INTO coding.audit_sample (submission, agency, twice, position, drawn_for)
  SELECT id, agency, false, 0, 'person' FROM engagement.submission WHERE id = $1`;
const UNDRAW = 'DELETE FROM coding.audit_sample WHERE submission = $1';

/** Says something to the hub's database that no command says: what happens beside a person at a minute of a test's choosing. */
async function asOwnerOf(hub: TestHub, statement: string, value: string): Promise<void> {
  const server = await openEmbedded(hub.dataDir);
  const client = await openClient(server.adminUrl);
  try {
    await client.query(statement, [value]);
  } finally {
    await client.end();
    await server.stop();
  }
}

type SignedIn = Awaited<ReturnType<BrowserContext['storageState']>>;

const heldBy = (role: Role): AccountRole => (role.startsWith('officer') ? 'officer' : (role as AccountRole));

async function signIn(browser: Browser, hub: TestHub, role: Role): Promise<SignedIn> {
  const context = await browser.newContext();
  if (role !== 'public') {
    const page = await context.newPage();
    const beside = role === 'analyst' ? (['editor', 'duty', 'officer'] as const) : [];
    await page.goto(await hub.signInLink(heldBy(role), AGENCIES[role] ?? 'all', beside));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((url) => url.pathname === '/');
  }
  const state = await context.storageState();
  await context.close();
  return state;
}

function openContext(
  browser: Browser,
  { width = 1280, eyes, script = true }: OpenOptions,
  storageState: SignedIn,
): Promise<BrowserContext> {
  return browser.newContext({
    storageState,
    javaScriptEnabled: script,
    locale: 'en-GB',
    viewport: { width, height: 900 },
    reducedMotion: 'reduce',
    ...(eyes === 'black' || eyes === 'white'
      ? { forcedColors: 'active', colorScheme: eyes === 'black' ? 'dark' : 'light' }
      : {}),
  });
}

async function goTo(
  page: Page,
  address: string,
  path: string,
  { width = 1280, before }: OpenOptions,
): Promise<Omit<Opened, 'close'>> {
  await page.setViewportSize({ width, height: 900 });
  // Short of the test's own patience, so that it is said what was waited for.
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  if (before) await before(page);
  await page.goto(address + path);
  if (!before) await settled(page);
  return { page, complaints };
}
