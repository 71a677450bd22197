import { publishEdition } from '#facts';
import { codeSubmissions, indexComments, linkPeople } from '#pipeline';
import {
  askedWords,
  commentsToIndex,
  Database,
  findByWords,
  foundComments,
  handMasks,
  liftMask,
  maskWords,
  readCommentsToCode,
  readSubmissions,
  releaseQuote,
  type Transaction,
} from '#store';
import { shownText } from '../../apps/api/src/analyst/quoted-span.js';
import { pipelineHub, type PipelineHub } from '../support/pipeline-hub.js';
import { plantSession } from '../support/plant-rows.js';

/** What the rules missed is masked by a person: everywhere, at once, for as long as nobody else takes the mask off. */
const WHY = 'Names a neighbour by a nickname';
const TEXTS = [
  'The street lights are broken since tansybell moved in. Buses never stop here.',
  'The street lights are broken. Mr Pengelly the plumber 🎺 plays, says tansybell',
  ...Array.from({ length: 6 }, (_, n) => `The street lights are broken in lane ${n}.`),
];

let hub: PipelineHub;
let workbench: Database;
const sessions: Record<string, string> = {};
let answers: number[];
let submissions: string[];
beforeAll(async () => {
  hub = await pipelineHub();
  workbench = await Database.open(hub.database.urlFor('workbench'));
  await hub.deliver(TEXTS.map((words, at) => ({ ref: at, words, name: `Synthetic Person ${at}` })));
  await codeSubmissions(hub.worker);
  await linkPeople(hub);
  await indexComments(hub.worker);
  await hub.rows(
    `INSERT INTO engagement.agency (code, name, kind) VALUES ('force', 'Demonstration Police', 'police')`,
  );
  for (const role of ['analyst', 'other', 'reviewer', 'lead', 'elsewhere'])
    sessions[role] = await plantSession(
      hub.database.admin,
      [role === 'other' || role === 'elsewhere' ? 'analyst' : role],
      [role === 'elsewhere' ? 'force' : 'council'],
    );
  await lookUp();
}, 240_000);
afterAll(async () => {
  await workbench?.close();
  await hub?.end();
});

