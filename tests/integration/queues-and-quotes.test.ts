import { refreshWorkingFacts } from '#facts';
import { codeSubmissions, linkPeople } from '#pipeline';
import {
  Database,
  decideFamily,
  openPairs,
  pairsAmong,
  readSafeguarding,
  recordsOfThem,
  releaseSpan,
  stepCase,
  type Transaction,
} from '#store';
import { familiesIn } from '../../apps/api/src/reviewer/families.js';
import { quotedSpan } from '../../apps/api/src/analyst/quoted-span.js';
import { pipelineHub, type PipelineHub } from '../support/pipeline-hub.js';
import { plantSession } from '../support/plant-rows.js';

/** What waits for people is worked by those who may; what is quoted is words of the comment. */
const ORDINARY = 'The street lights are broken. Buses never stop here.';
const TEXTS = [
  ORDINARY,
  'My neighbour carries a knife because he says they are coming for him',
  'I do not want to be here any more, everything is too much',
  'The dementia friendly café is lovely',
  'He hits me and has taken my phone',
];

let hub: PipelineHub;
let workbench: Database;
const sessions: Record<string, string> = {};
let submissions: string[];

beforeAll(async () => {
  hub = await pipelineHub();
  workbench = await Database.open(hub.database.urlFor('workbench'));
  await hub.deliver(TEXTS.map((words, at) => ({ ref: at, words, name: `Synthetic Person ${at}` })));
  await codeSubmissions(hub.worker);
  await linkPeople(hub);
  await hub.rows(
    `INSERT INTO engagement.agency (code, name, kind) VALUES ('force', 'Demonstration Police', 'police')`,
  );
  for (const role of ['duty', 'analyst', 'reviewer']) {
    sessions[role] = await plantSession(hub.database.admin, [role], ['council']);
    sessions[`${role} elsewhere`] = await plantSession(hub.database.admin, [role], ['force']);
  }
  const rows = await hub.rows<{ id: string }>('SELECT id FROM engagement.submission ORDER BY external_id');
  submissions = rows.map(({ id }) => id);
}, 240_000);
afterAll(async () => {
  await workbench?.close();
  await hub?.end();
});

