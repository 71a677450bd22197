/**
 * The counting kernel (AssemblyScript; built to dist/libs/counting/kernel.wasm by `npm run build:kernel`). Its twin in
 * JavaScript is src/count.ts: same tables, same cells, same answers.
 *
 * Memory is laid out by the caller. `tally` reads a description of the question (32-bit words, see src/kernel.ts),
 * walks submissions 64 at a time, lets every filter narrow the 64 bits, and adds what is left to the cells:
 *
 *   byte  0 submissions | 4 sum of their keys | 8 arguments of their own | 12 sum of the keys of these
 *   byte 16 people      | 20 sum of their keys | 24 of a health agency   | 28 who was last seen
 */
const BLOCK_WORDS: i32 = 64; // words of 64 submissions a block
const CELL: i32 = 32;

// Places in the description.
const FROM: usize = 0;
const TO: usize = 4;
const WHO: usize = 8;
const META: usize = 12;
const OPEN_BLOCKS: usize = 16;
const CELLS: usize = 20;
const SINGLE_FILTERS: usize = 24;
const SET_FILTERS: usize = 28;
const FILTERS: usize = 32;
const SETS: usize = 36;
const COLUMN: usize = 40; // three of: address, bytes a value, stride in bytes
const COLUMN_SIZE: usize = 12;
const SET: usize = 76; // three of: address, words, bytes a word's plane, stride in bytes, passing values or 0, broader values
const SET_SIZE: usize = 24;

/** Empties `many` cells from `at` on; nobody was last seen. */
export function clear(at: usize, many: i32): void {
  const nothing = i32x4(0, 0, 0, 0);
  const nobody = i32x4(0, 0, 0, -1);
  const end = at + usize(many) * CELL;
  for (; at < end; at += CELL) {
    v128.store(at, nothing);
    v128.store(at, nobody, 16);
  }
}

/** Counts the submissions from FROM to before TO. */
export function tally(d: usize): void {
  const from = load<i32>(d, FROM);
  const to = load<i32>(d, TO);
  if (to <= from) return;
  const open = usize(load<u32>(d, OPEN_BLOCKS));
  const sets = load<i32>(d, SETS);
  const narrowed = sets === 1 && load<u32>(d, SET + 16) !== 0;
  const first = from >> 6;
  const last = (to - 1) >> 6;
  for (let word = first; word <= last; word++) {
    if (!load<u8>(open + usize(word / BLOCK_WORDS))) {
      word |= BLOCK_WORDS - 1;
      continue;
    }
    let bits: u64 = u64.MAX_VALUE;
    if (word === first) bits &= u64.MAX_VALUE << u64(from & 63);
    if (word === last) bits &= u64.MAX_VALUE >> u64(63 - ((to - 1) & 63));
    bits = choose(d, word << 6, bits);
    if (bits === 0) continue;
    if (sets === 0) plain(d, word << 6, bits);
    else if (sets === 1 && !narrowed) oneSet(d, word << 6, bits);
    else severalSets(d, word << 6, bits);
  }
}

/** Which of 64 submissions pass every filter. */
function choose(d: usize, base: i32, among: u64): u64 {
  let bits = among;
  let filter = usize(load<u32>(d, FILTERS));
  for (let left = load<i32>(d, SINGLE_FILTERS); left > 0; left--, filter += 16) {
    bits &= load<i32>(filter, 4) === 1 ? chooseBytes(filter, base) : chooseWide(filter, base, bits);
    if (bits === 0) return 0;
  }
  for (let left = load<i32>(d, SET_FILTERS); left > 0; left--, filter += 16) {
    bits = popcnt<u64>(bits) <= 10 ? chooseSetFew(filter, base, bits) : bits & chooseSet(filter, base);
    if (bits === 0) return 0;
  }
  return bits;
}

/** A column of bytes: 16 values are looked up at once, 16 codes a table. */
function chooseBytes(filter: usize, base: i32): u64 {
  const column = usize(load<u32>(filter)) + usize(base);
  const tables = usize(load<u32>(filter, 8));
  const many = load<i32>(filter, 12);
  let found: u64 = 0;
  for (let at: usize = 0; at < 64; at += 16) {
    let codes = v128.load(column + at);
    let pass = v128.swizzle(v128.load(tables), codes);
    for (let table: i32 = 1; table < many; table++) {
      codes = i8x16.sub(codes, i8x16.splat(16));
      pass = v128.or(pass, v128.swizzle(v128.load(tables + (usize(table) << 4)), codes));
    }
    found |= u64(v128.bitmask<i8>(pass)) << u64(at);
  }
  return found;
}

