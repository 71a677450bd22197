import { attackGroups, guessThemes } from './disclosure/attack-groups.js';
import { attack, damageOf, equalSets, type Line, linesOf } from './disclosure/attacker.js';
import { NONE_GIVES_WAY } from './disclosure/declared-groups.js';
import { attackGroupedEditions } from './disclosure/grouped-editions.js';
import { averageOut, publishEditions } from './disclosure/editions.js';
import { type EveryTable, everyTable } from './disclosure/every-table.js';
import { holds } from './disclosure/hold.js';
import { madeUpCity } from './disclosure/made-up-city.js';
import { asCountTable, FAILING, POLICY_P, POLICY_P8, SECRET, type Scheme } from './disclosure/schemes.js';
import { usefulnessOf } from './disclosure/usefulness.js';
import { policyP, release } from '#disclosure';

/**
 * `--people 8000 --seed 2014 [--json]`: the attacker against policy P and against each scheme that is known to fail. With `--hold`
 * against the policy in force alone, over twelve editions of that size; it ends with 1 where anything is proved.
 */
const option = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const json = process.argv.includes('--json');
const people = option('people', 8000);
const seed = option('seed', 2014);

function measure(every: EveryTable, lines: Line[], scheme: Scheme) {
  const published = scheme.publish(every);
  const { exact, pinned, attribute, whereabouts, wrong } = damageOf(
    every,
    attack(every, scheme, published, lines),
    lines,
  );
  const { right, claims } = equalSets(every, published, lines);
  return {
    exact,
    pinned,
    attribute,
    whereabouts,
    wrong,
    equalSets: right,
    equalClaims: claims,
    ...usefulnessOf(every, published),
  };
}

/** CPU milliseconds a 10,000 cells of a whole release, and of the guard's share of it: the middle of five runs. */
function speed(every: EveryTable): { releaseMsPer10kCells: number; guardMsPer10kCells: number } {
  const tables = every.tables.map(asCountTable);
  const timed = (policy: ReturnType<typeof policyP>): number => {
    const runs = Array.from({ length: 5 }, () => {
      const start = process.cpuUsage();
      for (const table of tables) release(table, { ...policy, refuseHiddenOver: 1 });
      const { user, system } = process.cpuUsage(start);
      return ((user + system) / 1000 / every.cells) * 10_000;
    });
    return runs.sort((a, b) => a - b)[2] as number;
  };
  const { guard: _guard, ...unguarded } = policyP(SECRET);
  const whole = timed(policyP(SECRET));
  return { releaseMsPer10kCells: whole, guardMsPer10kCells: Math.max(0, whole - timed(unguarded)) };
}

/** Every scheme side by side. */
function compare(): void {
  const every = everyTable(madeUpCity(people, seed));
  const lines = linesOf(every);
  // First, while the heap is small: what follows leaves much to clear away.
  const took = speed(every);
  const schemes: Record<string, ReturnType<typeof measure> | { exact: number }> = {};
  for (const scheme of [POLICY_P, POLICY_P8, ...FAILING])
    schemes[scheme.name] = measure(every, lines, scheme);
  schemes.freshKeys = { exact: averageOut(everyTable(madeUpCity(people, seed), 2), 12) };
  const editions = publishEditions(madeUpCity(Math.min(people, 3000), seed), 12);
  const groups = attackGroups(madeUpCity(people, seed));
  const noneGivesWay = attackGroups(madeUpCity(people, seed), ['throughGroups'], NONE_GIVES_WAY);
  const groupedEditions = attackGroupedEditions(madeUpCity(Math.min(people, 3000), seed), 12);
  const linear = guessThemes(madeUpCity(people, seed));
  const report = {
    ...{ people, cells: every.cells, schemes, editions, groups, noneGivesWay, groupedEditions, linear },
    ...took,
  };
  if (json) console.log(JSON.stringify(report));
  else {
    console.log(`${people} made-up people, ${every.cells} cells of every table of up to three values`);
    console.table(schemes);
    console.log('twelve editions', editions);
    console.log(`${groups.cells} cells of every table in which a value may be a declared group`);
    console.table({ ...groups.schemes, noneGivesWay: noneGivesWay.schemes.throughGroups });
    console.log('twelve editions with groups', groupedEditions);
    console.log('of the hundredth that a linear attacker suspects most, how many raised the theme');
    console.table(linear);
    console.log(
      `release ${report.releaseMsPer10kCells.toFixed(2)} ms, of it guard ${report.guardMsPer10kCells.toFixed(2)} ms, a 10,000 cells`,
    );
  }
}

if (process.argv.includes('--hold')) process.exitCode = holds(people, seed) ? 0 : 1;
else compare();
