import type { CanonicalRecord } from '#domain';

/** Different values that are known at once: the answers of a consultation are few, its free texts are not shared. */
const MOST_KNOWN = 20_000;

/**
 * Gives what is equal in many records of a delivery as one and the same object: most rows of a consultation are answers that thousands
 * gave alike, to questions in the same words, and come out of another process each as a copy. What is shared is not to be changed.
 */
export class SharedEqual {
  private readonly known = new Map<string, unknown>();

  of<R extends CanonicalRecord>(record: R): R {
    const engagement = this.one(record.engagement);
    if (record.kind !== 'submission') return { ...record, engagement };
    return {
      ...record,
      engagement,
      respondent: this.one(record.respondent),
      demographics: record.demographics.map((each) => this.one(each)),
      answers: record.answers.map((answer) =>
        answer.text === null ? this.one(answer) : { ...answer, question: this.one(answer.question) },
      ),
      communities: record.communities.map((each) => this.one(each)),
    };
  }

  private one<T>(value: T): T {
    const name = JSON.stringify(value);
    const known = this.known.get(name);
    if (known !== undefined) return known as T;
    if (this.known.size < MOST_KNOWN) this.known.set(name, value);
    return value;
  }
}
