/** Of whom a number tells. */
const WHOM =
  'people|persons|residents|citizens|locals|men|women|boys|girls|children|teenagers|adults|pensioners|parents|families|carers|patients|pupils|students|tenants|neighbours|visitors|victims|callers|participants|respondents|submissions|responses|replies|answers|comments|complaints|voices|households|everybody|everyone|of us|of them|of those|per cent|percent|%';
/** What follows makes a number a count, whatever it looks like: "1950 residents", "25.50%". */
const NO_COUNT = `(?!\\d|[.,]\\d|\\s*(?:or (?:more|so|fewer) )?(?:${WHOM}))`;

/** What people do, or that they are several: a number before it counts them, also where it looks like a year ("2010 told us so"). */
const PEOPLE_DO =
  '(?:(?:local|other|more|young|younger|older|disabled|different|separate|distinct|individual|unique|such) )?(?:people|residents)|(?:(?:have|had|also|all|then|now|never|even) )*(?:told|tell|said|say|raised|raise|asked|ask|came|come|spoke|speak|spoken|answered|answer|responded|respond|replied|reply|took|taken|take|attended|attend|joined|complained|complain|signed|wrote|write|written|reported|report|mentioned|mention|wanted|want|agreed|agree|disagreed|disagree|objected|object|supported|support|opposed|oppose|voted|vote|felt|feel|thought|think|named|called|visited|gave|give|did|do)\\b|(?:were|are|have|or (?:more|so|fewer)|altogether|in (?:all|total)|of (?:us|the|all|our))\\b';
/** A survey or the like of a year: "the survey of 2024 asked" counts nobody. */
const NAMED_BY_YEAR =
  'survey|consultation|census|conversation|review|plan|strategy|report|edition|budget|act|year';

