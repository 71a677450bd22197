import { latestMark, type Database } from '#store';

/** How long a publication may go unnoticed while people ask. */
const LOOKS_EVERY = 1_000;
/** What is known stands for so long while it is looked up anew: then whoever asks waits for the answer. */
const STANDS = 3_000;

/** Notices a new edition: looked up at most once a second, however many ask. */
export class LatestEdition {
  private known: string | null = null;
  private looked = -Infinity;
  private looking: Promise<void> | null = null;

  constructor(
    private readonly published: Database,
    private readonly changed: () => void,
  ) {}

  /**
   * Waits only where nothing is known yet, or nobody has asked for a while; many who wait share one look. Otherwise the look is taken
   * behind the asker's back, so that nobody who asks what was answered before waits for the database.
   */
  async settled(): Promise<void> {
    const age = performance.now() - this.looked;
    if (age < LOOKS_EVERY) return;
    this.looking ??= this.look().finally(() => (this.looking = null));
    if (age >= STANDS) return this.looking;
    this.looking.catch(() => undefined);
  }

  private async look(): Promise<void> {
    const mark = await latestMark(this.published);
    if (mark !== this.known) this.changed();
    this.known = mark;
    this.looked = performance.now();
  }
}