const by = <T>(who: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  workbench.transaction(work, sessions[who]!);

test('the most urgent case comes first; who takes it, hands it over or closes it is kept', async () => {
  const queue = () => by('duty', (tx) => readSafeguarding(tx, 50));
  const [first, ...others] = await queue();
  expect(first).toMatchObject({
    submission: submissions[2],
    kinds: ['suicide'],
    band: 'now',
    owner: null,
    late: false,
  });
  expect(others.map(({ submission }) => submission).sort()).toEqual(
    [submissions[1]!, submissions[4]!].sort(),
  );
  expect(await by('duty elsewhere', (tx) => readSafeguarding(tx, 50))).toEqual([]);
  expect(await by('duty elsewhere', (tx) => stepCase(tx, first!.submission, 'taken', ''))).toBe(false);
  await expect(by('analyst', (tx) => stepCase(tx, first!.submission, 'taken', ''))).rejects.toThrow(
    'on duty',
  );

  expect(await by('duty', (tx) => stepCase(tx, first!.submission, 'taken', ''))).toBe(true);
  expect((await queue())[0]!.owner).toMatch(/^planted/);
  const over = (tx: Transaction) =>
    stepCase(tx, first!.submission, 'handed-over', 'Asked for help in a comment.', 'Adult safeguarding');
  expect(await by('duty', over)).toBe(true);
  // Closed is closed.
  expect(await by('duty', over)).toBe(false);
  const closed = (await queue()).find(({ submission }) => submission === first!.submission)!;
  expect(closed).toMatchObject({
    outcome: 'referred',
    handedTo: 'Adult safeguarding',
    note: 'Asked for help in a comment.',
  });
  expect(closed.steps.map(({ step }) => step)).toEqual(['taken', 'handed-over']);
  expect((await queue()).at(-1)!.submission).toBe(first!.submission);
  await hub.rows(
    `UPDATE coding.safeguarding SET flagged_at = now() - interval '8 days' WHERE outcome IS NULL`,
  );
  expect((await queue()).filter(({ late }) => late)).toHaveLength(2);
});

test('a quote is words of the comment and one of its themes, and stands under that theme alone', async () => {
  const [{ id }] = (await hub.rows<{ id: string }>('SELECT id FROM engagement.answer WHERE submission = $1', [
    submissions[0],
  ])) as [{ id: string }];
  const answer = Number(id);
  const themes = await hub.rows<{ theme: string }>(
    `SELECT theme FROM coding.current_assignment WHERE submission = $1 AND decision = 'assign' ORDER BY theme`,
    [submissions[0]],
  );
  const [{ theme }] = themes as [{ theme: string }];
  const release = (words: string, under = theme, who = 'analyst') =>
    by(who, (tx) => releaseSpan(tx, answer, words, under));
  await expect(release('Somebody else wrote this.')).rejects.toMatchObject({ code: 'HB001' });
  await expect(release('The street lights are fixed.')).rejects.toMatchObject({ code: 'HB001' });
  await expect(release('Buses never stop here. The street lights are broken.')).rejects.toMatchObject({
    code: 'HB001',
  });
  await expect(release('[name removed]')).rejects.toMatchObject({ code: 'HB001' });
  await expect(release('The street lights are broken.', 'no-such-theme')).rejects.toMatchObject({
    code: 'HB002',
  });
  expect(await release('The street lights are broken.', theme, 'analyst elsewhere')).toBe(false);
  await expect(release('The street lights [name removed] Buses never stop here.')).rejects.toMatchObject({
    code: 'HB001',
  });
  expect(await release('The street lights are broken.')).toBe(true);
  await refreshWorkingFacts(hub.worker);
  expect(await hub.rows('SELECT theme, engagement, text FROM facts.quote WHERE edition = 0')).toEqual([
    { theme, engagement: 'council/safer', text: 'The street lights are broken.' },
  ]);
});

test('a span that is cut within a mask leaves the mask out whole', () => {
  const comment = {
    text: 'Ring Ann Other about the bins. Twice now.',
    masks: [{ span: { start: 5, end: 14 }, type: 'person' }],
  };
  expect(quotedSpan(comment, { start: 0, end: 200 })).toBe('Ring [name removed] about the bins. Twice now.');
  expect(quotedSpan(comment, { start: 0, end: 9 })).toBe('Ring');
  expect(quotedSpan(comment, { start: 8, end: 35 })).toBe('about the bins.');
});

test('five records are sorted into two people at once: every pair is answered, and none clashes', async () => {
  const [run] = await hub.rows<{ id: string }>('SELECT max(id) AS id FROM linkage.run');
  const ids = [...submissions].sort();
  for (let a = 0; a < ids.length; a++)
    for (let b = a + 1; b < ids.length; b++)
      await hub.rows(
        `INSERT INTO linkage.pair (a, b, agency, agency_b, run, weight, probability, rule, evidence, gain)
         VALUES ($1, $2, 'council', 'council', $3, 0, 0.5, 'planted', '[]', 1) ON CONFLICT DO NOTHING`,
        [ids[a], ids[b], run!.id],
      );
  const reviewer = (
    await hub.rows<{ name: string }>(
      'SELECT a.name FROM access.session s JOIN access.account a ON a.id = s.account_id WHERE s.token_hash = $1',
      [sessions['reviewer']],
    )
  )[0]!.name;
  const families = familiesIn(await by('reviewer', (tx) => openPairs(tx, reviewer, 100)));
  expect(families).toEqual([ids]);
  expect(await by('reviewer', (tx) => recordsOfThem(tx, ids.slice(0, 1)))).toEqual([ids[0]]);
  const people = [ids.slice(0, 3), ids.slice(3)];
  expect(await by('reviewer elsewhere', (tx) => decideFamily(tx, people))).toBeNull();
  expect(await by('reviewer', (tx) => decideFamily(tx, people))).toHaveLength(10);
  const pairs = await by('reviewer', (tx) => pairsAmong(tx, ids));
  for (const { a, b, decision } of pairs)
    expect(decision!.verdict).toBe(
      people.some((person) => person.includes(a.submission) && person.includes(b.submission))
        ? 'same'
        : 'different',
    );
  expect(familiesIn(await by('reviewer', (tx) => openPairs(tx, reviewer, 100)))).toEqual([]);
});

test('families are told apart, and joined where a later pair ties them', () => {
  expect(
    familiesIn([
      { a: 'a', b: 'b' },
      { a: 'c', b: 'd' },
      { a: 'e', b: 'f' },
      { a: 'b', b: 'c' },
    ]),
  ).toEqual([
    ['a', 'b', 'c', 'd'],
    ['e', 'f'],
  ]);
});
