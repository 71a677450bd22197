/** Addresses and sessions that are remembered: as many as limits remember. */
const MOST_REMEMBERED = 20_000;
/** The audit trail takes no more refusals of a kind in a minute: more would ask the database for nothing. */
const MOST_A_MINUTE = 60;
const MINUTE = 60_000;

/**
 * Which refusals for asking too often are to be written down: the first of each address or session in a window, and no more in all than the
 * trail takes. What is over a limit must cost nothing: it is told from memory alone.
 */
export class FirstRefusals {
  private readonly until = new Map<string, number>();
  private minute = { from: 0, many: 0 };

  /** @param window ms in which an asker is written down once */
  constructor(
    private readonly window: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Is this one to be written down? */
  isFirst(asker: string): boolean {
    const now = this.now();
    if ((this.until.get(asker) ?? 0) > now) return false;
    if (now - this.minute.from >= MINUTE) this.minute = { from: now, many: 0 };
    if (this.minute.many >= MOST_A_MINUTE) return false;
    this.minute.many += 1;
    this.until.delete(asker);
    this.until.set(asker, now + this.window);
    if (this.until.size > MOST_REMEMBERED) this.until.delete(this.until.keys().next().value!);
    return true;
  }
}
