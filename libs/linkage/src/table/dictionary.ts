/**
 * Distinct values of one field under small whole numbers. The text lies as bytes in one arena, so that a
 * million values cost no million strings. Number 0 is the blank.
 */
export interface DictionaryView {
  /** Number of values, the blank included. */
  size: number;
  /** Bytes of all values, one after the other. */
  arena: Uint8Array;
  /** Value v lies from starts[v] to starts[v + 1]. */
  starts: Int32Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function grown<T extends Uint8Array | Int32Array>(old: T, length: number): T {
  const next = new (old.constructor as new (size: number) => T)(length);
  next.set(old as never);
  return next;
}

export class Dictionary implements DictionaryView {
  size = 1;
  arena = new Uint8Array(1 << 12);
  starts = new Int32Array(1 << 9);
  private table = new Int32Array(1 << 10);
  /** Hash of each value's bytes: the same whatever the order in which values were seen. */
  hashes = new Int32Array(1 << 9);
  private scratch = new Uint8Array(512);

  /** The number of a value, given one if it is new. */
  intern(text: string): number {
    return text === '' ? 0 : this.lookUp(text, true);
  }

  /** The number of a value, or 0 where it has none. */
  find(text: string): number {
    return text === '' ? 0 : this.lookUp(text, false);
  }

  text(id: number): string {
    return textOf(this, id);
  }

  private lookUp(text: string, add: boolean): number {
    const length = this.toBytes(text);
    const bytes = this.scratch;
    let hash = 0x811c9dc5 | 0;
    for (let at = 0; at < length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
    hash = mixed(hash) || 1;
    const mask = this.table.length - 1;
    let slot = hash & mask;
    for (let id = this.table[slot]!; id !== 0; id = this.table[slot]!) {
      if (this.hashes[id] === hash && this.equals(id, length)) return id;
      slot = (slot + 1) & mask;
    }
    return add ? this.append(hash, length, slot) : 0;
  }

  private toBytes(text: string): number {
    if (text.length * 3 > this.scratch.length) this.scratch = new Uint8Array(text.length * 6);
    const bytes = this.scratch;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 127) return encoder.encodeInto(text, bytes).written;
      bytes[at] = code;
    }
    return text.length;
  }

  private equals(id: number, length: number): boolean {
    const start = this.starts[id]!;
    if (this.starts[id + 1]! - start !== length) return false;
    for (let at = 0; at < length; at++) if (this.arena[start + at] !== this.scratch[at]) return false;
    return true;
  }

  private append(hash: number, length: number, slot: number): number {
    const id = this.size++;
    const start = this.starts[id]!;
    if (id + 2 >= this.starts.length) {
      this.starts = grown(this.starts, this.starts.length * 2);
      this.hashes = grown(this.hashes, this.starts.length);
    }
    while (start + length > this.arena.length) this.arena = grown(this.arena, this.arena.length * 2);
    for (let at = 0; at < length; at++) this.arena[start + at] = this.scratch[at]!;
    this.starts[id + 1] = start + length;
    this.hashes[id] = hash;
    this.table[slot] = id;
    if (this.size * 2 > this.table.length) this.rehash();
    return id;
  }

  private rehash(): void {
    this.table = new Int32Array(this.table.length * 2);
    const mask = this.table.length - 1;
    for (let id = 1; id < this.size; id++) {
      let slot = this.hashes[id]! & mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & mask;
      this.table[slot] = id;
    }
  }
}

/** Hash of a text, never 0; equal to the hash under which a dictionary keeps it when it is plain ASCII. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return mixed(hash) || 1;
}

/** Text of a value. */
export function textOf(view: DictionaryView, id: number): string {
  const [start, end] = [view.starts[id]!, view.starts[id + 1]!];
  let text = '';
  for (let at = start; at < end; at++) {
    const byte = view.arena[at]!;
    if (byte > 127) return decoder.decode(view.arena.slice(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Spreads the bits of a hash, so that its low bits may serve as a table slot. */
export function mixed(hash: number): number {
  let x = hash | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
