import type { QueueClient } from '#queue';
import { allSources, type Database } from '#store';

/** Keeps the queue's schedules those of the sources. Sources are rows that other processes add and change. */
export class PullSchedules {
  /** What this process has handed to the queue: a schedule handed over anew would start its wait again. */
  private readonly handed = new Map<string, string>();

  constructor(
    private readonly db: Database,
    private readonly client: QueueClient,
    private readonly trouble: (source: string, error: unknown) => void,
  ) {}

  /** A source that lost its schedule, or is stopped, is pulled no more. */
  async bringUpToDate(): Promise<void> {
    const sources = (await allSources(this.db)).filter(
      (source) => source.pullAddress && !source.stoppedReason,
    );
    const wanted = new Map(sources.flatMap(({ code, schedule }) => (schedule ? [[code, schedule]] : [])));
    for (const gone of await this.client.scheduledPulls()) {
      if (wanted.has(gone)) continue;
      await this.client.unschedulePull(gone);
      this.handed.delete(gone);
    }
    for (const [code, pattern] of wanted) {
      if (this.handed.get(code) === pattern) continue;
      // One pattern that can't be read must not keep the other sources from being pulled; it is told once.
      await this.client.schedulePull(code, { pattern }).catch((error: unknown) => this.trouble(code, error));
      this.handed.set(code, pattern);
    }
  }
}
