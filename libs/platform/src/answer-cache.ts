import { createHash } from 'node:crypto';

/**
 * Remembers the answers to the questions asked last. Only for what never changes once it is answered: counts and
 * figures of a numbered edition. Equal questions under way at once share one answer.
 */
export class AnswerCache<T> {
  private readonly answers = new Map<string, { answer: Promise<T>; weight: number | null }>();
  private weight = 0;

  /**
   * @param most weight that is kept in all, so that memory has a bound whatever is asked
   * @param weigh weight of one answer; one that alone is over the bound is answered and not kept
   */
  constructor(
    private readonly most: number,
    private readonly weigh: (answer: T) => number,
  ) {}

  /** @param question the whole of it: two that are written alike must have one answer. Its hash is kept, not its text */
  answer(question: string, ask: () => Promise<T>): Promise<T> {
    const key = createHash('sha256').update(question).digest('base64url');
    const known = this.answers.get(key);
    if (known) {
      // Put back last: the map's order is the order of use.
      this.answers.delete(key);
      this.answers.set(key, known);
      return known.answer;
    }
    const entry: { answer: Promise<T>; weight: number | null } = { answer: ask(), weight: null };
    this.answers.set(key, entry);
    entry.answer.then(
      (value) => {
        const weight = this.weigh(value);
        this.answers.delete(key);
        if (weight > this.most) return;
        this.weight += entry.weight = weight;
        // Put last: an answer that asked others on its way is newer than they are.
        this.answers.set(key, entry);
        this.forgetOldest();
      },
      () => this.answers.delete(key),
    );
    return entry.answer;
  }

  /** What is still being answered stays: others wait for it, and it weighs nothing yet. */
  private forgetOldest(): void {
    for (const [key, { weight }] of this.answers) {
      if (this.weight <= this.most) return;
      if (weight === null) continue;
      this.answers.delete(key);
      this.weight -= weight;
    }
  }
}
