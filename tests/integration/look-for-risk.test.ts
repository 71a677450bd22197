import { codeSubmissions, lookForRisk } from '#pipeline';
import { Database, readRiskLooks, readSafeguarding, stepCase, type Transaction } from '#store';
import { pipelineHub, type PipelineHub } from '../support/pipeline-hub.js';
import { plantSession } from '../support/plant-rows.js';

/** The model of risk reads what was coded; what people have closed stays closed. Everybody here is made up. */
const TEXTS = [
  'The street lights are broken. Buses never stop here.',
  'More benches please. I keep thinking the world would be better off if I was not in it.',
  'My partner would kill me if he knew I had filled this in, and I mean that.',
];

let hub: PipelineHub;
let workbench: Database;
let duty: string;
let elsewhere: string;
let ids: string[];

beforeAll(async () => {
  hub = await pipelineHub();
  workbench = await Database.open(hub.database.urlFor('workbench'));
  await hub.deliver(TEXTS.map((words, ref) => ({ ref, words })));
  await codeSubmissions(hub.worker);
  await hub.rows(`INSERT INTO engagement.agency (code, name, kind) VALUES ('force', 'Demonstration Police', 'police')`); // prettier-ignore
  duty = await plantSession(hub.database.admin, ['duty'], ['council']);
  elsewhere = await plantSession(hub.database.admin, ['duty'], ['force']);
  const rows = await hub.rows<{ id: string }>('SELECT id FROM engagement.submission ORDER BY external_id');
  ids = rows.map(({ id }) => id);
}, 240_000);
afterAll(async () => {
  await workbench?.close();
  await hub?.end();
});

const on = <T>(session: string, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  workbench.transaction(work, session);
const looks = () => on(duty, readRiskLooks);
const queue = () => on(duty, (tx) => readSafeguarding(tx, 50));
const caseOf = async (at: number) => (await queue()).find(({ submission }) => submission === ids[at]);

test('without a sentence model comments are marked as looked at by phrases alone, and that is told to those on duty', async () => {
  expect(await looks()).toEqual({ learnt: 0, phrases: 0, waiting: 3 });
  const before = await queue();
  expect(await lookForRisk(hub.worker, { vectors: false })).toBe(3);
  expect(await looks()).toEqual({ learnt: 0, phrases: 3, waiting: 0 });
  expect(await queue()).toEqual(before);
  expect(await on(elsewhere, readRiskLooks)).toEqual({ learnt: 0, phrases: 0, waiting: 0 });
  expect(await lookForRisk(hub.worker, { vectors: false })).toBe(0);
});

test('the model finds what no phrase does, says which sentence, of what kind and how sure it is', async () => {
  expect(await lookForRisk(hub.worker, { vectors: true })).toBe(3);
  expect(await looks()).toEqual({ learnt: 3, phrases: 0, waiting: 0 });
  expect(await caseOf(0)).toBeUndefined();
  const found = (await caseOf(1))!;
  expect(found.kinds).toContain('suicide');
  expect(found.chance).toBeGreaterThan(0.1);
  const [sign] = found.learnt;
  expect(TEXTS[1]!.slice(sign!.span.start, sign!.span.end)).toBe(
    'I keep thinking the world would be better off if I was not in it.',
  );
  expect((await caseOf(2))!.chance).toBeGreaterThan(0);
  expect(await hub.count(`coding.coded WHERE safeguarding AND submission = '${ids[1]}'`)).toBe(1);
  expect(await on(elsewhere, (tx) => readSafeguarding(tx, 50))).toEqual([]);
  // Nothing waits: a second run changes nothing.
  expect(await lookForRisk(hub.worker, { vectors: true })).toBe(0);
  expect(await lookForRisk(hub.worker, { vectors: false })).toBe(0);
});

test('what was closed stays closed when a newer model looks again, and opens where the words are others', async () => {
  expect(await on(duty, (tx) => stepCase(tx, ids[1]!, 'no-risk', 'A line of a play, it says so.'))).toBe(
    true,
  );
  await hub.rows(`UPDATE coding.coded SET risk_look = 'an older model'`);
  await lookForRisk(hub.worker, { vectors: true });
  expect(await caseOf(1)).toMatchObject({ outcome: 'no-risk' });
  await hub.correct([{ ref: 1, words: 'I cut my arms again and nobody at home knows that I want to die.' }]);
  await codeSubmissions(hub.worker);
  await lookForRisk(hub.worker, { vectors: true });
  const again = (await queue()).filter(
    ({ outcome, submission }) => outcome === null && submission === ids[1],
  );
  expect(again).toHaveLength(1);
  expect(again[0]!.chance).toBeGreaterThan(0.1);
});
