import type { Finding } from './finding.js';

/** Words in small letters, with a capital at the head, or all in capitals. */
function cased(words: string): string {
  return words
    .split('|')
    .map((word) => `[${word[0]!.toUpperCase()}${word[0]}]${word.slice(1)}|${word.toUpperCase()}`)
    .join('|');
}

const CAP = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]{0,60})`;
const INNER_WORDS = cased('apt|suite|unit|flat|box|apartment|floor|room|ste');
const INNER = String.raw`(?:(?:${INNER_WORDS})\.? ?#?\d{1,5}[a-z]?)`;
const NUMBER = String.raw`(?:${INNER},? )?\d{1,5}(?: \d{1,4})?[a-zA-Z]?`;
const KINDS = cased(
  'street|st|road|rd|avenue|ave|av|lane|ln|close|drive|dr|crescent|cres|terrace|ter|place|pl|gardens|gdns|grove|court|ct|way|hill|park|square|sq|mews|view|rise|walk|row|parade|quay|green|wharf|broadway|boulevard|blvd|circle|parkway|pkwy|highway|hwy|trail|gate|fields|meadow|meadows|heights',
);
const SURE_KINDS = 'street|road|avenue|lane|close|crescent|terrace|gardens|grove|drive|rd|ave|cres|court|st';
/** Words for a street in other languages, before or behind its name. */
const ABROAD = String.raw`(?:(?:${cased('rue|avenida|avda|av|calle|via|viale|piazza|corso|plaza|rua|travessa|ul|ulica|al|quai|cours|boulevard|route|place|chemin|allée|impasse|strada|trg|str')})\.?)`;
const ENDINGS = String.raw`[\p{L}\p{M}-]{1,60}(?:straße|strasse|str\.?|gasse|weg|platz|allee|straat|laan|plein|gatan|vägen|gata|vegen|veien|gade|vej|katu|tie|utca|útja|tänav)`;
/** Endings that stand apart: "Király u. 15." */
const APART = String.raw`(?:u\.|utca|útja|tér|köz|tee|tänav|náměstí|nám\.)`;
const EDGE = String.raw`(?<![\p{L}\d.,])`;
const STOP = String.raw`(?![\p{L}\d])`;

const CORES: [string, string][] = [
  [`${EDGE}${NUMBER},? (?:${CAP} ){1,4}(?:${KINDS})${STOP}\\.?`, 'house number and street'],
  [
    `${EDGE}\\d{1,4}[a-z]? (?:(?!(?:the|a|of|in|to|on|my|our|this|that|and|down|up|per|mph|people|men|at) )[a-z']{1,60} ){1,2}(?:${SURE_KINDS})${STOP}`,
    'house number and street',
  ],
  [
    `${EDGE}(?:\\d{1,5} )?${ABROAD} (?:[\\p{L}\\p{M}.'’-]{1,60} ){0,4}[\\p{L}\\p{M}.'’-]{1,60},? \\d{1,5}[a-z]?${STOP}`,
    'street and house number',
  ],
  [
    `${EDGE}\\d{1,5},? (?:\\d{1,4} )?${ABROAD} (?:[\\p{L}\\p{M}.'’-]{1,60} ){0,3}\\p{Lu}[\\p{L}\\p{M}.'’-]{1,60}`,
    'house number and street',
  ],
  [`${EDGE}(?:\\d{1,5} )?(?:${CAP} )?${ENDINGS} \\d{1,5}[a-z]?${STOP}`, 'street and house number'],
  [`${EDGE}\\d{1,5} (?:${CAP} ){1,4}\\d{1,5}[a-z]?${STOP}`, 'number, name and number'],
  [`${EDGE}(?:\\d{1,5} (?:${CAP} ){1,4},? ?)?${INNER}${STOP}`, 'part of a building'],
  [
    `${EDGE}(?:[Pp]\\.? ?[Oo]\\.? ?[Bb]ox \\d+|(?:PSC|psc) \\d+,? [Bb]ox \\d+|(?:USS|uss|USNS|USNV) \\p{L}+|[Uu]nit \\d+ [Bb]ox \\d+|(?:[FAD]PO|[fad]po) (?:A[AEP]|a[aep]) \\d{4,5})`,
    'post box',
  ],
  [
    `${EDGE}(?:${CAP} ){1,3}\\d{1,4}[a-z]?(?=\\s*[,\\n]+ ?(?:${CAP}|${INNER}|\\d{4}))`,
    'name and number before a place',
  ],
  [
    `${EDGE}(?:\\d{1,5} )?(?:${CAP} )(?:[\\p{L}\\p{M}]{1,60} )?${APART} \\d{1,5}[a-z]?${STOP}\\.?`,
    'street and house number',
  ],
  [
    `(?<=[Cc]orner of )${CAP}(?: ${CAP}){0,3}(?: \\d{1,5})? (?:and|&) (?:${CAP} ?){1,4}`,
    'corner of two streets',
  ],
];
const PATTERNS = CORES.map(([source, because]) => ({ pattern: new RegExp(source, 'gu'), because }));
const NOT_STREETS =
  /\b(?:ward|bed|bay|room|clinic|hours|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|covid|day|days|week|weeks|year|years|in a|on the|to a|of|number|card|code|age|top|chapter|version|section)\b/i;

/** What may follow the first line of an address: parts of a building, places, region codes, post codes, by commas or lines. */
const REST = new RegExp(
  String.raw`^(?:[ \t]*[,\n]+[,\s]*|[ \t]+|\.[ \t]*[,\n][,\s]*)(?:${INNER}|\p{L}{2,3}(?=\s*,?\s*\d{4,5}${STOP})|(?:\p{Lu}{2} )?\d{4,5}(?:-\d{3,4})?${STOP}|\p{Lu}{1,2}\d[\p{Lu}\d]? ?\d\p{Lu}{2}|\d{2,4}[ -]\d{2,3}${STOP}|\p{Lu}{2}${STOP}|${CAP}(?:[ -](?:${CAP}|\(${CAP}\)|de|la|le|les|sur|am|an|der|upon|on|of|and|the|do|da|dos|di|du|des|del|los|las|el|v|u|nad|pod|im|bei))*(?: \(${CAP}\))?(?: \d{4,5}(?:-\d{3,4})?| \p{Lu}{2}(?: \d{4,5})?)?)`,
  'u',
);
/** Capitalised words that begin a sentence rather than name a place. */
const OPENERS =
  /^(?:The|I|We|It|They|Please|My|He|She|There|This|You|And|But|Is|Can|Could|Call|Thanks|Mobile|Desk|Fax|Phone|Tel|Email|Zip|Postcode|Your|Our|If|When|Where|What|How|Dear|Hi|Hello|Best|Regards)\b/;

/** Street addresses with what follows them, of British and of other make. */
export function findAddresses(text: string): Finding[] {
  const found: Finding[] = [];
  for (const { pattern, because } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      let end = start + match[0].length;
      if (NOT_STREETS.test(match[0]) || !/\p{Lu}|\d/u.test(match[0])) continue;
      if (found.some(({ span }) => span.start < end && start < span.end)) continue;
      end = extend(text, end);
      found.push({ span: { start, end }, type: 'address', because });
    }
  }
  return found;
}

/** Takes in up to six parts that can only be more of the address. */
function extend(text: string, end: number): number {
  for (let part = 0; part < 6; part++) {
    const match = REST.exec(text.slice(end, end + 120))?.[0];
    if (!match || OPENERS.test(match.replace(/^[\s,]+/, ''))) break;
    end += match.length;
  }
  return end;
}
