import { createHash } from 'node:crypto';

/**
 * An answer as it goes over the wire: bytes, so that nothing is made of them when they are sent again, and so that they lie beside the heap that is
 * swept for rubbish.
 */
export class Body {
  private known?: string;

  constructor(readonly bytes: Buffer) {}

  /** Strong validator: the hash of the bytes, made when it is first asked for. */
  get tag(): string {
    return (this.known ??= `"${createHash('sha256').update(this.bytes).digest('base64url').slice(0, 22)}"`);
  }
}

/** Bytes kept in all. */
const MOST = 64 * 1024 * 1024;
/** No kept answer is older than this. */
const LASTS = 30_000;

/** A question is known by its hash: what was asked is kept nowhere. */
const keyOf = (question: string): string => createHash('sha256').update(question).digest('base64url');
/** Memory of its own: what is cut from a block that many share keeps the whole block, which nobody weighs. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
  bytes.write(text);
  return bytes;
}

/** Bytes: the answer's own, and what keeping one takes. */
const weightOf = ({ bytes }: Body): number => bytes.length + 300;

/** Whole answers to public questions, by question, until the next edition or half a minute, whichever is first. */
export class Bodies {
  private readonly kept = new Map<string, { body: Body; until: number }>();
  private size = 0;
  /** Raised with each new edition: an answer that was under way meanwhile is not kept. */
  age = 0;

  constructor(
    private readonly most = MOST,
    private readonly now: () => number = Date.now,
  ) {}

  find(question: string): Body | null {
    const known = this.kept.get(keyOf(question));
    if (!known || known.until < this.now()) return null;
    return known.body;
  }

  /** @param age what `age` was before the question was asked: an answer of an edition ago is handed back, not kept */
  keep(question: string, text: string, age: number): Body {
    const body = new Body(bytesOf(text));
    if (age !== this.age) return body;
    const key = keyOf(question);
    this.forget(key);
    this.size += weightOf(body);
    this.kept.set(key, { body, until: this.now() + LASTS });
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
    this.size -= weightOf(known.body);
    this.kept.delete(key);
  }
}
