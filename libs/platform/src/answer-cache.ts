/**
 * Remembers the answers to the questions asked last. Only for what never changes once it is answered: counts and
 * figures of a numbered edition. Equal questions under way at once share one answer.
 */
export class AnswerCache<T> {
  private readonly answers = new Map<string, { answer: Promise<T>; weight: number }>();
  private weight = 0;

  /**
   * @param most weight that is kept in all, so that memory has a bound whatever is asked
   * @param weigh weight of one answer; one that alone is over the bound is answered and not kept
   */
  constructor(
    private readonly most: number,
    private readonly weigh: (answer: T) => number,
  ) {}

  /** @param key the whole question: two questions with one key must have one answer */
  answer(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key);
    if (known) {
      // Put back last: the map's order is the order of use.
      this.answers.delete(key);
      this.answers.set(key, known);
      return known.answer;
    }
    const entry = { answer: ask(), weight: 0 };
    this.answers.set(key, entry);
    entry.answer.then(
      (value) => {
        this.weight += entry.weight = this.weigh(value);
        this.forgetOldest();
      },
      () => this.answers.delete(key),
    );
    return entry.answer;
  }

  private forgetOldest(): void {
    for (const [key, { weight }] of this.answers) {
      if (this.weight <= this.most) return;
      this.answers.delete(key);
      this.weight -= weight;
    }
  }
}
