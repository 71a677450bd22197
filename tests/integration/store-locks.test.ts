import { setTimeout as sleep } from 'node:timers/promises';

import { bringUpToDate, goOnWithAudit, indexComments } from '#pipeline';
import {
  keepAuditDraw,
  keepBatch,
  lockSubmissions,
  readThemeGrades,
  saveThemeGrades,
  saveThemeShares,
  type Transaction,
} from '#store';

import { pipelineHub, type PipelineHub } from '../support/pipeline-hub.js';

let hub: PipelineHub;
let [first, last] = ['', ''];
beforeAll(async () => {
  hub = await pipelineHub();
  await hub.deliver(
    Array.from({ length: 12 }, (_, n) => ({ ref: n, words: `The lights of street ${n} are out` })),
  );
  await bringUpToDate({ worker: hub.worker, linker: hub.linker });
  const ids = await hub.rows<{ id: string }>('SELECT id FROM engagement.submission ORDER BY id');
  [first, last] = [ids[0]!.id, ids.at(-1)!.id];
});
afterAll(() => hub.end());

/**
 * A correction keeps everybody from the submissions that it writes, in order of id, and then from what hangs on them. Whoever writes what hangs on
 * submissions in another order ends in a ring with it, of which the database ends one.
 */
describe('a correction meets', () => {
  /** The correction has the first submission; the other begins, and waits; then the correction goes on. */
  async function ring(other: () => Promise<unknown>, goesOn: (tx: Transaction) => Promise<unknown>) {
    let begun: Promise<unknown> = Promise.resolve();
    await hub.worker.transaction(async (tx) => {
      await lockSubmissions(tx, [first]);
      begun = other();
      begun.catch(() => undefined);
      while ((await hub.count(`pg_locks WHERE NOT granted`)) === 0) await sleep(20);
      await goesOn(tx);
    });
    await begun;
  }
  const corrects = (tx: Transaction): Promise<unknown> => lockSubmissions(tx, [last]);

  it('a draw of the audit, which comes in an order of chance', async () => {
    await hub.rows('DELETE FROM coding.audit_sample; DELETE FROM coding.audit_chance');
    const drawn = [last, first];
    await ring(
      () =>
        hub.worker.transaction((tx) =>
          keepAuditDraw(
            tx,
            drawn.map((submission) => ({ submission, drawnFor: 'random', twice: false })),
            drawn.map((submission) => ({ submission, chance: 0.5 })),
          ),
        ),
      corrects,
    );
    expect(await hub.count('coding.audit_sample')).toBe(2);
  });

  it('a batch to be coded, the least decided first', async () => {
    await ring(() => hub.worker.transaction((tx) => keepBatch(tx, [last, first], 2)), corrects);
    expect(await hub.count('coding.batch_item')).toBe(2);
  });

  it('comments that are made findable', async () => {
    await hub.rows('UPDATE coding.coded SET indexed = false');
    await ring(
      () => indexComments(hub.worker),
      (tx) => tx.query('UPDATE coding.coded SET stance = stance WHERE submission = $1', [last]),
    );
    expect(await hub.count('coding.coded WHERE NOT indexed')).toBe(0);
  });
});

/** A worker in its turn and a command that publishes come to the same end of the same work. */
describe('two processes at once', () => {
  it('put the shares and the grades of the audit, one after the other', async () => {
    const share = {
      scope: 'all',
      theme: 'lighting',
      value: 0.2,
      low: 0.1,
      high: 0.3,
      audited: 9,
      method: 'audit',
    };
    const put = (tx: Transaction) => saveThemeShares(tx, [{ ...share, tiedWith: [] }]);
    const grades = await readThemeGrades(hub.worker);
    expect(grades.length).toBeGreaterThan(0);
    let second: Promise<unknown> = Promise.resolve();
    await hub.worker.transaction(async (tx) => {
      await put(tx);
      await saveThemeGrades(tx, grades);
      second = hub.worker.transaction(async (other) => {
        await put(other);
        await saveThemeGrades(other, grades);
      });
      second.catch(() => undefined);
      while ((await hub.count(`pg_locks WHERE NOT granted`)) === 0) await sleep(20);
    });
    await second;
    expect(await hub.count('coding.theme_share')).toBe(1);
    expect(await readThemeGrades(hub.worker)).toEqual(grades);
  });

  it('draw one audit, as if one had come after the other', async () => {
    await hub.rows('DELETE FROM coding.audit_sample; DELETE FROM coding.audit_chance');
    await Promise.all([1, 2, 3].map(() => goOnWithAudit(hub.worker)));
    const waves = await hub.rows<{ waves: number }>(
      'SELECT count(*)::int AS waves FROM coding.audit_chance GROUP BY submission',
    );
    expect(waves).toEqual(Array.from({ length: 12 }, () => ({ waves: 1 })));
  });
});
