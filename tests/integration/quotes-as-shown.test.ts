import { publishEdition, refreshWorkingFacts } from '#facts';
import { codeSubmissions, linkPeople } from '#pipeline';
import { removedMark } from '#statements';
import { Database, releaseQuote, releaseSpan, takeQuoteBack, type Transaction } from '#store';
import { quotedSpan, shownText } from '../../apps/api/src/analyst/quoted-span.js';
import { generator } from '../support/generator.js';
import { pipelineHub, type PipelineHub } from '../support/pipeline-hub.js';
import { plantSession } from '../support/plant-rows.js';

/** A released quote is a span of the comment as it is shown: nothing is typed, nothing left out but what is masked. */
const TEXTS = [
  'The service was not good. Mr Pengelly 🎺 plays at night, and the street lights are broken.',
  'Lights out again, the street lights are broken. Police never come.',
  ...Array.from({ length: 12 }, (_, n) => `The street lights are broken in lane ${n}.`),
];

let hub: PipelineHub;
let workbench: Database;
let analyst: string;
let submissions: string[];
beforeAll(async () => {
  hub = await pipelineHub();
  workbench = await Database.open(hub.database.urlFor('workbench'));
  await hub.deliver(TEXTS.map((words, at) => ({ ref: at, words, name: `Synthetic Person ${at}` })));
  await codeSubmissions(hub.worker);
  await linkPeople(hub);
  analyst = await plantSession(hub.database.admin, ['analyst'], ['council']);
  submissions = (
    await hub.rows<{ id: string }>('SELECT id FROM engagement.submission ORDER BY external_id')
  ).map(({ id }) => id);
}, 240_000);
afterAll(async () => {
  await workbench?.close();
  await hub?.end();
});

const by = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => workbench.transaction(work, analyst);
const release = (at: number, words: string): Promise<boolean> =>
  by((tx) => releaseQuote(tx, submissions[at]!, words));

test.each([
  'The service was [quite] good.',
  'The service was [name removed] good.',
  'Lights [the mayor lies] out',
  'The service was good',
  '[address removed] 🎺 plays at night',
  'removed] 🎺 plays',
  'Mr Pengelly 🎺 plays at night',
  '[name removed]',
  'The service was not good. and the street lights are broken.',
  'The service was not good.\uE003',
])('“%s” is not words of the comment as it is shown', async (words) => {
  await expect(release(0, words)).rejects.toMatchObject({ code: 'HB001' });
});

test('words of the comment are released with the mark of what is masked, and a second quote never takes their place unsaid', async () => {
  expect(await release(0, '[name removed] 🎺 plays  at night')).toBe(true);
  // Said twice is said once.
  expect(await release(0, '[name removed] 🎺 plays  at night')).toBe(true);
  await expect(release(0, 'The service was not good.')).rejects.toMatchObject({ code: 'HB003' });
  const [{ id }] = (await hub.rows<{ id: string }>('SELECT id FROM engagement.answer WHERE submission = $1', [
    submissions[0],
  ])) as [{ id: string }];
  const [{ theme }] = (await hub.rows<{ theme: string }>(
    `SELECT theme FROM coding.current_assignment WHERE submission = $1 AND decision = 'assign' LIMIT 1`,
    [submissions[0]],
  )) as [{ theme: string }];
  await expect(
    by((tx) => releaseSpan(tx, Number(id), 'the street lights are broken.', theme)),
  ).rejects.toMatchObject({ code: 'HB003' });
  expect(
    await hub.rows('SELECT text, answer::int AS answer, theme FROM coding.released_quote ORDER BY text'),
  ).toEqual([{ text: '[name removed] 🎺 plays  at night', answer: Number(id), theme: null }]);
  expect(await hub.count(`audit.event WHERE action = 'quote-released'`)).toBe(1);
});

test('an edition keeps what a quote answers, and whether most who raised its theme say otherwise', async () => {
  await hub.rows(`UPDATE coding.coded SET stance = 'negative'`);
  await hub.rows(`UPDATE coding.coded SET stance = 'positive' WHERE submission = $1`, [submissions[0]]);
  expect(await release(1, 'the street lights are broken.')).toBe(true);
  await refreshWorkingFacts(hub.worker);
  const kept = await hub.rows(
    `SELECT DISTINCT question, dissents, communities, text FROM facts.quote WHERE edition = 0 AND theme LIKE '%light%' ORDER BY text`,
  );
  expect(kept).toEqual([
    { question: 'change', dissents: true, communities: [], text: '[name removed] 🎺 plays  at night' },
    { question: 'change', dissents: false, communities: [], text: 'the street lights are broken.' },
  ]);
});