/** A column of more than 256 codes: one value after the other. */
function chooseWide(filter: usize, base: i32, among: u64): u64 {
  const column = usize(load<u32>(filter));
  const passes = usize(load<u32>(filter, 8));
  let found: u64 = 0;
  for (let left = among; left !== 0; left &= left - 1) {
    const at = ctz<u64>(left);
    const code = usize(load<u16>(column + ((usize(base) + usize(at)) << 1)));
    found |= u64(load<u8>(passes + code) & 1) << at;
  }
  return found;
}

/** A set: any of its bits among those that pass; 4 submissions at once. */
function chooseSet(filter: usize, base: i32): u64 {
  const masks = usize(load<u32>(filter));
  const words = load<i32>(filter, 4);
  const plane = usize(load<u32>(filter, 8));
  const passes = usize(load<u32>(filter, 12));
  let found: u64 = 0;
  const nothing = i32x4(0, 0, 0, 0);
  for (let word: i32 = 0; word < words; word++) {
    const pass = load<i32>(passes + (usize(word) << 2));
    if (pass === 0) continue;
    const wanted = i32x4.splat(pass);
    const from = masks + usize(word) * plane + (usize(base) << 2);
    for (let at: usize = 0; at < 64; at += 4) {
      const hit = v128.ne<i32>(v128.and(v128.load(from + (at << 2)), wanted), nothing);
      found |= u64(v128.bitmask<i32>(hit)) << u64(at);
    }
  }
  return found;
}

function chooseSetFew(filter: usize, base: i32, among: u64): u64 {
  const masks = usize(load<u32>(filter));
  const words = load<i32>(filter, 4);
  const plane = usize(load<u32>(filter, 8));
  const passes = usize(load<u32>(filter, 12));
  let found: u64 = 0;
  for (let left = among; left !== 0; left &= left - 1) {
    const at = ctz<u64>(left);
    const from = masks + ((usize(base) + usize(at)) << 2);
    let any: i32 = 0;
    for (let word: i32 = 0; word < words; word++)
      any |= load<i32>(from + usize(word) * plane) & load<i32>(passes + (usize(word) << 2));
    found |= u64(any !== 0) << at;
  }
  return found;
}

/** Byte of the cell that a submission's single values lead to. */
function place(d: usize, s: usize): usize {
  return part(d + COLUMN, s) + part(d + COLUMN + COLUMN_SIZE, s) + part(d + COLUMN + 2 * COLUMN_SIZE, s);
}

function part(column: usize, s: usize): usize {
  const from = usize(load<u32>(column));
  const code = load<i32>(column, 4) === 1 ? usize(load<u8>(from + s)) : usize(load<u16>(from + (s << 1)));
  return code * usize(load<u32>(column, 8));
}

/** What a submission adds: 1, its key, own argument or not, that argument's key. */
function ofSubmission(meta: i32): v128 {
  const bytes = v128.swizzle(
    i32x4.splat(meta),
    i8x16(16, 16, 16, 16, 1, 16, 16, 16, 3, 16, 16, 16, 2, 16, 16, 16),
  );
  return i32x4.add(v128.and(bytes, i32x4(0, 255, 1, 255)), i32x4(1, 0, 0, 0));
}

/** What a person adds: 1, the key; and whether a health agency heard it. */
function ofPerson(meta: i32): v128 {
  return i32x4(1, meta & 255, (meta >>> 25) & 1, 0);
}

function hit(cell: usize, submission: v128, person: v128, who: v128): void {
  v128.store(cell, i32x4.add(v128.load(cell), submission));
  const before = v128.load(cell, 16);
  const isNew = v128.ne<i32>(before, who);
  const counts = v128.or(v128.shuffle<i32>(isNew, isNew, 3, 3, 3, 3), i32x4(0, 0, -1, 0));
  const after = i32x4.add(before, v128.and(person, counts));
  v128.store(cell, v128.bitselect(who, after, i32x4(0, 0, 0, -1)), 16);
}

