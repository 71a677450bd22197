/**
 * Remembers the answers to the questions asked last. Only for what never changes once it is answered: figures of a
 * numbered edition. Equal questions under way at once share one answer.
 */
export class AnswerCache<T> {
  private readonly answers = new Map<string, Promise<T>>();

  constructor(private readonly most = 300) {}

  /** @param key the whole question: two questions with one key must have one answer */
  answer(key: string, ask: () => Promise<T>): Promise<T> {
    const known = this.answers.get(key);
    this.answers.delete(key);
    const answer = known ?? ask();
    // Put back last: the map's order is the order of use.
    this.answers.set(key, answer);
    if (!known) answer.catch(() => this.answers.delete(key));
    const oldest = this.answers.keys().next();
    if (this.answers.size > this.most && !oldest.done) this.answers.delete(oldest.value);
    return answer;
  }

  get size(): number {
    return this.answers.size;
  }
}
