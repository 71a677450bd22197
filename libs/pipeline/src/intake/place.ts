import { formatPostcode, placeOfPostcode, wardByCode, wardByName } from '#domain';

export interface Place {
  /** Ward code; `outside` for a whole postcode that is not the city's; null where nobody can say. */
  ward: string | null;
  outward: string | null;
  /** Fifth of the Index of Multiple Deprivation, 1 = most deprived. */
  deprivation: number | null;
}

/** Letters and digits that people swap in a postcode, by what stands at the place: `PL4 O AA` is `PL4 0AA`. */
export function mendPostcode(given: string): string | null {
  const compact = given.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const direct = formatPostcode(compact);
  if (direct) return direct;
  const inward = compact.slice(-3);
  const mended =
    compact.slice(0, -3) +
    inward.slice(0, 1).replace('O', '0').replace('I', '1') +
    inward.slice(1).replace(/0/g, 'O').replace(/1/g, 'I');
  return formatPostcode(mended);
}

const WITHIN = /(?<![A-Z0-9])([A-Z]{1,2}[0-9][A-Z0-9]?)\s*([0-9OI][A-Z01]{2})(?![A-Z0-9])/g;

/** The one postcode that stands among other words (`PL4 8AA, Plymouth`); null where there is none, or where there are two. */
function postcodeWithin(given: string): string | null {
  const found = [...given.toUpperCase().matchAll(WITHIN)].flatMap(
    ([, outward, inward]) => mendPostcode(`${outward}${inward}`) ?? [],
  );
  return new Set(found).size === 1 ? found[0]! : null;
}

/**
 * Where a submission belongs on the map. The postcode decides; a ward named by the source counts where there is none.
 * @param postcode as given, whole or outward part only
 * @param place as given: a ward's name or code, or anything else
 */
export function placeOf(postcode: string | null, place: string | null): Place {
  const named = place ? (wardByCode(place.trim()) ?? wardByName(place)) : null;
  const whole = postcode ? (mendPostcode(postcode) ?? postcodeWithin(postcode)) : null;
  if (whole) {
    const found = placeOfPostcode(whole);
    const outward = whole.split(' ')[0] ?? null;
    if (found) return { ward: found.ward.code, outward, deprivation: Number(found.lsoaImdFifth) };
    return { ward: named?.code ?? 'outside', outward, deprivation: null };
  }
  const outward =
    postcode && /^[A-Z]{1,2}\d[A-Z\d]?$/i.test(postcode.trim()) ? postcode.trim().toUpperCase() : null;
  return { ward: named?.code ?? null, outward, deprivation: null };
}
