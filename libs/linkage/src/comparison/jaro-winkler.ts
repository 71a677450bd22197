/**
 * Jaro-Winkler similarity of two byte strings (Winkler 1990): 1 for equal, 0 for nothing in common; prefix scale
 * 0.1 over at most four letters, for similarities above 0.7. Longer strings than 64 bytes are compared on their first 64.
 */
const LONGEST = 64;
const usedA = new Uint8Array(LONGEST);
const usedB = new Uint8Array(LONGEST);

export function jaroWinkler(
  left: Uint8Array,
  leftStart: number,
  leftEnd: number,
  right: Uint8Array,
  rightStart: number,
  rightEnd: number,
): number {
  const n = Math.min(leftEnd - leftStart, LONGEST);
  const m = Math.min(rightEnd - rightStart, LONGEST);
  if (n === 0 || m === 0) return 0;
  const reach = Math.max(0, (Math.max(n, m) >> 1) - 1);
  usedA.fill(0, 0, n);
  usedB.fill(0, 0, m);
  let matches = 0;
  for (let i = 0; i < n; i++) {
    const letter = left[leftStart + i]!;
    const to = Math.min(m - 1, i + reach);
    for (let j = Math.max(0, i - reach); j <= to; j++) {
      if (usedB[j] === 0 && right[rightStart + j] === letter) {
        usedA[i] = 1;
        usedB[j] = 1;
        matches++;
        break;
      }
    }
  }
  if (matches === 0) return 0;
  let moved = 0;
  for (let i = 0, j = 0; i < n; i++) {
    if (usedA[i] === 0) continue;
    while (usedB[j] === 0) j++;
    if (left[leftStart + i] !== right[rightStart + j]) moved++;
    j++;
  }
  const jaro = (matches / n + matches / m + (matches - (moved >> 1)) / matches) / 3;
  if (jaro <= 0.7) return jaro;
  let prefix = 0;
  while (prefix < 4 && prefix < n && prefix < m && left[leftStart + prefix] === right[rightStart + prefix])
    prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/**
 * Whether two byte strings are one slip apart: a letter added, dropped, changed, or two neighbours swapped.
 * Equal strings are none apart and give true.
 */
export function oneSlipApart(
  a: Uint8Array,
  aFrom: number,
  aTo: number,
  b: Uint8Array,
  bFrom: number,
  bTo: number,
): boolean {
  let i = aFrom;
  let j = bFrom;
  let iEnd = aTo;
  let jEnd = bTo;
  if (Math.abs(iEnd - i - (jEnd - j)) > 1) return false;
  while (i < iEnd && j < jEnd && a[i] === b[j]) {
    i++;
    j++;
  }
  while (iEnd > i && jEnd > j && a[iEnd - 1] === b[jEnd - 1]) {
    iEnd--;
    jEnd--;
  }
  const restA = iEnd - i;
  const restB = jEnd - j;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[i] === b[j + 1] && a[i + 1] === b[j];
}

/** Whether two byte strings are two slips apart at most; slips as in `oneSlipApart`. */
export function twoSlipsApart(
  bytes: Uint8Array,
  aFrom: number,
  aTo: number,
  bFrom: number,
  bTo: number,
): boolean {
  let i = aFrom;
  let j = bFrom;
  if (Math.abs(aTo - i - (bTo - j)) > 2) return false;
  while (i < aTo && j < bTo && bytes[i] === bytes[j]) {
    i++;
    j++;
  }
  const rest = (skipA: number, skipB: number): boolean =>
    i + skipA <= aTo && j + skipB <= bTo && oneSlipApart(bytes, i + skipA, aTo, bytes, j + skipB, bTo);
  if (rest(1, 1) || rest(1, 0) || rest(0, 1)) return true;
  return i + 1 < aTo && j + 1 < bTo && bytes[i] === bytes[j + 1] && bytes[i + 1] === bytes[j] && rest(2, 2);
}
