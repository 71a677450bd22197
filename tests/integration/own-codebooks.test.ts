import { askFigures, erasePeople, listQuestions } from '#facts';
import { codeSubmissions, indexComments, linkPeople, replayOwn } from '#pipeline';
import {
  addDraftTheme,
  askOfCodebook,
  codeOneAnswer,
  draftLines,
  makeCodebook,
  markMember,
  nearestOf,
  nextAnswer,
  ownCodebooks,
  ownRuns,
  readAnswerFate,
  readCodebookVersion,
  sessionAnswers,
  sessionProposals,
  shapeTheme,
  signOffOwn,
  uncodedAnswers,
} from '#store';
import { Quotes } from '../../apps/api/src/public/decisions/quotes.js';
import { Editions } from '../../apps/api/src/public/editions/editions.js';
import { Figures } from '../../apps/api/src/public/figures/figures.js';
import { LIBRARY_TOPICS, libraryComments, topicOf } from '../support/libraries.js';
import { ownCodebookHub, type OwnCodebookHub } from '../support/own-codebooks.js';
import type { PipelineHub } from '../support/pipeline-hub.js';

/** A codebook of an agency, from comments on libraries to its own figures in an edition, by two people; and nobody else's business. */
const LATER = libraryComments(40, 9);
const QUESTION = 'change';
const PLACE = { agency: 'council', engagement: 'safer', questions: [QUESTION], shared: false };

let own: OwnCodebookHub;
let hub: PipelineHub;
let by: OwnCodebookHub['by'];
let COMMENTS: OwnCodebookHub['comments'];
let first: string;
let second: string;
let elsewhere: string;
/** Facts of the edition that was there before any codebook of an agency. */
let before: unknown;

beforeAll(async () => {
  own = await ownCodebookHub(360);
  ({ hub, by, first, second, elsewhere, comments: COMMENTS } = own);
  before = await facts(1);
}, 240_000);
afterAll(() => own?.end());

/** What the figures of an edition are made from. */
const facts = (edition: number): Promise<unknown> =>
  hub.rows(
    `SELECT (SELECT hash FROM facts.edition WHERE number = $1) AS hash,
       (SELECT jsonb_agg(to_jsonb(o) - 'edition' ORDER BY o.place) FROM facts.option o WHERE o.edition = $1) AS options`,
    [edition],
  );

test('comments become themes that a person names, and are coded right by them', async () => {
  expect(await by(first, (tx) => makeCodebook(tx, { ...PLACE, code: 'libraries', name: 'Libraries' }))).toBe(
    true,
  );
  await own.work();
  const groups = await by(first, (tx) => draftLines(tx, 'libraries'));
  expect(groups.length).toBeGreaterThan(LIBRARY_TOPICS.length);
  expect(groups.reduce((sum, { comments }) => sum + comments, 0)).toBe(COMMENTS.length);
  await own.shapeByTopic('libraries');
  await own.keep('libraries');
  const [run] = await by(first, (tx) => ownRuns(tx, 'libraries'));
  expect(run).toMatchObject({
    kind: 'code',
    state: 'done',
    version: 1,
    result: { answers: COMMENTS.length },
  });
  const document = (await readCodebookVersion(hub.worker, 'libraries', 1))!;
  const nameOf = new Map(document.themes.map(({ code, name }) => [code, name]));
  const coded = await hub.rows<{ ref: string; themes: string[] }>(
    `SELECT s.external_id AS ref, c.themes FROM coding.answer_coded c JOIN engagement.answer a ON a.id = c.answer JOIN engagement.submission s ON s.id = a.submission`,
  );
  let [both, either] = [0, 0];
  for (const { ref, themes } of coded) {
    const said = themes.map((theme) => nameOf.get(theme)!);
    const truth = COMMENTS[Number(ref)]!.topics;
    both += said.filter((topic) => truth.includes(topic)).length;
    either += said.length + truth.length;
  }
  expect((2 * both) / either).toBeGreaterThanOrEqual(0.85);
});

