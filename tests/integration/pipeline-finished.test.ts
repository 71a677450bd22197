import { createSafeFetch } from '#connectors';
import { EditionFiles } from '#editions';
import { erasePeople, publishEdition } from '#facts';
import { AuditTrail, ErasureJournal } from '#operations';
import { bringUpToDate, codeSubmissions, onceFinished, runCoder } from '#pipeline';
import { createLogger, removeFolder, temporaryFolder } from '#platform';
import type { Handlers } from '#queue';
import {
  addRun,
  Database,
  ensureLogins,
  proposePublication,
  putWhatWaits,
  sessionProposals,
  setAccount,
  stepDone,
} from '#store';

import { handlersOver } from '../../apps/worker/src/handlers.js';
import { sealNow } from '../../apps/worker/src/seal-trail.js';
import { testServer } from '../support/database.js';
import { pipelineHub, type PipelineHub, type SmallRow } from '../support/pipeline-hub.js';

let hub: PipelineHub;
beforeEach(async () => void (hub = await pipelineHub()));
afterEach(() => hub.end());

const rows = (from: number, many: number): SmallRow[] =>
  Array.from({ length: many }, (_, n) => ({
    ref: from + n,
    words: `The street lights are broken in street ${from + n}`,
  }));
const databases = () => ({ worker: hub.worker, linker: hub.linker });
const jobs = async (): Promise<string[]> =>
  (await hub.rows<{ job: string }>('SELECT job FROM intake.outbox ORDER BY id')).map(({ job }) => job);

it('groups texts that were coded but never grouped, as a process leaves them that ends in between', async () => {
  await hub.deliver(rows(1, 3));
  await bringUpToDate(databases());
  await hub.rows('UPDATE coding.coded SET argument = NULL');
  await codeSubmissions(hub.worker);
  expect(await hub.count('coding.coded WHERE argument IS NULL')).toBe(0);
});

/** The worker's handlers of jobs over the whole hub, with the folder that they seal into. */
function wholeOver(dataDir: string): Handlers {
  const log = createLogger('worker', 'error');
  return handlersOver(databases(), createSafeFetch({ allowPrivate: false }), {
    stopping: new AbortController().signal,
    refine: false,
    files: new EditionFiles(dataDir),
    journal: new ErasureJournal(dataDir),
    seal: () => sealNow(hub.worker, dataDir, log),
    faulty: () => undefined,
    left: () => undefined,
  }).whole;
}

it('seals an edition that a job publishes at once, as one that a command publishes', async () => {
  await hub.deliver(rows(1, 20));
  await bringUpToDate(databases());
  const dataDir = temporaryFolder('sealed');
  await wholeOver(dataDir).publish!({}, { attempt: 1 } as never);
  expect(await hub.count(`audit.event WHERE action = 'edition-published'`)).toBe(1);
  // Nothing is left that the chain does not vouch for.
  expect(await new AuditTrail(dataDir).seal(hub.worker)).toBe(0);
  removeFolder(dataDir);
});

describe('a publication that was agreed to in the browser', () => {
  const dataDir = temporaryFolder('agreed');
  afterAll(() => removeFolder(dataDir));
  let owner: Database;
  let workbench: Database;
  beforeEach(async () => {
    owner = await Database.open(hub.database.urlFor('owner'));
    workbench = await Database.open(hub.database.urlFor('workbench'));
    await hub.deliver(rows(1, 20));
    await bringUpToDate(databases());
    await setAccount(owner, 'lee', [{ role: 'lead', agency: 'council' }]);
    await hub.rows(
      `INSERT INTO access.session (token_hash, account_id, expires_at) SELECT 'lee', id, now() + interval '1 hour' FROM access.account`,
    );
  });
  afterEach(async () => {
    await Promise.all([owner.close(), workbench.close()]);
  });
  /** Its one lead decides alone. @returns the number of the proposal */
  const agreed = (reason: string): Promise<number> =>
    workbench.transaction((tx) => proposePublication(tx, reason), 'lee');
  const lost = async (): Promise<void> => {
    await hub.rows(`UPDATE intake.outbox SET dispatched_at = now() - interval '1 hour'`);
    await hub.rows(`UPDATE access.proposal SET decided_at = now() - interval '1 hour'`);
  };
  const latest = async () => (await workbench.transaction((tx) => sessionProposals(tx, true), 'lee'))[0];
  const asked = (): Promise<{ payload: unknown }[]> =>
    hub.rows(`SELECT payload FROM intake.outbox WHERE job = 'publish' AND dispatched_at IS NULL`);
  const REASON = 'The summer’s survey is in, and the board meets on Monday.';

  it('is asked for again where its job was lost, until something has become of it, which stands on it', async () => {
    const proposal = await agreed(REASON);
    expect(await latest()).toMatchObject({ state: 'done', edition: null, outcome: null });
    await lost();
    expect(await putWhatWaits(hub.worker, 300)).toBe(1);
    expect(await putWhatWaits(hub.worker, 300)).toBe(0);
    expect(await asked()).toEqual([{ payload: { proposal } }]);
    await wholeOver(dataDir).publish!({ proposal }, { attempt: 1 } as never);
    expect(await latest()).toMatchObject({
      id: proposal,
      edition: 1,
      outcome: 'published',
      outcomeWords: 'Edition 1 is published.',
    });
    await lost();
    expect(await putWhatWaits(hub.worker, 300)).toBe(0);
  });

  it('says that nothing had changed, and is not asked for again over it', async () => {
    await publishEdition(hub.worker);
    const proposal = await agreed(REASON);
    const { publish } = wholeOver(dataDir);
    await publish!({ proposal }, { attempt: 1 } as never);
    expect(await latest()).toMatchObject({
      id: proposal,
      edition: null,
      outcome: 'unchanged',
      outcomeWords: expect.stringMatching(/Nothing has changed since edition 1/),
    });
    await lost();
    expect(await putWhatWaits(hub.worker, 300)).toBe(0);
    // The same job again, as a crash hands it over, makes nothing more of it.
    await hub.deliver(rows(100, 20));
    await bringUpToDate(databases());
    await publish!({ proposal }, { attempt: 2 } as never);
    expect(await hub.count('facts.edition WHERE number > 0')).toBe(1);
  });
});

