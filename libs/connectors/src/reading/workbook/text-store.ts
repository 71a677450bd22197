const CHUNK = 1 << 20;
const CACHED = 20_000;
const SHORT = 60;

/**
 * Many texts in little room: as bytes outside the heap, one by one in order, each given back exactly as it came (half a
 * character pair too). A list of a million strings takes three times as much.
 */
export class TextStore {
  private readonly chunks: Buffer[] = [];
  private places = new Uint32Array(1024);
  private readonly long = new Map<number, string>();
  private readonly cache: (string | undefined)[] = [];
  private used = CHUNK;
  private count = 0;
  /** Bytes that are held. */
  size = 0;

  get length(): number {
    return this.count;
  }

  /** @returns its place, by which `at` gives it back */
  push(text: string): number {
    const index = this.count++;
    if (index >= this.places.length) this.places = grown(this.places);
    const narrow = isNarrow(text);
    const bytes = narrow ? text.length : 2 * text.length;
    this.size += bytes + 8;
    if (bytes + 4 > CHUNK) {
      this.long.set(index, text);
      return index;
    }
    if (this.used + bytes + 4 > CHUNK) {
      this.chunks.push(Buffer.allocUnsafeSlow(CHUNK));
      this.used = 0;
    }
    const chunk = this.chunks.at(-1)!;
    this.places[index] = (this.chunks.length - 1) * CHUNK + this.used;
    chunk.writeUInt32LE(bytes * 2 + (narrow ? 0 : 1), this.used);
    chunk.write(text, this.used + 4, narrow ? 'latin1' : 'utf16le');
    this.used += 4 + bytes;
    return index;
  }

  /** Undefined where there is no such place. */
  at(index: number): string | undefined {
    const known = this.cache[index];
    if (known !== undefined) return known;
    if (!Number.isInteger(index) || index < 0 || index >= this.count) return undefined;
    const long = this.long.get(index);
    if (long !== undefined) return long;
    const place = this.places[index]!;
    const chunk = this.chunks[Math.floor(place / CHUNK)]!;
    const from = place % CHUNK;
    const said = chunk.readUInt32LE(from);
    const end = from + 4 + (said >>> 1);
    const text = chunk.toString(said & 1 ? 'utf16le' : 'latin1', from + 4, end);
    // Texts at the beginning are those that stand often: options, not comments.
    if (index < CACHED && text.length <= SHORT) this.cache[index] = text;
    return text;
  }
}

/** Does one byte hold each of its characters? */
const isNarrow = (text: string): boolean => /^[\u0000-\u00ff]*$/.test(text);

export function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}
