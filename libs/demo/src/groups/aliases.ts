import { misspell } from '../mistakes/typing.js';
import type { Random } from '../random.js';

const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/ Association$/, ' Assoc.'],
  [/ Association$/, ' Assn'],
  [/ Community Association$/, ' CA'],
  [/ Residents Association$/, ' RA'],
  [/ Residents Association$/, ' Residents'],
  [/ Residents Association$/, ' Residents’ Association'],
  [/ Neighbourhood Watch$/, ' NHW'],
  [/ Neighbourhood Watch$/, ' Nbhd Watch'],
  [/ Football Club$/, ' FC'],
  [/ Boxing Club$/, ' Boxing'],
  [/ Boxing Club$/, ' ABC'],
  [/ Group$/, ' Grp'],
  [/ Group$/, ''],
  [/ and /, ' & '],
  [/’/, "'"],
  [/’/, ''],
  [/ Project$/, ''],
  [/^(.*) Friends of the Park$/, 'Friends of $1 Park'],
  [/ Fellowship$/, ''],
  [/ Network$/, ' Netwk'],
];

/**
 * The name as somebody writes it: in full about half of the time, otherwise shortened, abbreviated, misspelt, in small
 * letters, with "the" before or "CIC" behind.
 */
export function groupAsWritten(random: Random, name: string): string {
  if (random.chance(0.45)) return name;
  let written = name;
  const fitting = SHORT_FORMS.filter(([long]) => long.test(name));
  if (fitting.length > 0 && random.chance(0.6)) {
    const [long, short] = random.pick(fitting);
    written = written.replace(long, short);
  }
  if (random.chance(0.25)) {
    const words = written.split(' ');
    const at = words.findIndex((word) => word.length > 4);
    if (at >= 0) words[at] = misspell(random, words[at] as string);
    written = words.join(' ');
  }
  const roll = random.next();
  if (roll < 0.12) written = written.toLowerCase();
  else if (roll < 0.16) written = written.toUpperCase();
  else if (roll < 0.24) written = `The ${written}`;
  else if (roll < 0.28) written = `${written} CIC`;
  else if (roll < 0.31) written = initials(name);
  return written;
}

/** `Bluebell Lane Residents Association` -> `BLRA` */
function initials(name: string): string {
  return name
    .split(' ')
    .filter((word) => /^[A-Z]/.test(word))
    .map((word) => word.charAt(0))
    .join('');
}
