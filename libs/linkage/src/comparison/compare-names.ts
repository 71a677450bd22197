import { formalNames, sameFormalName } from '../standardise/nicknames.js';
import type { Dictionary } from '../table/dictionary.js';
import { jaroWinkler, oneSlipApart, twoSlipsApart } from './jaro-winkler.js';

/** Pairs of distinct values already compared: direct-mapped, so that it forgets rather than grows. */
class PairCache {
  private readonly left: Int32Array;
  private readonly right: Int32Array;
  private readonly level: Int8Array;

  constructor(private readonly slots: number) {
    this.left = new Int32Array(slots);
    this.right = new Int32Array(slots);
    this.level = new Int8Array(slots);
  }

  get(a: number, b: number, make: (a: number, b: number) => number): number {
    const slot = ((Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> 9) & (this.slots - 1);
    if (this.left[slot] === a && this.right[slot] === b) return this.level[slot]!;
    const level = make(a, b);
    this.left[slot] = a;
    this.right[slot] = b;
    this.level[slot] = level;
    return level;
  }
}

/** Jaro-Winkler from which two names are a slip apart, or near. */
const SLIP = 0.92;
const NEAR = 0.84;
const CACHE_SLOTS = 1 << 17;
const SPACE = 32;
/** Letters from which two slips leave a name recognisable. */
const LONG = 5;

/** Level of two different values; similarity is asked for only where the first letters agree, which is where it can be high. */
export type NameLevel = (names: NameComparer, a: number, b: number) => number;

/** Compares values of one name dictionary by number, each distinct pair once. */
export class NameComparer {
  private readonly cache = new PairCache(CACHE_SLOTS);

  constructor(
    private readonly dictionary: Dictionary,
    private readonly level: NameLevel,
  ) {}

  /** Level of two different values. */
  compare(a: number, b: number): number {
    return a < b ? this.cache.get(a, b, this.make) : this.cache.get(b, a, this.make);
  }

  private readonly make = (a: number, b: number): number => this.level(this, a, b);

  similarity(a: number, b: number): number {
    const { arena, starts } = this.dictionary;
    return jaroWinkler(arena, starts[a]!, starts[a + 1]!, arena, starts[b]!, starts[b + 1]!);
  }

  length(a: number): number {
    return this.dictionary.starts[a + 1]! - this.dictionary.starts[a]!;
  }

  oneSlip(a: number, b: number): boolean {
    const { arena, starts } = this.dictionary;
    return oneSlipApart(arena, starts[a]!, starts[a + 1]!, arena, starts[b]!, starts[b + 1]!);
  }

  /** Two slips in a name of at least five letters, the first letter too. */
  twoSlips(a: number, b: number): boolean {
    const { arena, starts } = this.dictionary;
    if (Math.min(this.length(a), this.length(b)) < LONG) return false;
    return twoSlipsApart(arena, starts[a]!, starts[a + 1]!, starts[b]!, starts[b + 1]!);
  }

  firstByte(a: number): number {
    return this.dictionary.arena[this.dictionary.starts[a]!]!;
  }

  text(a: number): string {
    return this.dictionary.text(a);
  }

  /** Whether a value has several words. */
  hasSpace(a: number): boolean {
    const { arena, starts } = this.dictionary;
    for (let at = starts[a]!; at < starts[a + 1]!; at++) if (arena[at] === SPACE) return true;
    return false;
  }
}

/** Whether an initial is that of a name or of what the name is short for: R for Bob. */
function initialFits(names: NameComparer, initial: number, name: number): boolean {
  const letter = names.firstByte(initial);
  if (letter === names.firstByte(name)) return true;
  return (
    names.length(name) > 1 && formalNames(names.text(name)).some((formal) => formal.charCodeAt(0) === letter)
  );
}

/** Level of two different given names; `hasForms` tells which of them the nickname table knows. */
export function givenNameLevel(hasForms: () => Int32Array): NameLevel {
  return (names, a, b) => {
    const [lengthA, lengthB] = [names.length(a), names.length(b)];
    if (lengthA === 1 || lengthB === 1)
      return initialFits(names, lengthA === 1 ? a : b, lengthA === 1 ? b : a) ? 3 : 6;
    const known = hasForms();
    if (known[a] === 1 && known[b] === 1 && sameFormalName(names.text(a), names.text(b))) return 2;
    if (Math.min(lengthA, lengthB) >= 4 && names.oneSlip(a, b)) return 4;
    const similarity = names.firstByte(a) === names.firstByte(b) ? names.similarity(a, b) : 0;
    if (similarity >= SLIP) return 4;
    return similarity >= NEAR || names.twoSlips(a, b) ? 5 : 6;
  };
}

/** Level of two different family names. */
export function familyNameLevel(names: NameComparer, a: number, b: number): number {
  if (Math.min(names.length(a), names.length(b)) >= 4 && names.oneSlip(a, b)) return 2;
  const similarity = names.firstByte(a) === names.firstByte(b) ? names.similarity(a, b) : 0;
  if (similarity >= SLIP) return 2;
  if (names.hasSpace(a) || names.hasSpace(b)) {
    const [x, y] = [names.text(a), names.text(b)];
    const parts = new Set(x.split(' '));
    if (y.split(' ').some((part) => part.length > 2 && parts.has(part))) return 4;
    if (x.replaceAll(' ', '') === y.replaceAll(' ', '')) return 2;
  }
  return similarity >= NEAR || names.twoSlips(a, b) ? 3 : 5;
}

/** Level of two different place names or worded categories. */
export function placeLevel(names: NameComparer, a: number, b: number): number {
  if (Math.min(names.length(a), names.length(b)) < 4) return 3;
  if (names.oneSlip(a, b)) return 2;
  return names.firstByte(a) === names.firstByte(b) && names.similarity(a, b) >= 0.9 ? 2 : 3;
}