/** Numbers in digits that are no count: days, years, times, money, ages of a law, numbers of things ("F5", "A38"). */
const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const NO_COUNTS: readonly RegExp[] = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th)? (?:to \\d{1,2} )?(?:${MONTHS})(?: \\d{4})?\\b`, 'g'),
  new RegExp(`\\b(?:${MONTHS}) \\d{4}\\b`, 'g'),
  /(?<=\b(?:in|since|until|till|during|before|after|between|early|late|spring|summer|autumn|winter) )(?:19|20)\d\d\b(?![.,]\d)/gi,
  new RegExp(`(?<=\\b(?:${NAMED_BY_YEAR})s? (?:of |for )?)(?:19|20)\\d\\d\\b${NO_COUNT}`, 'gi'),
  new RegExp(`\\b(?:19|20)\\d\\d(?:[/-](?:\\d\\d|\\d{4}))?\\b${NO_COUNT}(?!\\s+(?:${PEOPLE_DO}))`, 'g'),
  /\b(?:[01]?\d|2[0-4]):[0-5]\d\b/g,
  new RegExp(`\\b(?:[01]?\\d|2[0-4])\\.[0-5]\\d\\b${NO_COUNT}`, 'g'),
  /\baged (?:under )?\d{1,2}(?: (?:to \d{1,2}|and (?:over|under)))?\b/gi,
  /£\s?\d[\d,.]*(?:\s?(?:m|million|k|thousand|bn|billion))?\b/g,
  // A road, a row of a table, the first half of a postcode; "C400 people" is about so many.
  new RegExp(`\\b(?!CA?\\d+\\s+(?:${WHOM}))[A-Z]{1,3}\\d+(?:\\.\\d+)?[a-z]?\\b`, 'g'),
  /\bCOVID-19\b/gi,
  /\b(?:1[0-2]|[1-9])(?:[.:][0-5]\d)?\s?[ap]\.?m\b/gi,
  new RegExp(`\\b[Ee]dition \\d+\\b${NO_COUNT}`, 'g'),
];
/** In the digits of any script, also behind letters or a stop that say that it is about so many: "c.400", "c400". */
const DIGITS = /(?<![\p{Nd}_]|\p{Nd}[.,])\p{Nd}[\p{Nd},]*(?:\.\p{Nd}+)?\s?%?/gu;

const FEW = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const MANY =
  'dozens?|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?';
const PARTS = 'thirds?|quarters?|tenths?|fifths?';
const NUMBER_WORD = `${FEW}|${MANY}|half|${PARTS}`;

/** Behind a word that may stand before a noun too: "two agreed actions", "six reported crimes" count nobody who spoke. */
const ENDS_OR_GOES_ON =
  '(?=\\s*(?:$|[.,;:!?)]|(?:it|this|that|them|so|to|for|in|on|at|by|of|the|an?|us|what|how|why|with|about|against|no|their|our|and|or|as|from)\\b))';
/** What people alone do, in forms that are no noun: of "two support workers" none spoke. */
const SAID_SO = `(?:(?:have|had|also|all|then|now|never|even) )*(?:told|said|says?|raised(?! (?:beds?|kerbs?|crossings?|planters?|platforms?|paths?|tables?)\\b)|asked|came|spoke|spoken|answered|responded|replied|took part|attended|complained?|wrote|mentioned|wants?|wanted|agrees?|disagrees?|disagreed|objected|opposed?|voted|feels?|felt|thinks|thought|were (?:asked|heard|interviewed|there)|(?:agreed|joined|signed|reported|supported|visited|think|object)${ENDS_OR_GOES_ON})`;
const SPOKEN: readonly RegExp[] = [
  // "some four hundred people", "a third of residents", "half of them".
  new RegExp(
    `\\b(?:(?:a|some|about|nearly|over|almost) )*(?:${NUMBER_WORD})(?:[ -](?:and )?(?:${NUMBER_WORD}))*(?: in [a-z]+)? (?:of )?(?:the |all )?(?:${WHOM})(?!\\w)`,
    'gi',
  ),
  // "one in four", "nine out of ten".
  new RegExp(
    `\\b(?:one|${NUMBER_WORD})(?: (?:${WHOM}))? (?:in|out of)(?: every)? (?:a hundred|${NUMBER_WORD})\\b`,
    'gi',
  ),
  // "nearly half said so", "one third agreed", "dozens complained", "the forty who came"; "the two agreed" goes on about two that were named.
  new RegExp(
    `\\b(?:(?<!\\b(?:the|these|those|other) )(?:${FEW})|${MANY}|half|(?:an?|one|${FEW}) (?:${PARTS}))(?: of (?:us|them|those))?(?: who| that)? ${SAID_SO}\\b`,
    'gi',
  ),
  // "two thirds", "three quarters", "one third"; "one quarter" is as often a part of a year.
  /\b(?:two|three|four)[ -](?:thirds|quarters|fifths|tenths)\b/gi,
  /\bone[ -](?:third|fifth|tenth)\b/gi,
  new RegExp(`\\bscores of (?:the )?(?:${WHOM})(?!\\w)`, 'gi'),
  // "twice as many", "a majority of residents".
  /\b(?:twice|double|half|\w+ times) as many\b/gi,
  new RegExp(
    `\\b(?:(?:a|the) )?(?:(?:large|vast|great|clear|small) )?(?:majority|minority) of (?:the |all )?(?:${WHOM})(?!\\w)`,
    'gi',
  ),
];

/**
 * Numbers in words of an author that name no figure: in digits, or of people in words. Signs that stand for digits (½, ４) are read as the digits
 * that they stand for.
 */
export function bareNumbers(words: string): string[] {
  const plain = words.normalize('NFKC');
  const rest = NO_COUNTS.reduce(
    (text, kind) => text.replace(kind, (found) => ' '.repeat(found.length)),
    plain,
  );
  const digits = [...rest.matchAll(DIGITS)].map((match) => match[0].trim());
  const spoken = SPOKEN.flatMap((kind) => [...rest.matchAll(kind)].map((match) => match[0]));
  return [...digits, ...spoken];
}
