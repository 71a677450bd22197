/**
 * A seeded stream of random numbers: same seed and label, same numbers, on any machine. The generator is sfc32 (Chris
 * Doty-Humphrey, PractRand, public domain), seeded by FNV-1a over the label.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(
    private readonly seed: number,
    label = '',
  ) {
    this.a = hash(`${seed}/${label}/a`);
    this.b = hash(`${seed}/${label}/b`);
    this.c = hash(`${seed}/${label}/c`);
    for (let round = 0; round < 15; round++) this.next();
  }

  /** An independent stream: what is drawn from it moves nothing drawn from this one. */
  fork(label: string): Random {
    return new Random(this.seed, label);
  }

  /** Uniform in [0, 1). */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4294967296;
  }

  /** Uniform whole number in 0 .. below - 1. */
  int(below: number): number {
    return Math.floor(this.next() * below);
  }

  /** Uniform whole number, both ends included. */
  between(low: number, high: number): number {
    return low + this.int(high - low + 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[this.int(items.length)] as T;
  }

  /** Roughly normal (sum of four uniforms), mean 0, standard deviation 1. */
  normal(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * Math.sqrt(3);
  }

  /** A new array in random order. */
  shuffle<T>(items: readonly T[]): T[] {
    const out = [...items];
    for (let last = out.length - 1; last > 0; last--) {
      const other = this.int(last + 1);
      [out[last], out[other]] = [out[other] as T, out[last] as T];
    }
    return out;
  }
}

/** FNV-1a, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Draws items in proportion to their weights, by bisection of the running total. */
export class Weighted<T> {
  private readonly items: T[] = [];
  private readonly upTo: number[] = [];
  private total = 0;

  constructor(entries: Iterable<readonly [T, number]>) {
    for (const [item, weight] of entries) {
      if (!(weight > 0)) continue;
      this.total += weight;
      this.items.push(item);
      this.upTo.push(this.total);
    }
    if (this.items.length === 0) throw new RangeError('nothing has a weight');
  }

  draw(random: Random): T {
    const target = random.next() * this.total;
    let low = 0;
    let high = this.items.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.upTo[middle] as number) > target) high = middle;
      else low = middle + 1;
    }
    return this.items[low] as T;
  }
}