/** Every submission is in one cell. */
function plain(d: usize, base: i32, bits: u64): void {
  const cells = usize(load<u32>(d, CELLS));
  const people = usize(load<u32>(d, WHO));
  const metas = usize(load<u32>(d, META));
  for (let left = bits; left !== 0; left &= left - 1) {
    const s = usize(base) + usize(ctz<u64>(left));
    const meta = load<i32>(metas + (s << 2));
    hit(cells + place(d, s), ofSubmission(meta), ofPerson(meta), i32x4.splat(load<i32>(people + (s << 2))));
  }
}

/** A submission is in the cell of each of its values of one set. */
function oneSet(d: usize, base: i32, bits: u64): void {
  const cells = usize(load<u32>(d, CELLS));
  const people = usize(load<u32>(d, WHO));
  const metas = usize(load<u32>(d, META));
  const masks = usize(load<u32>(d, SET));
  const words = load<i32>(d, SET + 4);
  const plane = usize(load<u32>(d, SET + 8));
  const stride = usize(load<u32>(d, SET + 12));
  for (let left = bits; left !== 0; left &= left - 1) {
    const s = usize(base) + usize(ctz<u64>(left));
    const meta = load<i32>(metas + (s << 2));
    const submission = ofSubmission(meta);
    const person = ofPerson(meta);
    const who = i32x4.splat(load<i32>(people + (s << 2)));
    let cell = cells + place(d, s);
    let from = masks + (s << 2);
    for (let word: i32 = 0; word < words; word++, from += plane, cell += stride << 5)
      for (let values = load<u32>(from); values !== 0; values &= values - 1)
        hit(cell + usize(ctz<u32>(values)) * stride, submission, person, who);
  }
}

/** The general way: sets that meet, or a set narrowed by its own filter. Sets that are not asked have one value. */
function severalSets(d: usize, base: i32, bits: u64): void {
  const people = usize(load<u32>(d, WHO));
  const metas = usize(load<u32>(d, META));
  for (let left = bits; left !== 0; left &= left - 1) {
    const s = usize(base) + usize(ctz<u64>(left));
    const meta = load<i32>(metas + (s << 2));
    const who = i32x4.splat(load<i32>(people + (s << 2)));
    spread(d, 0, s, usize(load<u32>(d, CELLS)) + place(d, s), ofSubmission(meta), ofPerson(meta), who);
  }
}

function spread(
  d: usize,
  depth: i32,
  s: usize,
  cell: usize,
  submission: v128,
  person: v128,
  who: v128,
): void {
  if (depth === load<i32>(d, SETS)) {
    hit(cell, submission, person, who);
    return;
  }
  const set = d + SET + usize(depth) * SET_SIZE;
  const masks = usize(load<u32>(set)) + (s << 2);
  const words = load<i32>(set, 4);
  const plane = usize(load<u32>(set, 8));
  const stride = usize(load<u32>(set, 12));
  const passes = usize(load<u32>(set, 16));
  for (let word: i32 = 0; word < words; word++) {
    const own = load<u32>(masks + usize(word) * plane);
    let values = passes === 0 ? own : (own & load<u32>(passes + (usize(word) << 2))) | broader(set, s, word);
    for (; values !== 0; values &= values - 1)
      spread(
        d,
        depth + 1,
        s,
        cell + usize(word * 32 + i32(ctz<u32>(values))) * stride,
        submission,
        person,
        who,
      );
  }
}

/** The broader values, in one word, of the submission's values that pass. */
function broader(set: usize, s: usize, inWord: i32): u32 {
  const masks = usize(load<u32>(set)) + (s << 2);
  const words = load<i32>(set, 4);
  const plane = usize(load<u32>(set, 8));
  const passes = usize(load<u32>(set, 16));
  const above = usize(load<u32>(set, 20));
  let found: u32 = 0;
  for (let word: i32 = 0; word < words; word++) {
    let values = load<u32>(masks + usize(word) * plane) & load<u32>(passes + (usize(word) << 2));
    for (; values !== 0; values &= values - 1) {
      const value = load<i32>(above + ((usize(word * 32) + usize(ctz<u32>(values))) << 2));
      if (value >= 0 && value >> 5 === inWord) found |= u32(1) << u32(value & 31);
    }
  }
  return found;
}
