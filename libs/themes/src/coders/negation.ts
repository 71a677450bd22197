import type { Word } from './words.js';

const NEGATORS = new Set(
  "no never without zero not don't dont doesn't doesnt didn't didnt haven't havent isn't isnt aren't hasn't nor hardly barely any".split(
    ' ',
  ),
);

/** Words that may stand between "no" and what is denied: "no real problem with drugs", "never seen any graffiti". */
const FILLERS = new Set(
  `a an the any real big major serious significant problem problems issue issues with of to sign signs seen see had have
  experienced witnessed noticed much been there such trouble noticeable obvious evidence`.split(/\s+/),
);
const FURTHEST = 6;

/** Whether what begins at word `from` is denied: only filler words stand between it and a negator before it. */
export function isDenied(words: Word[], from: number): boolean {
  for (let at = from - 1; at >= 0 && at >= from - FURTHEST; at--) {
    const word = words[at]!.text;
    if (NEGATORS.has(word) && word !== 'any') return word !== 'not' || words[at + 1]?.text !== 'only';
    if (word !== 'any' && !FILLERS.has(word)) return false;
  }
  return false;
}
