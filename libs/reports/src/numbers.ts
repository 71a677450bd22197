/** Numbers in digits that are no count: days, years, times, money, ages of a law, numbers of things ("F5", "A38"). */
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const NO_COUNTS: readonly RegExp[] = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:to \\d{1,2} )?(?:${MONTHS})(?: \\d{4})?\\b`, 'g'),
  new RegExp(`\\b(?:${MONTHS}) \\d{4}\\b`, 'g'),
  /\b(?:19|20)\d\d(?:[/-](?:\d\d|\d{4}))?\b/g,
  /\b\d{1,2}[:.]\d\d\b/g,
  /£\s?\d[\d,.]*(?:\s?(?:m|million|k|thousand|bn|billion))?\b/g,
  /\b[A-Z]{1,3}\d+[a-z]?\b/g,
  /\b[Ee]dition \d+\b/g,
];
const DIGITS = /(?<![\w.])\d[\d,]*(?:\.\d+)?\s?%?/g;

const NUMBER_WORD =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|half|thirds?|quarters?|tenths?|fifths?';
const WHOM =
  'people|persons|residents|men|women|children|adults|respondents|submissions|answers|comments|voices|of them|of those|per cent|percent';
/** "some four hundred people", "a third of residents", "half of them". */
const IN_WORDS = new RegExp(
  `\\b(?:(?:a|some|about|nearly|over|almost) )*(?:${NUMBER_WORD})(?:[ -](?:and )?(?:${NUMBER_WORD}))*(?: in [a-z]+)? (?:of )?(?:the |all )?(?:${WHOM})\\b`,
  'gi',
);

/** Numbers in words of an author that name no figure: in digits, or of people in words. */
export function bareNumbers(words: string): string[] {
  const rest = NO_COUNTS.reduce(
    (text, kind) => text.replace(kind, (found) => ' '.repeat(found.length)),
    words,
  );
  const digits = [...rest.matchAll(DIGITS)].map((match) => match[0].trim());
  const spoken = [...rest.matchAll(IN_WORDS)].map((match) => match[0]);
  return [...digits, ...spoken];
}
