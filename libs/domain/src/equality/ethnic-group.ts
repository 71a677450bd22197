import { ETHNIC_GROUPS, type EthnicGroup } from './ethnic-wordings.js';
import { asAsked, coded, type EqualityReading, UNMATCHED } from './reading.js';
import { foldWording, wordsOfAnswer } from './wording.js';

/** Words that a questionnaire puts round the name of a group, and that tell no group from another. */
const ROUND =
  /\b(?:any|a|an|i|am|im|my|is|or|and|of|the|as|background|backgrounds|origin|heritage|descent|ethnic|ethnicity|identity|groups?|please|specify|describe|state|write|in|below|which|not listed)\b/g;

/** Ethnic group by the wordings of the Censuses 2001, 2011 and 2021, the GSS, the NHS and common short forms. */
export function readEthnicGroup(answer: string): EqualityReading {
  const words = namesIn(answer);
  const whole = KNOWN.get(words);
  if (whole) return whole;
  const border = /^(.+?)(?: - | ?[:;(>|] ?)/.exec(foldWording(answer))?.[1];
  const group = border === undefined ? undefined : BY_NAME.get(namesIn(border));
  if (!group) return UNMATCHED;
  // "Asian - Nepalese": what stands below is in no list, the group is certain; of "White: Cornish" only that it is white.
  return group.code === null ? asAsked(group.broad) : coded(group.code);
}

const namesIn = (answer: string): string =>
  wordsOfAnswer(answer)
    .replace(/\banother\b/g, 'other')
    .replace(/\bafro\b/g, 'african')
    .replace(ROUND, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const BY_NAME = new Map<string, EthnicGroup>();
const KNOWN = new Map<string, EqualityReading>();

function learn(group: EthnicGroup): void {
  const broad = group.code === null ? asAsked(group.broad) : coded(group.code);
  for (const name of group.names) {
    BY_NAME.set(name, group);
    KNOWN.set(name, broad);
  }
  for (const { detail, code, below, alone } of group.details) {
    const reading = coded(code, detail);
    for (const words of alone) KNOWN.set(words, reading);
    for (const words of [...alone, ...below])
      for (const name of group.names) KNOWN.set(`${name} ${words}`, reading);
  }
}
ETHNIC_GROUPS.forEach(learn);
