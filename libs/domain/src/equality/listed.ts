import { asAsked, coded, type EqualityReading, UNMATCHED } from './reading.js';
import { wordsOfAnswer } from './wording.js';

/** What is not said of the person: "(including trans women)", "please specify". */
const TAILS = / (?:please (?:specify|describe|state|write in|say).*|including .*|specify|describe|write in)$/;

/** Reads an answer by a list: `codes[code]` = its wordings parted by `|`, as words without punctuation; `wide` = kept as asked. */
export function readerOf(
  codes: Readonly<Record<string, string>>,
  wide: Readonly<Record<string, string>> = {},
): (answer: string) => EqualityReading {
  const known = new Map<string, EqualityReading>();
  const add = (wordings: string, reading: EqualityReading): void => {
    for (const wording of wordings.split('|')) known.set(wording.replace(/\s+/g, ' ').trim(), reading);
  };
  for (const [code, wordings] of Object.entries(codes)) add(wordings, coded(code));
  for (const [code, wordings] of Object.entries(wide)) add(wordings, asAsked(code));
  return (answer) => {
    const words = wordsOfAnswer(answer);
    return known.get(words) ?? known.get(words.replace(TAILS, '')) ?? UNMATCHED;
  };
}
