/** So many wait for a turn already that this one is not taken on. */
export class NoTurn extends Error {}

/** Turns at something of which only so many may go on at once. Several users may share them. */
export class Turns {
  private readonly queue: (() => void)[] = [];
  private busy = 0;

  /**
   * @param atOnce how many go on together
   * @param waiting how many may wait for a turn; the next is told to come again
   */
  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** @throws NoTurn where too many wait already; what the work throws */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.turn();
    try {
      return await work();
    } finally {
      this.busy--;
      this.queue.shift()?.();
    }
  }

  private async turn(): Promise<void> {
    if (this.busy >= this.atOnce) {
      if (this.queue.length >= this.waiting) throw new NoTurn('too many wait for a turn already');
      await new Promise<void>((resolve) => this.queue.push(resolve));
    }
    this.busy++;
  }
}
