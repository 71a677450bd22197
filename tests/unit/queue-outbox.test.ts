import { startDispatcher, type Outbox, type OutboxRow } from '#queue';

/** An outbox in memory: a batch is marked only where handing it over succeeded. */
function outboxOf(rows: OutboxRow[]) {
  const waiting = [...rows];
  const outbox: Outbox = {
    async dispatch(limit, hand) {
      const batch = waiting.slice(0, limit);
      await hand(batch);
      waiting.splice(0, batch.length);
      return batch.length;
    },
  };
  return { outbox, waiting };
}

function queueOf(fail: () => Error | null = () => null) {
  const added: string[] = [];
  const add = async (job: string, payload: unknown, options?: { jobId?: string }): Promise<string> => {
    const error = fail();
    if (error) throw error;
    added.push(`${options?.jobId} ${job} ${JSON.stringify(payload)}`);
    return options?.jobId ?? '';
  };
  return { added, client: { add } };
}

const until = async (met: () => boolean): Promise<void> => {
  for (let waited = 0; !met() && waited < 5_000; waited += 5)
    await new Promise((done) => setTimeout(done, 5));
  expect(met()).toBe(true);
};

describe('the dispatcher', () => {
  it('hands rows over in their order, under the row’s own id', async () => {
    const { outbox, waiting } = outboxOf([
      { id: 1, job: 'standardise', payload: { delivery: 7 } },
      { id: '2', job: 'refresh', payload: {} },
    ]);
    const { client, added } = queueOf();
    const dispatcher = await startDispatcher(outbox, client);
    await until(() => waiting.length === 0);
    await dispatcher.stop();
    expect(added).toEqual(['outbox-1 standardise {"delivery":7}', 'outbox-2 refresh {}']);
  });

  it('tries again when the queue could not be reached, and says so', async () => {
    const { outbox, waiting } = outboxOf([{ id: 1, job: 'refresh', payload: {} }]);
    let failures = 2;
    const { client, added } = queueOf(() => (failures-- > 0 ? new Error('down') : null));
    const troubles: unknown[] = [];
    const dispatcher = await startDispatcher(outbox, client, {
      pollMs: 5,
      trouble: (error) => troubles.push(error),
    });
    await until(() => waiting.length === 0);
    await dispatcher.stop();
    expect(troubles).toHaveLength(2);
    expect(added).toEqual(['outbox-1 refresh {}']);
  });

  it('sets a row aside that is no job, without holding up those behind it', async () => {
    const { outbox, waiting } = outboxOf([
      { id: 1, job: 'shred', payload: {} },
      { id: 2, job: 'refresh', payload: {} },
    ]);
    const refused: string[] = [];
    const { client, added } = queueOf();
    const dispatcher = await startDispatcher(outbox, client, { refused: (id) => refused.push(id) });
    await until(() => waiting.length === 0);
    await dispatcher.stop();
    expect(refused).toEqual(['1']);
    expect(added).toEqual(['outbox-2 refresh {}']);
  });

  it('wakes at once when it is told of a row, long before the next poll', async () => {
    const { outbox, waiting } = outboxOf([]);
    let wake: () => void = () => undefined;
    let listening = true;
    outbox.listen = async (nudge) => {
      wake = nudge;
      return async () => void (listening = false);
    };
    const { client, added } = queueOf();
    const dispatcher = await startDispatcher(outbox, client, { pollMs: 60_000 });
    waiting.push({ id: 1, job: 'refresh', payload: {} });
    wake();
    await until(() => added.length === 1);
    await dispatcher.stop();
    expect(listening).toBe(false);
  });
});
