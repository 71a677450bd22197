import {
  type ComparedPart,
  ENGAGE_RULE,
  isWeighed,
  type Part,
  underHeard,
  underHeardHeading,
} from '#statements';
import type { Figure, UnderHeardSaid } from '../ask/figure-shapes.js';
import type { Asked } from '../ask/question.js';

const WARD = 'ward';

/**
 * What is said over a table of all groups beside residents, from its released figures alone; all its groups and wards are tried at once.
 * @returns null of any other table
 */
export function underHeardBeside({ by, report }: Asked, figures: readonly Figure[]): UnderHeardSaid | null {
  if (by.length !== 1 || by[0] !== 'characteristic' || !report.reference) return null;
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
      // Of one theme both are as they were counted: what corrects them is the same.
      heard: figure.hidden ? null : (figure.asCounted ?? figure.people.value),
      base: figure.hidden ? null : figure.base,
      residents: figure.reference.value / 100,
    },
  ];
}
