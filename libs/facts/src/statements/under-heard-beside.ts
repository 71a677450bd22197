import {
  type ComparedPart,
  ENGAGE_RULE,
  isWeighed,
  type Part,
  underHeard,
  underHeardHeading,
} from '#statements';
import { DEMOGRAPHIC_DIMENSIONS, type FactDimension } from '../dimensions.js';
import type { Figure, UnderHeardSaid } from '../ask/figure-shapes.js';
import type { Asked } from '../ask/question.js';

const WARD = 'ward';

/**
 * Filters that choose people by what they said or who they are. Of those who raised a theme men may be few because men care less about it, and of a
 * community because few men are in it: neither says that men were not heard.
 */
const CHOOSES_PEOPLE: readonly FactDimension[] = ['theme', 'community', ...DEMOGRAPHIC_DIMENSIONS];

/**
 * What is said over a table of all groups beside residents, from its released figures alone; all its groups and wards are tried at once.
 * @returns null of any other table, and of people who are chosen by what they said or who they are
 */
export function underHeardBeside(
  { by, report, filter }: Asked,
  figures: readonly Figure[],
): UnderHeardSaid | null {
  if (by.length !== 1 || by[0] !== 'characteristic' || !report.reference) return null;
  if (CHOOSES_PEOPLE.some((dimension) => filter[dimension] !== undefined)) return null;
  const parts = figures.flatMap(partOf);
  const found = underHeard(parts).map(({ by: of, code }) =>
    parts.find((one) => one.by === of && one.code === code)!,
  );
  const headingOf = (isWanted: (part: ComparedPart) => boolean): string | null => {
    const some = parts.filter(isWanted);
    return some.length === 0 ? null : underHeardHeading(found.filter(isWanted), some.some(isWeighed));
  };
  return {
    rule: { ...ENGAGE_RULE },
    codes: found.map((one) => `${one.by}:${one.code}`),
    heading: headingOf((one) => one.by !== WARD),
    wardsHeading: headingOf((one) => one.by === WARD),
  };
}

/** A group or ward whose share of residents is known. */
function partOf(figure: Figure): (Part & ComparedPart)[] {
  const key = figure.keys.at(-1);
  if (!key || figure.reference === null) return [];
  const at = key.code.indexOf(':');
  return [
    {
      by: key.code.slice(0, at),
      code: key.code.slice(at + 1),
      name: key.name.replace(/^[^:]+: /, ''),
      heard: figure.hidden ? null : figure.people.value,
      base: figure.hidden ? null : figure.base,
      residents: figure.reference.value / 100,
    },
  ];
}
