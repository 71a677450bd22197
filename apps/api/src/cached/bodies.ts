import { createHash } from 'node:crypto';

/** An answer as it goes over the wire. */
export interface Body {
  text: string;
  /** Strong validator: the hash of the text. */
  tag: string;
}

/** Bytes kept in all. */
const MOST = 64 * 1024 * 1024;
/** Freshness beside figures is of now: no kept answer is older than this. */
const LASTS = 30_000;

/** A question is known by its hash: what was asked is kept nowhere. */
const keyOf = (question: string): string => createHash('sha256').update(question).digest('base64url');
/** Bytes: two a character at the most, and what keeping one takes. */
const weightOf = (text: string): number => 2 * text.length + 300;

/** Whole answers to public questions, by question, until the next edition or half a minute, whichever is first. */
export class Bodies {
  private readonly kept = new Map<string, Body & { until: number }>();
  private size = 0;
  /** Raised with each new edition: an answer that was under way meanwhile is not kept. */
  age = 0;

  constructor(
    private readonly most = MOST,
    private readonly now: () => number = Date.now,
  ) {}

  find(question: string): Body | null {
    const body = this.kept.get(keyOf(question));
    if (!body || body.until < this.now()) return null;
    return body;
  }

  /** @param age what `age` was before the question was asked: an answer of an edition ago is handed back, not kept */
  keep(question: string, text: string, age: number): Body {
    const body = { text, tag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
    if (age !== this.age) return body;
    const key = keyOf(question);
    this.forget(key);
    this.size += weightOf(text);
    this.kept.set(key, { ...body, until: this.now() + LASTS });
    for (const oldest of this.kept.keys()) {
      if (this.size <= this.most) break;
      this.forget(oldest);
    }
    return body;
  }

  /** A new edition was published: "the latest" is another one. */
  clear(): void {
    this.kept.clear();
    this.size = 0;
    this.age += 1;
  }

  private forget(key: string): void {
    const known = this.kept.get(key);
    if (!known) return;
    this.size -= weightOf(known.text);
    this.kept.delete(key);
  }
}