test('nothing is counted before two people agree; then the next edition tells people by theme of the question', async () => {
  await own.publish();
  expect(await facts(2)).toEqual([{ ...(before as [object])[0], hash: expect.any(String) }]);
  const model = (await by(first, (tx) => ownRuns(tx, 'libraries')))[0]!.model!;
  const why = 'Five topics cover nearly all that people wrote about the libraries.';
  expect(await by(first, (tx) => signOffOwn(tx, model, why))).toBe('waiting');
  const [proposal] = await by(second, (tx) => sessionProposals(tx, false));
  expect(proposal).toMatchObject({ kind: 'own-codebook', subject: 'libraries', maySecond: true });
  await by(second, (tx) => sessionAnswers(tx, proposal!.id, true, ''));
  await codeSubmissions(hub.worker);
  await own.publish();
  const { themed, open } = await own.resultsOf(3);
  expect(open.map(({ key }) => key)).toEqual([QUESTION]);
  expect(themed.map(({ key, codedBy, several }) => ({ key, codedBy, several }))).toEqual([
    { key: QUESTION, codedBy: ['libraries'], several: true },
  ]);
  const { all, message, receipt } = themed[0]!;
  for (const { label, people, code } of all.options.filter(({ role }) => role === 'option')) {
    const truth = COMMENTS.filter(({ topics }) => topics.includes(label)).length;
    expect(code).toMatch(/^libraries\//);
    expect(Math.abs((people ?? 0) - truth)).toBeLessThanOrEqual(0.2 * truth + 10);
  }
  // How many answered gives way where it would stand above everybody heard there, who stand from the edition before.
  expect(message).toMatch(
    all.base === null ? /^How many people answered is hidden/ : /^What people wrote, by theme$/,
  );
  expect(receipt.addsUp).toBe(true);
  expect((await facts(1)) as unknown).toEqual(before);
});

test('under a coded question stand quotes of its own answers alone, of themes that ten people raised', async () => {
  const { themed } = await own.resultsOf(3);
  const told = themed[0]!.all.options.filter(({ role }) => role === 'option');
  const most = [...told].sort((a, b) => (b.people ?? 0) - (a.people ?? 0))[0]!.code;
  const { admin } = hub.database;
  await admin.query('ALTER TABLE facts.quote DISABLE TRIGGER USER');
  await admin.query(
    `INSERT INTO facts.quote (edition, agency, theme, ward, engagement, question, text)
     SELECT 3, 'council', theme, 'not-known', 'council/safer', $2, theme FROM unnest($1::text[]) AS theme`,
    [[most, 'libraries/none-such', 'street-lighting'], QUESTION],
  );
  // Coded by the same codebook, and said to another question: or to one that is not known.
  await admin.query(
    `INSERT INTO facts.quote (edition, agency, theme, ward, engagement, question, text)
     SELECT 3, 'council', $1, 'not-known', 'council/safer', question, 'Elsewhere' FROM unnest('{another,""}'::text[]) AS question`,
    [most],
  );
  await admin.query('ALTER TABLE facts.quote ENABLE TRIGGER USER');
  const quotes = new Quotes(
    own.published,
    new Figures(own.published, own.workbench, new Editions(own.published)),
  );
  const of = async (question: string | null): Promise<string[]> => {
    const wanted = { theme: null, ward: null, engagement: 'council/safer', question, community: null };
    return (await quotes.inEdition(3, wanted, 20)).map(({ words }) => words);
  };
  expect(await of(QUESTION)).toEqual([most]);
  expect(await of(null)).toEqual(expect.arrayContaining([most, 'Elsewhere']));
  expect(await of('none-such')).toEqual([]);
  // A theme was no option that anybody could choose.
  const asked = (await listQuestions(own.published, { engagement: 'council/safer', edition: 3 }))!;
  expect(asked.map(({ key, options }) => [key, options])).toEqual([[QUESTION, []]]);
});

test('a theme of the city is named with its codebook or plainly; one of an agency is no theme of the city', async () => {
  const asked = (theme: string) =>
    askFigures(
      own.published,
      { report: 'themes-by-community', filter: { theme: [theme] } },
      { kind: 'public' },
    );
  const plain = await asked('street-lighting');
  expect(await asked('safer-plymouth/street-lighting')).toEqual(plain);
  expect(await asked('libraries/hours')).toMatchObject({ ok: false, code: 'unknown-value' });
  const [{ themes }] = (await hub.rows<{ themes: number }>(
    `SELECT count(DISTINCT theme)::int AS themes FROM facts.fact WHERE edition = 3 AND theme LIKE '%/%'`,
  )) as [{ themes: number }];
  expect(themes).toBe(0);
});

test('whoever holds the code of an answer is told the themes that the agency’s own codebook read it as', async () => {
  const [said] = await hub.rows<{ delivery: string; submission: string; names: string[] }>(
    `SELECT s.delivery::text, s.id AS submission, array_agg(x->>'name' ORDER BY x->>'name') AS names FROM coding.answer_themes t
     JOIN engagement.answer a ON a.id = t.answer JOIN engagement.submission s ON s.id = a.submission
     JOIN coding.codebook b ON b.code = t.codebook AND b.version = 1, jsonb_array_elements(b.document->'themes') x
     WHERE x->>'code' = ANY (t.themes) GROUP BY 1, 2 ORDER BY count(*) DESC, 2 LIMIT 1`,
  );
  const code = '7KQ2-M4TX-9B0C';
  await hub.database.admin.query(
    `INSERT INTO decisions.answer_code (agency, digest, submission) VALUES ('council', decisions.code_digest($1), $2)`,
    [code, said!.submission],
  );
  expect((await readAnswerFate(own.published, code))?.ownThemes).toEqual(said!.names);
});

test('what comes later is coded by the coder in force, and the edition of before is replayed to the same', async () => {
  await hub.deliver(LATER.map(({ text }, at) => ({ ref: 1_000 + at, words: text })));
  await codeSubmissions(hub.worker);
  expect(await hub.count('coding.answer_coded')).toBe(COMMENTS.length + LATER.length);
  const [replay] = await replayOwn(hub.worker, 3);
  expect(replay).toMatchObject({
    codebook: 'libraries',
    version: 1,
    answers: COMMENTS.length + LATER.length,
    others: 0,
  });
  expect(replay!.historyUnchanged).toBe(false);
});

test('a coder whose sentence model is missing here leaves its answers for later and holds nothing else up', async () => {
  const [{ model, embedder }] = (await hub.rows<{ model: string; embedder: string }>(
    `SELECT m.version AS model, coalesce(m.document->'embedder', 'null')::text AS embedder
     FROM coding.own_in_force f JOIN coding.model m ON m.version = f.model_version`,
  )) as [{ model: string; embedder: string }];
  const learnedWith = (other: string) =>
    hub.rows(`UPDATE coding.model SET document = jsonb_set(document, '{embedder}', $1) WHERE version = $2`, [
      other,
      model,
    ]);
  const coded = await hub.count('coding.answer_coded');
  await learnedWith('"a sentence model of elsewhere"');
  await hub.deliver([{ ref: 2_000, words: 'The lending desk shuts long before anybody is home from work.' }]);
  const left: string[] = [];
  expect(await codeSubmissions(hub.worker, { left: (codebook) => left.push(codebook) })).toBe(1);
  expect(left).toEqual(['libraries']);
  expect(await hub.count('coding.answer_coded')).toBe(coded);
  expect(await by(first, (tx) => uncodedAnswers(tx, 'libraries'))).toBe(1);
  expect(await by(elsewhere, (tx) => uncodedAnswers(tx, 'libraries'))).toBe(0);
  expect(await replayOwn(hub.worker, 3)).toMatchObject([{ codebook: 'libraries', others: null }]);
  // Of answers that are coded in part people would be told too few.
  await linkPeople(hub);
  await own.publish();
  expect((await own.resultsOf(4)).themed).toEqual([]);
  await learnedWith(embedder);
  await codeSubmissions(hub.worker);
  expect(await hub.count('coding.answer_coded')).toBe(coded + 1);
  expect(await by(first, (tx) => uncodedAnswers(tx, 'libraries'))).toBe(0);
});

test('a person’s word stands over the coder’s, is carried by a merge, and every second one is never learned from', async () => {
  const next = (await by(first, (tx) => nextAnswer(tx, 'libraries', null)))!;
  const { themes } = (await readCodebookVersion(hub.worker, 'libraries', 1))!;
  const [theme, other] = [themes[0]!.code, themes[1]!.code];
  const say = (answer: number, given: string[]) =>
    by(first, (tx) => codeOneAnswer(tx, answer, 'libraries', given.length > 0 ? 'themes' : 'none', given));
  expect(await say(next.answer, [theme])).toBeGreaterThan(0);
  await expect(say(next.answer, ['no-such-theme'])).rejects.toMatchObject({ code: 'HB001' });
  const standing = async (answer: number) =>
    (
      await hub.rows<{ themes: string[] }>('SELECT themes FROM coding.answer_themes WHERE answer = $1', [
        answer,
      ])
    )[0]!.themes;
  expect(await standing(next.answer)).toEqual([theme]);
  const another = (await by(first, (tx) => nextAnswer(tx, 'libraries', null)))!;
  expect(another.purpose).not.toBe(next.purpose);
  await say(another.answer, []);
  expect(await standing(another.answer)).toEqual([]);

  const lines = await by(first, (tx) => draftLines(tx, 'libraries'));
  const idOf = (code: string): number => lines.find((line) => line.code === code)!.id;
  await by(first, (tx) => shapeTheme(tx, idOf(theme), { state: 'merged', into: idOf(other) }));
  await own.keep('libraries');
  const [run] = await by(first, (tx) => ownRuns(tx, 'libraries'));
  expect(run).toMatchObject({ version: 2, result: { codings: 1, checked: 1 } });
  const carried = await hub.rows<{ themes: string[]; by_person: boolean }>(
    'SELECT themes, by_person FROM coding.answer_coded WHERE answer = $1 AND codebook_version = 2',
    [next.answer],
  );
  expect(carried).toEqual([{ themes: [other], by_person: true }]);
  // The version in force goes on speaking until the new one is signed.
  expect(await standing(next.answer)).toEqual([theme]);
});

test('agreement is of what the coder itself says, not of people’s words that stand over it', async () => {
  const { themes } = (await readCodebookVersion(hub.worker, 'libraries', 2))!;
  let wrong = 0;
  for (let left = 40; wrong < 8 && left > 0; left--) {
    const { answer, purpose, text } = (await by(first, (tx) => nextAnswer(tx, 'libraries', null)))!;
    const other = themes.find(({ name }) => name !== topicOf(text))!.code;
    const given = purpose === 'check' ? [other] : [];
    await by(first, (tx) =>
      codeOneAnswer(tx, answer, 'libraries', purpose === 'check' ? 'themes' : 'unsure', given),
    );
    wrong += given.length;
  }
  const [line] = await by(first, (tx) => draftLines(tx, 'libraries'));
  await by(first, (tx) => shapeTheme(tx, line!.id, { definition: 'Said anew.' }));
  await own.keep('libraries');
  const [run] = await by(first, (tx) => ownRuns(tx, 'libraries'));
  expect(run).toMatchObject({ version: 3, result: { checked: 9 } });
  expect((run!.result as { f1: number }).f1).toBeLessThan(0.6);
});

test('a theme of one’s own finds its comments; yes and no are kept; a group is parted', async () => {
  await indexComments(hub.worker);
  const id = (await by(first, (tx) =>
    addDraftTheme(tx, 'libraries', { code: 'wifi', name: 'Wifi', definition: '', words: 'wifi' }),
  ))!;
  const near = await by(first, (tx) => nearestOf(tx, [id], 500));
  expect(near.length).toBe([...COMMENTS, ...LATER].filter(({ text }) => text.includes('wifi')).length);
  expect(await by(first, (tx) => markMember(tx, id, near[0]!.answer, false))).toBe(true);
  expect((await by(first, (tx) => nearestOf(tx, [id], 1)))[0]!.yes).toBe(false);
  await by(first, (tx) => askOfCodebook(tx, 'split_theme', id));
  await own.work();
  const after = await by(first, (tx) => draftLines(tx, 'libraries'));
  const parts = after.filter(({ id: one, state }) => one === id || state === 'open');
  expect(parts.length).toBe(2);
  expect(parts.reduce((sum, { comments }) => sum + comments, 0)).toBe(near.length);
});

test('where answers stand is learnt of people’s codings, told with its agreement, and kept with the coder', async () => {
  const before3 = (await replayOwn(hub.worker, 3))[0]!;
  expect(before3.others).toBe(0);
  const runs = await by(first, (tx) => ownRuns(tx, 'libraries'));
  const latest = runs.find(({ kind, state }) => kind === 'code' && state === 'done')!;
  expect(latest.result).toMatchObject({ stance: { codings: 0, needed: 50, kappa: null, themes: [] } });
  const sideOf = (text: string) => (/open|clos|shut|hours/i.test(text) ? 'against' : 'for');
  const said = new Map<number, string>();
  const answers = await hub.rows<{ id: number; text: string; purpose: string }>(
    `SELECT a.id::int AS id, a.text, coding.answer_is_for(a.id, 'libraries') AS purpose FROM engagement.answer a ORDER BY md5(a.id::text) LIMIT 150`,
  );
  for (const { id, text } of answers) {
    const side = sideOf(text);
    if (await by(first, (tx) => codeOneAnswer(tx, id, 'libraries', 'unsure', [], side))) said.set(id, side);
  }
  const refused = by(first, (tx) =>
    codeOneAnswer(tx, answers[0]!.id, 'libraries', 'unsure', [], 'sideways' as 'for'),
  );
  await expect(refused).rejects.toMatchObject({ code: '23514' });
  const [line] = await by(first, (tx) => draftLines(tx, 'libraries'));
  await by(first, (tx) => shapeTheme(tx, line!.id, { definition: 'Said once more.' }));
  await own.keep('libraries');
  const [run] = await by(first, (tx) => ownRuns(tx, 'libraries'));
  const taught = answers.filter(({ id, purpose }) => said.has(id) && purpose === 'teach').length;
  const { stance } = run!.result as { stance: { kappa: number; checkedKappa: number; themes: object[] } };
  expect(stance).toMatchObject({ codings: taught, checked: said.size - taught });
  expect(stance.kappa).toBeGreaterThan(0.7);
  expect(stance.checkedKappa).toBeGreaterThan(0.7);
  const { themes } = (await readCodebookVersion(hub.worker, 'libraries', run!.version!))!;
  expect(stance.themes.map((one) => (one as { theme: string }).theme)).toEqual([
    '',
    ...themes.map(({ code }) => code),
  ]);
  // What people said stands over what the coder says of the same answer.
  const coded = await hub.rows<{ id: number; side: string | null; text: string }>(
    `SELECT c.answer::int AS id, c.side, a.text FROM coding.answer_coded c JOIN engagement.answer a ON a.id = c.answer WHERE c.model_version = '${run!.model}'`,
  );
  const standing = coded.map(({ id, side }) => said.get(id) ?? side);
  expect(stance.themes[0]).toMatchObject({
    for: standing.filter((side) => side === 'for').length,
    against: standing.filter((side) => side === 'against').length,
  });
  expect(standing.filter((side, i) => side === sideOf(coded[i]!.text)).length / coded.length).toBeGreaterThan(
    0.85,
  );
  // An edition of before sides were learnt is what it was; one that is counted by this coder is replayed to the same.
  expect((await replayOwn(hub.worker, 3))[0]).toEqual(before3);
  const why = 'Where comments stand is learnt of enough codings now, and agrees.';
  await by(first, (tx) => signOffOwn(tx, run!.model!, why));
  const proposal = (await by(second, (tx) => sessionProposals(tx, false))).find(
    ({ maySecond }) => maySecond,
  )!;
  await by(second, (tx) => sessionAnswers(tx, proposal.id, true, ''));
  await codeSubmissions(hub.worker);
  await own.publish();
  expect(await replayOwn(hub.worker, 5)).toMatchObject([{ others: 0, historyUnchanged: true }]);
  await hub.rows(
    `UPDATE coding.answer_coded SET side = 'both' WHERE model_version = '${run!.model}' AND answer = ${coded[0]!.id}`,
  );
  expect(await replayOwn(hub.worker, 5)).toMatchObject([{ others: 1, historyUnchanged: false }]);
});

test('nobody of another agency sees or changes it, and erasure takes words, groups and codings along', async () => {
  const [line] = await by(first, (tx) => draftLines(tx, 'libraries'));
  const [near] = await by(first, (tx) => nearestOf(tx, [line!.id], 1));
  expect(await by(elsewhere, (tx) => ownCodebooks(tx))).toEqual([]);
  expect(await by(elsewhere, (tx) => draftLines(tx, 'libraries'))).toEqual([]);
  expect(await by(elsewhere, (tx) => nearestOf(tx, [line!.id], 1))).toEqual([]);
  expect(await by(elsewhere, (tx) => ownRuns(tx, 'libraries'))).toEqual([]);
  expect(await by(elsewhere, (tx) => shapeTheme(tx, line!.id, { name: 'Theirs' }))).toBe(false);
  expect(await by(elsewhere, (tx) => markMember(tx, line!.id, near!.answer, true))).toBe(false);
  expect(await by(elsewhere, (tx) => nextAnswer(tx, 'libraries', null))).toBeNull();
  expect(await by(elsewhere, (tx) => codeOneAnswer(tx, near!.answer, 'libraries', 'none', []))).toBeNull();
  expect(await by(elsewhere, (tx) => askOfCodebook(tx, 'code_again', 'libraries'))).toBeNull();
  expect(
    await by(elsewhere, (tx) => makeCodebook(tx, { ...PLACE, code: 'theirs', name: 'Theirs' })),
  ).toBeNull();

  const [{ submission }] = (await hub.rows<{ submission: string }>(
    'SELECT submission FROM engagement.answer WHERE id = $1',
    [near!.answer],
  )) as [{ submission: string }];
  await erasePeople(hub.worker, [submission]);
  for (const table of ['draft_member', 'draft_mark', 'answer_word', 'answer_coded'])
    expect([table, await hub.count(`coding.${table} WHERE answer = ${near!.answer}`)]).toEqual([table, 0]);
});
