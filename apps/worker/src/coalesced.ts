import { setTimeout as sleep } from 'node:timers/promises';

import type { Run } from '#queue';
import { recentJobIds, type Queryable } from '#store';

/**
 * Work that covers everything there is, asked for again by each delivery: one run answers every request that was
 * there when it began, and a busy hub rests between runs, so that a thousand deliveries are not a thousand runs.
 */
export class Coalesced {
  private covered = new Set<string>();
  private restedUntil = 0;

  /**
   * @param job its name in the outbox
   * @param rest `restMs` is the least time between the end of a run and the start of the next
   */
  constructor(
    private readonly db: Queryable,
    private readonly job: string,
    private readonly rest: { restMs: number; stopping: AbortSignal },
    /** May give another rest than the usual, in milliseconds. */
    private readonly work: () => Promise<number | undefined | void>,
  ) {}

  async run({ jobId }: Run): Promise<void> {
    if (this.covered.has(jobId)) return;
    await this.rested();
    // Only requests that can be seen now are covered: what a transaction still holds back asks for a run of its own.
    const seen = new Set((await recentJobIds(this.db, this.job)).map((id) => `outbox-${id}`));
    const rest = await this.work();
    this.covered = seen;
    this.restedUntil = Date.now() + (rest ?? this.rest.restMs);
  }

  /** @throws where the process stops meanwhile: the request waits in the queue for the next one */
  private async rested(): Promise<void> {
    const ms = this.restedUntil - Date.now();
    if (ms <= 0) return;
    await sleep(ms, undefined, { signal: this.rest.stopping }).catch(() => {
      throw Object.assign(new Error('stopping'), { next: 'retry', code: 'stopping' });
    });
  }
}
