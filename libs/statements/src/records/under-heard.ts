import { benjaminiHochberg, twoSided, Z95 } from '../interval/normal.js';
import type { Cell } from '../change/heard.js';

/** Known by this name and version wherever it is told. */
export const ENGAGE_RULE = { code: 'where-to-engage-next', version: 1 } as const;

/** A part of the residents: an area, an age band, a group. */
export interface Part {
  /** What it is a part by: parts by the same add up to everybody. */
  by: string;
  code: string;
  /** Released people of it, and released people of whom it is known (the whole of `by`). */
  heard: Cell;
  base: Cell;
  /** Its share of residents, from 0 to 1. */
  residents: number;
}

export interface UnderHeard {
  by: string;
  code: string;
  /** Share of those heard, from 0 to 1, with its 95% interval. */
  share: { value: number; low: number; high: number };
  residents: number;
  /** People fewer than its share of residents would be, to five. */
  fewer: number;
}

/** No share is weighed against the residents' from fewer people than this. */
const MINIMUM_BASE = 100;
/** A part is heard too little where its share is this much of the residents' or less: a gap that asking could close and be seen to. */
const AT_MOST = 0.8;
/** What noise and rounding of a released figure add to its variance (rule A, 6). */
const RELEASE_VARIANCE = 4.08;

type Weighed = Part & { heard: number; base: number };

/** Is a part told, of enough people, and are its residents known? Of no other is anything said. */
export const isWeighed = (part: Part): part is Weighed =>
  part.heard !== null && part.base !== null && part.base >= MINIMUM_BASE && part.residents > 0;

/**
 * Parts of the city that are heard clearly less than their share of residents, when all are tried at once (Benjamini and Hochberg: where
 * all are heard as they live here one is named in at most 5% of tables); the widest gap in people first. It measures who took part, and
 * says nothing of why others did not. The hub's one rule of who is under-heard: its pages, where to engage next, and equality sections.
 */
export function underHeard(parts: readonly Part[]): UnderHeard[] {
  const measured = parts.filter(isWeighed).map(({ by, code, heard, base, residents }) => {
    const value = Math.min(1, heard / base);
    // By the residents' share where it is the larger: nobody heard is no certainty.
    const spread = Math.max(value * (1 - value), residents * (1 - residents));
    const error = Math.sqrt(spread / base + (RELEASE_VARIANCE * (1 + value ** 2)) / base ** 2);
    return { by, code, value, residents, error, base };
  });
  const stands = benjaminiHochberg(
    measured.map(({ value, residents, error }) => twoSided((value - residents) / error)),
  );
  return measured
    .flatMap(({ by, code, value, residents, error, base }, at): UnderHeard[] => {
      if (!stands[at] || value > AT_MOST * residents || value + Z95 * error >= residents) return [];
      const share = { value, low: Math.max(0, value - Z95 * error), high: value + Z95 * error };
      return [{ by, code, share, residents, fewer: 5 * Math.round(((residents - value) * base) / 5) }];
    })
    .sort((a, b) => b.fewer - a.fewer || (a.code < b.code ? -1 : 1));
}
