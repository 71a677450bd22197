import * as facts from '#facts';
import type { Database } from '#store';

/** How long a publication may go unnoticed. */
const LOOKS_EVERY = 1_000;

/** Notices a new edition: looked up at most once a second, however many ask. */
export class LatestEdition {
  private known: string | null = null;
  private looked = -Infinity;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly published: Database,
    private readonly changed: () => void,
  ) {}

  /** Waits only where nothing is known yet, or what is known is stale; many who wait share one look. */
  async settled(): Promise<void> {
    if (performance.now() - this.looked < LOOKS_EVERY) return;
    this.looking ??= this.look().finally(() => (this.looking = null));
    await this.looking;
  }

  private async look(): Promise<void> {
    const [latest] = await facts.editions(this.published);
    const mark = latest ? `${latest.number}/${latest.hash}` : '';
    if (mark !== this.known) this.changed();
    this.known = mark;
    this.looked = performance.now();
  }
}
