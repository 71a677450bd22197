import type { Random } from '../random.js';

/** Keys that lie beside each other on a British keyboard. */
const NEIGHBOURS: Record<string, string> = {
  a: 'qsz', b: 'vnh', c: 'xvd', d: 'sfe', e: 'wrd', f: 'dgr', g: 'fht', h: 'gjy', i: 'uok', j: 'hku', k: 'jli', l: 'ko',
  m: 'n', n: 'mb', o: 'ipl', p: 'o', q: 'wa', r: 'etf', s: 'adw', t: 'ryg', u: 'yij', v: 'cb', w: 'qes', x: 'zcs', y: 'tuh', z: 'xa',
}; // prettier-ignore

/** What sounds alike and is heard over the telephone or spelt by ear; each pair goes both ways. */
const SOUNDS: readonly (readonly [string, string])[] = [
  ['ph', 'f'], ['ie', 'ei'], ['ie', 'y'], ['ck', 'k'], ['c', 'k'], ['ll', 'l'], ['tt', 't'], ['nn', 'n'], ['ss', 's'],
  ['rr', 'r'], ['ee', 'ea'], ['ai', 'ay'], ['th', 't'], ['s', 'z'], ['mac', 'mc'], ['son', 'sen'], ['ey', 'y'], ['oo', 'u'],
  ['er', 'ar'], ['gh', 'g'], ['wh', 'w'], ['au', 'or'], ['ou', 'ow'], ['ia', 'ea'], ['i', 'y'], ['an', 'en'], ['j', 'g'],
]; // prettier-ignore

/** What a scanner reads wrongly on paper forms. */
const SHAPES: readonly (readonly [string, string])[] = [
  ['rn', 'm'], ['m', 'rn'], ['l', 'i'], ['cl', 'd'], ['h', 'b'], ['vv', 'w'], ['o', 'c'], ['e', 'c'], ['u', 'v'], ['n', 'ri'],
]; // prettier-ignore

export type Slip = 'typed' | 'heard' | 'scanned';

/** One mistake in a word; the word always comes back changed if it has two letters or more. */
export function misspell(random: Random, word: string, slip?: Slip): string {
  if (word.length < 2) return word;
  const way = slip ?? (random.chance(0.35) ? 'heard' : 'typed');
  if (way !== 'typed') {
    const changed = exchange(random, word, way === 'heard' ? SOUNDS : SHAPES, way === 'heard');
    if (changed !== word) return changed;
  }
  for (let attempt = 0; attempt < 8; attempt++) {
    const changed = mistype(random, word);
    if (changed !== word) return changed;
  }
  return word + word.slice(-1);
}

/** Sounds or shapes exchanged at one place; the word unchanged where none fits. */
function exchange(
  random: Random,
  word: string,
  pairs: readonly (readonly [string, string])[],
  bothWays: boolean,
): string {
  const lower = word.toLowerCase();
  const start = random.int(pairs.length);
  for (let step = 0; step < pairs.length; step++) {
    const [one, two] = pairs[(start + step) % pairs.length] as readonly [string, string];
    for (const [from, to] of bothWays && random.chance(0.5)
      ? [
          [two, one],
          [one, two],
        ]
      : [[one, two]]) {
      const at = lower.indexOf(from as string, from === 'j' || from === 'g' ? 0 : 1);
      if (at < 0) continue;
      return capitalised(word, word.slice(0, at) + to + word.slice(at + (from as string).length));
    }
  }
  return word;
}

/** Neighbouring key, letters swapped, a letter left out, doubled or too many. */
function mistype(random: Random, word: string): string {
  // The first letter is seldom wrong.
  const at = random.chance(0.1) ? 0 : random.between(1, word.length - 1);
  const letter = word.charAt(at);
  const neighbour = random.pick([...(NEIGHBOURS[letter.toLowerCase()] ?? 'e')]);
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  switch (random.int(5)) {
    case 0:
      return capitalised(word, before + neighbour + after);
    case 1:
      return after === '' ? word : capitalised(word, before + after.charAt(0) + letter + after.slice(1));
    case 2:
      return word.length > 3 ? capitalised(word, before + after) : word;
    case 3:
      return before + letter + letter.toLowerCase() + after;
    default:
      return before + letter + neighbour + after;
  }
}

/** The new word with the old one's capital and no other. */
function capitalised(old: string, fresh: string): string {
  if (old.charAt(0) !== old.charAt(0).toUpperCase()) return fresh;
  return fresh.charAt(0).toUpperCase() + fresh.slice(1, 2).toLowerCase() + fresh.slice(2);
}

/** One digit wrong, or two neighbours swapped. The text always comes back changed if it holds a digit. */
export function misdial(random: Random, text: string): string {
  const digits = [...text].flatMap((character, at) => (character >= '0' && character <= '9' ? [at] : []));
  if (digits.length === 0) return text;
  const which = random.int(digits.length);
  const [at, next] = [digits[which] as number, digits[which + 1]];
  const characters = [...text];
  if (next !== undefined && characters[at] !== characters[next] && random.chance(0.5))
    [characters[at], characters[next]] = [characters[next] as string, characters[at] as string];
  else characters[at] = String((Number(characters[at]) + 1 + random.int(9)) % 10);
  return characters.join('');
}
