import type { DimensionName, MadeUpCity } from './made-up-city.js';
import { DIMENSIONS } from './made-up-city.js';
import type { EveryTable, TrueTable } from './every-table.js';
import type { Published } from './schemes.js';

/** How often the hundredth of the people whom the attacker suspects most has the attribute. */
export interface Guesses {
  /** By all that is published of the theme and up to two characteristics. */
  linear: number;
  /** By what is published of the theme and one characteristic: guessing from margins. */
  margins: number;
  /** Share of all people who have it: guessing blindly. */
  blind: number;
}

const ROUNDS = 400;
const SUSPECTED = 0.01;

/**
 * An attacker who knows six characteristics of everybody, and guesses who raised a theme: the least squares of everybody's
 * chance, from 0 to 1, that agrees best with the released figures (projected gradient; as in the linear reconstruction of
 * I. Dinur and K. Nissim, Proceedings of PODS 2003). Hidden figures say nothing to it.
 */
export function guessAttributes(
  city: MadeUpCity,
  every: EveryTable,
  published: Published,
  own: readonly DimensionName[],
  theme: number,
): Guesses {
  const who = profilesOf(city, own);
  const raised = new Uint8Array(city.people);
  for (let row = 0; row < city.rows; row++)
    if (city.values.theme[row] === theme) raised[city.person[row]!] = 1;
  const equations = every.tables.flatMap((table) => equationsOf(table, published, own, who, theme));
  const hits = (some: readonly Equation[]): number => {
    const chance = solve(city.people, some);
    const order = Array.from(chance.keys()).sort((a, b) => chance[b]! - chance[a]! || a - b);
    const suspects = order.slice(0, Math.ceil(SUSPECTED * city.people));
    return suspects.filter((person) => raised[person]).length / suspects.length;
  };
  return {
    linear: hits(equations),
    margins: hits(equations.filter(({ values }) => values === 1)),
    blind: raised.reduce((sum, is) => sum + is, 0) / city.people,
  };
}

/** Everybody in one published cell, and how many of them the figure says raised the theme. */
export interface Equation {
  people: Int32Array;
  figure: number;
}

interface ThemeEquation extends Equation {
  /** Characteristics that the cell fixes beside the theme. */
  values: number;
}

function profilesOf(city: MadeUpCity, own: readonly DimensionName[]): Record<string, Uint8Array> {
  const profiles = Object.fromEntries(own.map((name) => [name, new Uint8Array(city.people)]));
  for (let row = 0; row < city.rows; row++)
    for (const name of own) profiles[name]![city.person[row]!] = city.values[name][row]!;
  return profiles;
}

function equationsOf(
  table: TrueTable,
  published: Published,
  own: readonly DimensionName[],
  who: Record<string, Uint8Array>,
  theme: number,
): ThemeEquation[] {
  const last = table.dimensions.length - 1;
  if (table.dimensions[last] !== 'theme') return [];
  const characteristics = table.dimensions.slice(0, last);
  if (!characteristics.every((name) => own.includes(name))) return [];
  const members = new Map<number, number[]>();
  const people = Object.values(who)[0]!.length;
  for (let person = 0; person < people; person++) {
    const cell = characteristics.reduce((at, name) => at * DIMENSIONS[name].size + who[name]![person]!, 0);
    const found = members.get(cell);
    if (found) found.push(person);
    else members.set(cell, [person]);
  }
  return [...members].flatMap(([cell, some]) => {
    const figure = published.people[table.offset + cell * DIMENSIONS.theme.size + theme]!;
    return figure < 0 ? [] : [{ people: Int32Array.from(some), figure, values: characteristics.length }];
  });
}

/** Everybody's chance, 0 to 1: each equation draws its people towards its figure, a small step at a time. */
export function solve(people: number, equations: readonly Equation[]): Float64Array {
  const chance = new Float64Array(people);
  const degree = new Float64Array(people);
  for (const { people: some } of equations) for (const person of some) degree[person]! += 1;
  const pull = new Float64Array(people);
  for (let round = 0; round < ROUNDS; round++) {
    pull.fill(0);
    for (const { people: some, figure } of equations) {
      let sum = 0;
      for (const person of some) sum += chance[person]!;
      const each = (figure - sum) / some.length;
      for (const person of some) pull[person]! += each;
    }
    for (let person = 0; person < people; person++)
      if (degree[person]! > 0)
        chance[person] = Math.min(1, Math.max(0, chance[person]! + pull[person]! / degree[person]!));
  }
  return chance;
}