it('publishes what is finished and nothing by halves, while deliveries come in', async () => {
  await hub.deliver(rows(1, 20));
  let over = false;
  const sending = (async () => {
    for (let at = 100; !over; at += 20) await hub.deliver(rows(at, 20));
  })();
  const seen: unknown[] = [];
  for (let time = 0; time < 2; time++) {
    await onceFinished(databases(), () => publishEdition(hub.worker));
    seen.push(
      ...(await hub.rows(
        `SELECT count(*)::int AS halves FROM facts.fact WHERE edition = (SELECT max(number) FROM facts.edition) AND (argument_key IS NULL OR theme = '')`,
      )),
    );
  }
  over = true;
  await sending;
  expect(seen).toEqual([{ halves: 0 }, { halves: 0 }]);
});

it('publishes while people are erased, and neither fails nor counts who is gone', async () => {
  for (let turn = 0; turn < 3; turn++) {
    await hub.deliver(rows(1 + turn * 60, 60));
    const ids = (
      await hub.rows<{ id: string }>(
        'SELECT id FROM engagement.submission ORDER BY external_id::int DESC LIMIT 4',
      )
    ).map(({ id }) => id);
    const erasing = (async () => {
      for (const id of ids) expect((await erasePeople(hub.worker, [id])).status).toBe('erased');
    })();
    const [published] = await Promise.all([
      onceFinished(databases(), () => publishEdition(hub.worker)),
      erasing,
    ]);
    expect(published.status).toBe('published');
  }
  const { edition } = await onceFinished(databases(), () => publishEdition(hub.worker));
  const [told] = await hub.rows(
    `SELECT (SELECT count(DISTINCT submission_key)::int FROM facts.fact WHERE edition = $1) AS counted,
       (SELECT count(*)::int FROM engagement.submission) AS held`,
    [edition],
  );
  expect(told).toEqual({ counted: 168, held: 168 });
});

it('makes shares anew of blind audit codings alone', async () => {
  await hub.deliver(rows(1, 40));
  await bringUpToDate(databases());
  expect(await hub.count('coding.theme_share')).toBe(0);
  await hub.rows(
    `INSERT INTO coding.human_coding (agency, submission, purpose, place, coder, outcome, themes, codebook, codebook_version)
     SELECT c.agency, c.submission, 'audit', 'first', 'Synthetic Analyst', 'themes', '{street-lighting}', c.codebook, c.codebook_version
     FROM coding.coded c JOIN coding.audit_sample a ON a.submission = c.submission`,
  );
  await codeSubmissions(hub.worker);
  expect(await hub.count('coding.theme_share')).toBeGreaterThan(0);
});

it('asks again for what was left behind, and only for that', async () => {
  await hub.receive(rows(1, 1));
  await hub.rows(`UPDATE intake.outbox SET dispatched_at = now() - interval '1 hour'`);
  await hub.rows(`UPDATE intake.delivery SET received_at = now() - interval '1 hour'`);
  expect(await putWhatWaits(hub.worker, 300)).toBe(1);
  expect(await putWhatWaits(hub.worker, 300)).toBe(0);
  expect(await jobs()).toEqual(['standardise', 'standardise']);
  await bringUpToDate(databases());
  await hub.rows(`UPDATE intake.outbox SET dispatched_at = now() - interval '1 hour'`);
  expect(await putWhatWaits(hub.worker, 300)).toBe(0);
  await hub.rows(`UPDATE engagement.submission SET coded_at = NULL, received_at = now() - interval '1 hour'`);
  expect(await putWhatWaits(hub.worker, 300)).toBe(1);
  expect((await jobs()).at(-1)).toBe('code');
});

it('goes on with the first learning at the step that was done', async () => {
  await hub.deliver(rows(1, 5));
  await bringUpToDate(databases());
  const run = await addRun(hub.worker, 'refine', 'Synthetic');
  // As a stop leaves it right after the sign-off: the model is in force and everything is coded by the rules still.
  await hub.rows(
    `INSERT INTO coding.model (version, kind, document, codebook, codebook_version)
     SELECT 'phrases 9', m.kind, m.document, c.codebook, c.codebook_version FROM coding.coded c JOIN coding.model m ON m.version = c.model_version LIMIT 1`,
  );
  await hub.rows(
    `INSERT INTO coding.sign_off (model_version, codebook, codebook_version, actor) SELECT version, codebook, codebook_version, 'Synthetic' FROM coding.model WHERE version = 'phrases 9'`,
  );
  await stepDone(hub.worker, run, 'signed-off', 'phrases 9');
  expect(await runCoder(hub.worker, run, { vectors: false })).toMatchObject({ publish: true });
  expect(await hub.count(`coding.coded WHERE model_version <> 'phrases 9'`)).toBe(0);
  expect(await hub.count(`coding.run WHERE step = 'recoded' AND state = 'running'`)).toBe(1);
});

it('lets commands start side by side', async () => {
  const { logins } = await testServer();
  const all = Array.from({ length: 12 }, () => ensureLogins(hub.database.adminUrl, logins));
  await expect(Promise.all(all)).resolves.toHaveLength(12);
});
