import { fold, given } from '../standardise/text.js';

/** A group's name in comparable parts. */
export interface GroupName {
  /** Telling words in the order given. */
  words: string[];
  /** Telling words sorted and spaced: the key of "the same words". */
  key: string;
  /** First letters of all words but joining ones: `friends of devonport park` is `fodp`, `fdp`. */
  initials: string[];
}

const LEGAL = new Set(
  'the ltd limited plc cic cio llp uk inc charity registered reg no trust charitable'.split(' '),
);
const JOINING = new Set('of for and the in at on a an to with'.split(' '));
const LONG: Record<string, string> = {
  assoc: 'association', assn: 'association', ass: 'association', comm: 'community', cttee: 'committee', soc: 'society',
  st: 'saint', ctr: 'centre', center: 'centre', grp: 'group', nbhd: 'neighbourhood', nhood: 'neighbourhood', res: 'residents',
  resident: 'residents', tenant: 'tenants', friend: 'friends', dist: 'district', assocation: 'association', yth: 'youth', netwk: 'network', ntwk: 'network', proj: 'project',
}; // prettier-ignore

/** Short forms of kinds of groups at the end of a name: `Lantern Row FC`. */
const KINDS: Record<string, string> = {
  fc: 'football club', afc: 'football club', rfc: 'rugby club', cc: 'cricket club', abc: 'boxing club', ca: 'community association',
  ra: 'residents association', ta: 'tenants association', tra: 'tenants residents association', nhw: 'neighbourhood watch',
  nw: 'neighbourhood watch', wi: 'womens institute', pta: 'parent teacher association',
}; // prettier-ignore
const GENERIC = new Set(
  'association group club project society network forum fellowship organisation committee team service services'.split(
    ' ',
  ),
);

/** Whether a word says what kind of body it is, which people leave out. */
export const isGeneric = (word: string): boolean => GENERIC.has(word);

/**
 * Words of a name without legal forms, with common short words written out.
 * @param spelling a word as it is mostly spelt
 */
export function standardiseGroupName(
  name: string,
  spelling: (word: string) => string = (word) => word,
): GroupName {
  const all = fold(given(name))
    .replace(/['’`.]/g, '')
    .replace(/&/g, ' and ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => LONG[word] ?? word)
    .filter((word, at, list) => at === 0 || list.length < 3 || !LEGAL.has(word) || word === 'trust')
    .flatMap((word, at, list) => (at > 0 && at === list.length - 1 && KINDS[word]?.split(' ')) || [word])
    .map(spelling);
  const words = all.filter((word) => !LEGAL.has(word) && !JOINING.has(word));
  const kept = words.length > 0 ? words : all;
  const withJoining = all.filter(
    (word) => word !== 'the' && !['ltd', 'limited', 'cic', 'cio'].includes(word),
  );
  const initials = [...new Set([kept, withJoining].map((list) => list.map((word) => word[0]).join('')))];
  return { words: kept, key: [...kept].sort().join(' '), initials: kept.length > 1 ? initials : [] };
}

/** Alternative names inside one: `Stoke Damerel Community Association (SDCA)` gives both. */
export function namesWithin(name: string): string[] {
  const bracketed = [...name.matchAll(/\(([^)]{1,200})\)/g)].map((match) => match[1]!);
  const outside = name.replace(/\([^)]{0,200}\)/g, ' ');
  const aliases = outside.split(/\b(?:formerly|previously|also known as|aka|t\/a|trading as)\b|\s[-–—/]\s/i);
  return [...aliases, ...bracketed].map((part) => part.trim()).filter((part) => part !== '');
}