async function lookUp(): Promise<void> {
  const rows = await hub.rows<{ submission: string; answer: number }>(
    `SELECT s.id AS submission, a.id::int AS answer FROM engagement.submission s JOIN engagement.answer a ON a.submission = s.id ORDER BY s.external_id`,
  );
  answers = rows.map(({ answer }) => answer);
  submissions = rows.map(({ submission }) => submission);
}
const by = <T>(who: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  workbench.transaction(work, sessions[who]);
const placeOf = (at: number, words: string) => {
  const start = TEXTS[at]!.indexOf(words);
  return { start, end: start + words.length };
};
const mask = (at: number, words: string, who = 'analyst', why = WHY): Promise<string | null> =>
  by(who, (tx) => maskWords(tx, answers[at]!, placeOf(at, words), why));
const shown = async (at: number): Promise<string> => {
  const [found] = await by('analyst', (tx) => foundComments(tx, [answers[at]!], []));
  return shownText(found!);
};
const find = (word: string): Promise<number[]> =>
  by('analyst', async (tx) => {
    const terms = (await askedWords(tx, word)).map((asked) => asked.word);
    return (await findByWords(tx, terms, 100)).map(({ answer }) => answer).sort((a, b) => a - b);
  });

test('an analyst of the agency masks words with a reason, and nobody else', async () => {
  expect(await mask(0, 'tansybell', 'elsewhere')).toBeNull();
  await expect(mask(0, 'tansybell', 'reviewer')).rejects.toThrow('only an analyst');
  await expect(mask(0, 'tansybell', 'analyst', ' short ')).rejects.toMatchObject({ code: 'HB001' });
  await expect(
    by('analyst', (tx) => maskWords(tx, answers[0]!, { start: 500, end: 600 }, WHY)),
  ).rejects.toMatchObject({ code: 'HB002' });
  expect(await hub.count('coding.hand_mask')).toBe(0);
});

test('what is masked is gone from comments, search and proposals at once; a quote of it is taken back everywhere, another stays', async () => {
  const quote = (at: number, words: string) =>
    by('analyst', (tx) => releaseQuote(tx, submissions[at]!, words));
  expect(await quote(0, 'broken since tansybell moved in.')).toBe(true);
  expect(await quote(1, 'The street lights are broken.')).toBe(true);
  expect((await publishEdition(hub.worker)).edition).toBe(1);
  expect(await find('tansybell')).toEqual([answers[0], answers[1]]);
  await hub.rows(
    `INSERT INTO coding.own_codebook (code, agency, name, made_by) VALUES ('draft', 'council', 'Draft', 'made-up')`,
  );
  await hub.rows(
    `INSERT INTO coding.draft_theme (codebook, agency, code, name, phrases, position) VALUES ('draft', 'council', 'a', 'tansybell lights', '{tansybell,street lights}', 0)`,
  );
  await hub.rows(
    `INSERT INTO coding.draft_member (theme, answer, agency, rank) SELECT id, $1, 'council', 1 FROM coding.draft_theme`,
    [answers[0]],
  );

  expect(await mask(0, 'tansybell')).not.toBeNull();
  expect(await mask(1, 'tansybell')).not.toBeNull();

  const without = 'The street lights are broken since [words removed] moved in. Buses never stop here.';
  expect(await shown(0)).toBe(without);
  const [toCode] = await by('analyst', (tx) => readCommentsToCode(tx, [submissions[0]!]));
  expect(shownText({ text: toCode!.parts[0]!.text, masks: toCode!.personalData })).toBe(without);
  const searched = (search: string) =>
    by('analyst', (tx) => readSubmissions(tx, { search }, { after: null, limit: 9 }));
  expect(await searched('tansybell')).toEqual([]);
  expect(await searched('moved in')).toHaveLength(1);
  expect(await find('tansybell')).toEqual([]);
  expect(await hub.rows('SELECT name, phrases FROM coding.draft_theme')).toEqual([
    { name: 'A group without a name', phrases: ['street lights'] },
  ]);
  expect(
    await hub.rows('SELECT DISTINCT edition, text FROM facts.quote WHERE edition > 0 ORDER BY text'),
  ).toEqual([
    { edition: 1, text: '' },
    { edition: 1, text: 'The street lights are broken.' },
  ]);
  expect(await hub.rows('SELECT submission FROM coding.released_quote')).toEqual([
    { submission: submissions[1] },
  ]);
  // Found again by its other words.
  await indexComments(hub.worker);
  expect(await find('tansybell')).toEqual([]);
  expect(await find('buses')).toEqual([answers[0]]);
  expect(
    await hub.rows(`SELECT action, subject FROM audit.event WHERE action LIKE 'comment-mask%' ORDER BY id`),
  ).toEqual([
    { action: 'comment-masked', subject: submissions[0] },
    { action: 'comment-masked', subject: submissions[1] },
  ]);
});

test('a mask that meets another is one with it, whatever is coded anew', async () => {
  expect(await mask(1, 'Pengelly the plumber 🎺')).not.toBeNull();
  const whole = 'The street lights are broken. Mr [words removed] plays, says [words removed]';
  expect(await shown(1)).toBe(whole);
  for (const sql of [
    'DELETE FROM coding.assignment WHERE submission = $1',
    'DELETE FROM coding.coded WHERE submission = $1',
    'UPDATE engagement.submission SET coded_at = NULL WHERE id = $1',
  ])
    await hub.rows(sql, [submissions[1]]);
  await codeSubmissions(hub.worker);
  expect(await shown(1)).toBe(whole);
});

test('another analyst takes a mask off, with a reason; the log tells analysts and leads who did what, and never the words', async () => {
  const log = (who: string) => by(who, (tx) => handMasks(tx, 50));
  const [newest] = await log('analyst');
  expect(newest).toMatchObject({ submission: submissions[1], reason: WHY, liftedBy: null, mayLift: false });
  expect(await log('elsewhere')).toEqual([]);
  const lift = (who: string, why = 'It is the name of a shop') =>
    by(who, (tx) => liftMask(tx, newest!.id, why));
  await expect(lift('analyst')).rejects.toMatchObject({ code: 'HB003' });
  await expect(lift('other', 'no')).rejects.toMatchObject({ code: 'HB001' });
  expect(await lift('elsewhere')).toBe(false);
  expect(await lift('other')).toBe(true);
  expect(await lift('other')).toBe(false);
  expect(await shown(1)).toBe(
    'The street lights are broken. Mr [name removed] the plumber 🎺 plays, says [words removed]',
  );
  const [lifted] = await log('lead');
  expect(lifted).toMatchObject({ liftReason: 'It is the name of a shop', mayLift: false });
  expect(lifted!.liftedBy).toMatch(/^planted/);
  expect(JSON.stringify(await log('lead'))).not.toMatch(/tansybell|plumber/);
  expect(await hub.count(`audit.event WHERE action = 'comment-mask-lifted'`)).toBe(1);
});

test('an answer that is corrected keeps its masks wherever their words stand in it', async () => {
  await hub.correct([
    {
      ref: 0,
      words: '🎺 tansybell! The lights are broken, tansybell broke them.',
      name: 'Synthetic Person 0',
    },
  ]);
  await codeSubmissions(hub.worker);
  await lookUp();
  expect(await shown(0)).toBe('🎺 [words removed]! The lights are broken, [words removed] broke them.');
  await indexComments(hub.worker);
  expect(await find('tansybell')).toEqual([]);
  const [row] = await hub.worker.transaction((tx) => commentsToIndex(tx, [submissions[0]!]));
  expect(row!.masks).toHaveLength(2);
});

test('a comment of which nothing is masked is searched as it stands, without being gone through once more', async () => {
  const search = (words: string) =>
    by('analyst', (tx) => readSubmissions(tx, { search: words }, { after: null, limit: 9 }));
  const [{ text }] = (await hub.rows<{ text: string }>(
    `SELECT pg_get_functiondef('coding.shown_text'::regproc) AS text`,
  )) as [{ text: string }];
  await hub.rows(
    `CREATE OR REPLACE FUNCTION coding.shown_text(said text, masks jsonb) RETURNS text LANGUAGE plpgsql STABLE AS $$ BEGIN RAISE EXCEPTION 'gone through'; END $$`,
  );
  await expect(search('plumber')).rejects.toThrow('gone through');
  expect(await search('in lane 3')).toHaveLength(1);
  await hub.rows(text);
});
