/**
 * Beside the training kernel, and built with it (src/find/byte-rows.ts): inner product of each row of signed bytes with what is asked.
 * @param rows one after the other, `size` bytes each: a multiple of 16
 * @param asked `size` signed numbers of 16 bits
 * @param out room for `many` numbers of 32 bits
 */
export function nearness(rows: usize, many: i32, size: i32, asked: usize, out: usize): void {
  for (let i = 0; i < many; i++, out += 4) {
    let sums = i32x4.splat(0);
    const end = rows + <usize>size;
    for (let other = asked; rows < end; rows += 16, other += 32) {
      const bytes = v128.load(rows);
      const low = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_s(bytes), v128.load(other));
      const high = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_s(bytes), v128.load(other, 16));
      sums = i32x4.add(sums, i32x4.add(low, high));
    }
    const pairs = i32x4.add(sums, v128.shuffle<i32>(sums, sums, 2, 3, 0, 1));
    store<i32>(out, i32x4.extract_lane(pairs, 0) + i32x4.extract_lane(pairs, 1));
  }
}
