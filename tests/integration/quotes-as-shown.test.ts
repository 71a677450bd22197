import { codeSubmissions } from '#pipeline';
import { removedMark } from '#statements';
import { Database, releaseQuote, releaseSpan, type Transaction } from '#store';
import { quotedSpan, shownText } from '../../apps/api/src/analyst/quoted-span.js';
import { generator } from '../support/generator.js';
import { pipelineHub, type PipelineHub } from '../support/pipeline-hub.js';
import { plantSession } from '../support/plant-rows.js';

/** A released quote is a span of the comment as it is shown: nothing is typed, nothing left out but what is masked. */
const TEXTS = [
  'The service was not good. Mr Pengelly 🎺 plays at night, and the street lights are broken.',
  'Lights out again, the street lights are broken. Police never come.',
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