test('a person of the agency takes a quote back, with a reason: from every edition, and its files are made anew', async () => {
  expect((await publishEdition(hub.worker)).edition).toBe(1);
  await hub.rows(
    `INSERT INTO facts.edition_files (edition, folder, manifest) VALUES (1, 'edition-1', repeat('a', 64))`,
  );
  const sessionOf = (role: string, agency: string) => plantSession(hub.database.admin, [role], [agency]);
  await hub.rows(
    `INSERT INTO engagement.agency (code, name, kind) VALUES ('force', 'Demonstration Police', 'police')`,
  );
  const back = (session: string, reason = 'Whoever wrote it asked for that') =>
    workbench.transaction((tx) => takeQuoteBack(tx, submissions[0]!, reason), session);
  expect(await back(await sessionOf('lead', 'force'))).toBe(false);
  await expect(back(await sessionOf('reviewer', 'council'))).rejects.toThrow('only an analyst or a lead');
  const lead = await sessionOf('lead', 'council');
  await expect(back(lead, 'no')).rejects.toMatchObject({ code: 'HB001' });
  expect(await back(lead)).toBe(true);
  expect(await back(lead)).toBe(false);
  expect(await hub.rows('SELECT DISTINCT text FROM facts.quote WHERE edition = 1 ORDER BY text')).toEqual([
    { text: '' },
    { text: 'the street lights are broken.' },
  ]);
  expect(await hub.rows('SELECT folder FROM facts.edition_files')).toEqual([{ folder: 'retired' }]);
  expect(await hub.rows('SELECT submission FROM coding.released_quote')).toEqual([
    { submission: submissions[1] },
  ]);
  expect(
    await hub.rows(`SELECT agency, subject, detail FROM audit.event WHERE action = 'quote-taken-back'`),
  ).toEqual([
    { agency: 'council', subject: submissions[0], detail: { reason: 'Whoever wrote it asked for that' } },
  ]);
  // Another may take its place now.
  expect(await release(0, 'The service was not good.')).toBe(true);
});

test('database and pages show a comment alike, whatever is masked in it, and every span of it is one of its own', async () => {
  const kinds = ['person', 'address', 'phone', 'email', 'postcode', 'nhs-number', 'national-insurance-number', 'number-plate', 'bank-account', 'card', 'date-of-birth', 'iban', 'ip-address', 'words']; // prettier-ignore
  const marks = await hub.rows<{ kind: string; mark: string }>(
    'SELECT kind, coding.removed_mark(kind) AS mark FROM unnest($1::text[]) kind',
    [kinds],
  );
  expect(marks).toEqual(kinds.map((kind) => ({ kind, mark: removedMark(kind) })));
  const random = generator(11);
  const whole = (below: number): number => Math.floor(random() * below);
  for (let n = 0; n < 60; n += 1) {
    const text = Array.from({ length: 40 }, () => ['a', 'é', ' ', '🎺', '[', '.', 'ß', '\n'][whole(8)]!).join(
      '',
    );
    const edges = [...new Set(Array.from({ length: 6 }, () => whole(text.length)))]
      // Nothing begins or ends within a character.
      .filter((at) => !/[\uDC00-\uDFFF]/.test(text[at] ?? ''))
      .sort((a, b) => a - b);
    const masks = edges.flatMap((start, i) =>
      i % 2 === 0 && edges[i + 1] !== undefined
        ? [{ span: { start, end: edges[i + 1]! }, type: kinds[whole(kinds.length)]! }]
        : [],
    );
    const shown = shownText({ text, masks });
    const words = quotedSpan({ text, masks }, { start: whole(20), end: 20 + whole(60) });
    const [row] = await hub.rows<{ shown: string; own: boolean }>(
      'SELECT coding.shown_text($1, $2) AS shown, coding.is_of_text($3, coding.shown_text($1, $2)) AS own',
      [text, JSON.stringify(masks), words],
    );
    expect(row!.shown).toBe(shown);
    const wordy = /[\p{L}\d]/u.test(words.replace(/\[[A-Za-z -]+ removed\]/g, ''));
    expect([words, row!.own]).toEqual([words, wordy]);
  }
});
