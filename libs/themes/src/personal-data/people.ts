import type { Finding } from './finding.js';
import { isCommonWord, nameLexicon } from './name-words.js';
import { tokensOf } from './tokens.js';
import type { Token } from './tokens.js';

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor sir dame lord lady rev revd reverend pc pcso sgt sergeant cllr councillor sister nurse'.split(
    ' ',
  ),
);
/** Words straight before a name, which then may be in lower case. */
const INTRODUCED =
  /(?:\bmy name(?:'?s| is)|\bnames? is|\bname:|\bcalled|\bnamed|\bmy name on [a-z ]+ is|\bi am|\bi'm|\bthis is|\bit's|\bmaiden name is)\s*["“']?$/i;
const ADDRESSED =
  /(?:\b(?:dear|hi|hello|hey|regards|cheers|thanks|sincerely|signed|attn|cc|contact|ask for|speak to|spoke to|directed by|starring|by|thank you|with|and)[,:]?)\s*["“'>]?$/i;
/** Words after which a capitalised name is a place. */
const PLACED = /\b(?:in|at|near|to|from|around|outside|of|the|via|towards|through|for)\s+$/i;
const ORGANISED =
  /^(?:ltd|limited|inc|llc|plc|corp|group|partners|consulting|technologies|solutions|bank|university|college|school|hospital|surgery|clinic|centre|center|house|court|street|road|avenue|lane|park|ward|unit|suite|apartment|apt|st|rd|ave|council|nhs|trust|hotel|airport|station|county|city|island|islands|river|mall|records?|magazine|times|weekly|news|festival|stripes|championship|league|cup|award|awards|act|day)$/;

/** Words after a name that only people do. */
const DONE =
  /^(?:says|said|told|lives|lived|asked|replied|spent|gave|wrote|works|worked|phoned|rang|helped|had)$/;
const EPONYMS = new Set(
  "alzheimer's parkinson's crohn's hodgkin's huntington's asperger's down's alzheimers parkinsons".split(' '),
);
const FEWEST_LETTERS = 4;

type Kind = 'name' | 'unknown' | 'initial' | 'joiner' | 'other';

const JOINERS = new Set(
  'de da di du del della der den van von la le bin ibn al el ter ten dos das y e'.split(' '),
);

/** Names of people: by title, by introduction, by known first names, or several unknown capitalised words together. */
export function findPeople(text: string): Finding[] {
  const tokens = tokensOf(text);
  const shouting =
    tokens.filter((token) => token.text === token.text.toUpperCase() && token.text.length > 2).length >
    tokens.length / 2;
  const found: Finding[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const run = runFrom(tokens, at);
    const because = reason(tokens, at, run, text, shouting);
    if (because === null) {
      if (isPlainFirstName(tokens[at]!)) {
        found.push({
          span: { start: tokens[at]!.start, end: tokens[at]!.end },
          type: 'person',
          because: 'known first name in small letters',
        });
      }
      continue;
    }
    const from = tokens[at]!;
    const last = tokens[at + Math.max(run, 1) - 1]!;
    found.push({ span: { start: from.start, end: last.end }, type: 'person', because });
    at += Math.max(run, 1) - 1;
  }
  return found;
}

/** How many tokens from here on may be one name: capitalised, not common, with nothing but spaces between. */
function runFrom(tokens: Token[], at: number): number {
  let length = 0;
  for (let i = at; i < tokens.length && length < 5; i++) {
    const kind = kindOf(tokens[i]!);
    if (kind === 'other' || (kind === 'joiner' && i === at)) break;
    length++;
    if (!/^\.? ?$/.test(tokens[i]!.gap) || (tokens[i]!.gap.startsWith('.') && kind !== 'initial')) break;
  }
  while (length > 0 && ['joiner', 'initial'].includes(kindOf(tokens[at + length - 1]!))) length--;
  return length;
}

function kindOf(token: Token): Kind {
  if (/\d/.test(token.text)) return 'other';
  if (JOINERS.has(token.lower)) return 'joiner';
  if (!token.capital) return 'other';
  if (/^\p{Lu}{2,}$/u.test(token.text) && !nameLexicon().names.has(token.lower)) return 'other';
  if (/^\p{Lu}\.?$/u.test(token.text)) return token.text === 'I' ? 'other' : 'initial';
  const word = bare(token);
  if (ORGANISED.test(word)) return 'other';
  if (nameLexicon().names.has(word)) return 'name';
  if (isCommonWord(word) || nameLexicon().places.has(word)) return 'other';
  return /^\p{Lu}[\p{L}\p{M}'’.-]+$/u.test(token.text) ? 'unknown' : 'other';
}

const bare = (token: Token): string => token.lower.replace(/'s$/, '').replace(/\.$/, '');

function reason(tokens: Token[], at: number, run: number, text: string, shouting: boolean): string | null {
  const token = tokens[at]!;
  const before = text.slice(Math.max(0, token.start - 40), token.start);
  const previous = tokens[at - 1];
  if (run > 0 && previous && TITLES.has(previous.lower.replace('.', '')) && /^\.? ?$/.test(previous.gap))
    return 'name after a title';
  // "Hocking" looks like a common word, but not after "Mr".
  if (run === 0 && previous && TITLES.has(previous.lower.replace('.', '')) && isSurname(token, previous))
    return 'name after a title';
  if (INTRODUCED.test(before) && introducedName(token, run, before)) return 'name after an introduction';
  if (run === 0 || shouting) return null;
  const kinds = tokens.slice(at, at + run).map(kindOf);
  const names = kinds.filter((kind) => kind === 'name').length;
  const next = tokens[at + run];
  if (next && ORGANISED.test(next.lower) && tokens[at + run - 1]!.gap === ' ') return null;
  const solid = kinds.filter((kind) => kind === 'name' || kind === 'unknown').length;
  if (kinds[0] === 'name' && solid >= 2) return 'first name and surname';
  if (names > 0 && (solid >= 2 || ADDRESSED.test(before))) return 'known name';
  if (solid >= 2 && !PLACED.test(before)) return 'capitalised words that are no common words';
  if (solid >= 2 && kinds.includes('initial')) return 'names with an initial';
  if (names === 1 && !PLACED.test(before)) return 'known first name';
  if (
    solid === 1 &&
    kinds[0] === 'unknown' &&
    ADDRESSED.test(before) &&
    !/\bby\s*$|\bwith\s*$|\band\s*$/i.test(before)
  )
    return 'name after an address';
  if (solid === 1 && run === 1 && next && DONE.test(next.lower) && !PLACED.test(before))
    return 'name of somebody who speaks or does';
  if (solid === 1 && run === 1 && isListed(tokens, at)) return 'name among names';
  if (
    solid === 1 &&
    kinds[0] === 'unknown' &&
    !EPONYMS.has(token.lower) &&
    /'s$|’s$/.test(token.text) &&
    !token.first
  )
    return 'possessive of an unknown name';
  return null;
}

function isSurname(token: Token, title: Token): boolean {
  const plain = /^\p{Lu}\p{Ll}{2,}$/u.test(token.text) && /^\.? ?$/.test(title.gap);
  return plain && title.capital && !nameLexicon().words.has(token.lower);
}

/** Whether a comma or "and" joins the token to a known name. */
function isListed(tokens: Token[], at: number): boolean {
  const isName = (token: Token | undefined): boolean =>
    token !== undefined && token.capital && kindOf(token) === 'name';
  const [token, one, two] = [tokens[at]!, tokens[at + 1], tokens[at + 2]];
  if (/^, ?$/.test(token.gap) && isName(one)) return true;
  if (token.gap === ' ' && (one?.lower === 'and' || one?.lower === '&') && isName(two)) return true;
  const [back, second] = [tokens[at - 1], tokens[at - 2]];
  if (back && /^, ?$/.test(back.gap) && isName(back)) return true;
  return back?.lower === 'and' && isName(second);
}

/** A first name typed without a capital, that is no English word. */
function isPlainFirstName({ lower, capital }: Token): boolean {
  if (capital || lower.length < FEWEST_LETTERS) return false;
  return nameLexicon().firstNames.has(lower) && !isCommonWord(lower) && !nameLexicon().places.has(lower);
}

/** After "my name is" a lower-case word may be a name too; after "I'm" only a capitalised or known one. */
function introducedName(token: Token, run: number, before: string): boolean {
  if (/\d/.test(token.text)) return false;
  if (/name/i.test(before.slice(-25))) return run > 0 || !isCommonWord(token.lower);
  return run > 0;
}
