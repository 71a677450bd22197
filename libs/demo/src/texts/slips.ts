import { misspell } from '../mistakes/typing.js';
import type { Random } from '../random.js';

/** Common misspellings of people who write fast. */
const USUAL: readonly (readonly [RegExp, string])[] = [
  [/\ba lot\b/g, 'alot'],
  [/\bdo not\b/g, 'dont'],
  [/\bcannot\b/g, 'cant'],
  [/\bthere is\b/g, 'theres'],
  [/\btheir\b/g, 'there'],
  [/\bbecause\b/g, 'cos'],
  [/\bpeople\b/g, 'ppl'],
  [/\bdefinitely\b/g, 'definately'],
  [/\band\b/g, '&'],
  [/\byou are\b/g, 'your'],
  [/\bneighbours\b/g, 'neighbors'],
  [/\bintimidating\b/g, 'intimadating'],
  [/\bunsafe\b/g, 'un safe'],
  [/\bpolice\b/g, 'polise'],
  [/\bevery day\b/g, 'everyday'],
  [/\breceived\b/g, 'recieved'],
];

/** The text with the slips of a real writer; three in five come through clean. */
export function withSlips(random: Random, text: string): string {
  if (random.chance(0.6)) return text;
  let out = text;
  if (random.chance(0.5)) {
    const fitting = USUAL.filter(([right]) => out.search(right) >= 0);
    if (fitting.length > 0) out = out.replace(...(random.pick(fitting) as [RegExp, string]));
  }
  if (random.chance(0.45)) out = misspellOneWord(random, out);
  const style = random.next();
  if (style < 0.15) out = out.toLowerCase();
  else if (style < 0.19) out = out.toUpperCase();
  else if (style < 0.29) out = out.replace(/\.$/, random.pick(['!', '!!', '...', '']));
  else if (style < 0.34) out = out.replace(/\. /g, '.  ');
  else if (style < 0.38) out = `${out} `;
  else if (style < 0.42) out = out.replace(/'/g, '’');
  return out;
}

function misspellOneWord(random: Random, text: string): string {
  const words = text.split(' ');
  for (let attempt = 0; attempt < 5; attempt++) {
    const at = random.int(words.length);
    const word = words[at] as string;
    if (!/^[A-Za-z]{5,}$/.test(word)) continue;
    words[at] = misspell(random, word);
    break;
  }
  return words.join(' ');
}
