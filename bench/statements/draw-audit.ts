import type { Audit, AuditCoding, AuditStratum } from '#statements';
import type { Chance } from './chance.js';
import { SAID, type CodedCity } from './made-up-coders.js';

/** 300 at random, 40 yes and 20 near of the 20 most frequent themes: about 1,100 codings. */
export const AUDIT = { random: 300, yes: 40, near: 20, themes: 20 } as const;

/** People drawn, each with the chance of being drawn by any of the draws; one coding tells all themes. */
export type Drawn = readonly { person: number; chance: number }[];

/** Draws an audit by what one version of the coder says. */
export function drawAudit({ people, themes }: CodedCity, version: number, chance: Chance): Drawn {
  const drawn = new Set<number>();
  const everybody = Array.from({ length: people }, (_, person) => person);
  const missed = new Float64Array(people).fill(1);
  const draw = (from: number[], wanted: number): void => {
    const size = Math.min(wanted, from.length);
    for (let at = 0; at < size; at++) {
      const other = at + Math.floor(chance.uniform() * (from.length - at));
      [from[at], from[other]] = [from[other]!, from[at]!];
      drawn.add(from[at]!);
    }
    for (const person of from) missed[person]! *= 1 - size / from.length;
  };
  draw(everybody, AUDIT.random);
  const counts = themes.map(({ said }, at) => ({
    at,
    yes: said[version]!.reduce((sum, value) => sum + (value === SAID.yes ? 1 : 0), 0),
  }));
  counts.sort((a, b) => b.yes - a.yes);
  for (const { at } of counts.slice(0, AUDIT.themes)) {
    const said = themes[at]!.said[version]!;
    const where = (what: number): number[] => {
      const found: number[] = [];
      said.forEach((value, person) => void (value === what && found.push(person)));
      return found;
    };
    draw(where(SAID.yes), AUDIT.yes);
    draw(where(SAID.near), AUDIT.near);
  }
  return [...drawn].sort((a, b) => a - b).map((person) => ({ person, chance: 1 - missed[person]! }));
}

const STRATA: readonly AuditStratum[] = ['rest', 'near', 'yes'];

/** The audit of one theme, scored against one version: the same draw serves every version. */
export function auditOf({ themes }: CodedCity, drawn: Drawn, theme: number, version: number): Audit {
  const { actual, said } = themes[theme]!;
  const own = said[version]!;
  const sizes = { rest: 0, near: 0, yes: 0 };
  for (const value of own) sizes[STRATA[value]!] += 1;
  const codings = drawn.map(({ person, chance }): AuditCoding => ({
    actual: actual[person] === 1,
    stratum: STRATA[own[person]!]!,
    chance,
  }));
  return { codings, sizes };
}
