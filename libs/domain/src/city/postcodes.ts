import { POSTCODE_SECTORS } from './postcode-sectors.js';
import { WARDS, type Ward } from './wards.js';

export interface PostcodePlace {
  ward: Ward;
  /** Deprivation fifth of the small area, '1' = most deprived. */
  lsoaImdFifth: string;
  /** e.g. `PL4` */
  outward: string;
}

const sectors = new Map(POSTCODE_SECTORS);
const FIRST_WARD_LETTER = 'a'.charCodeAt(0);

/** `pl48aa` -> `PL4 8AA`; null where it has not the form of a postcode. Not mended: O stays O. */
export function formatPostcode(postcode: string): string | null {
  const compact = postcode.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const match = /^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$/.exec(compact);
  return match ? `${match[1]} ${match[2]}` : null;
}

/**
 * Where a live postcode of the city lies: its ward and the deprivation fifth of its small area.
 * @returns null for any other postcode, live elsewhere or not at all
 */
export function placeOfPostcode(postcode: string): PostcodePlace | null {
  const full = formatPostcode(postcode);
  if (!full) return null;
  const units = sectors.get(full.slice(0, -2));
  const unit = full.slice(-2);
  for (let at = 0; units && at < units.length; at += 4)
    if (units.startsWith(unit, at)) return decode(full.slice(0, -4), units, at);
  return null;
}

function decode(outward: string, units: string, at: number): PostcodePlace | null {
  const ward = WARDS[units.charCodeAt(at + 2) - FIRST_WARD_LETTER];
  return ward ? { ward, lsoaImdFifth: units.charAt(at + 3), outward } : null;
}

/** Every live postcode of the city with its place, in the order of the table (6,293 of them). */
export function* cityPostcodes(): Generator<{ postcode: string } & PostcodePlace> {
  for (const [sector, units] of POSTCODE_SECTORS)
    for (let at = 0; at < units.length; at += 4) {
      const place = decode(sector.slice(0, -2), units, at);
      if (place) yield { postcode: sector + units.slice(at, at + 2), ...place };
    }
}
