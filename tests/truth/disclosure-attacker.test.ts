import { jest } from '@jest/globals';
import { attackGroups, guessThemes } from '../../bench/disclosure/attack-groups.js';
import { DECLARED } from '../../bench/disclosure/declared-groups.js';
import {
  attack,
  damageOf,
  equalSets,
  everyCount,
  type Knowledge,
  linesOf,
  othersPinned,
  tableNamed,
} from '../../bench/disclosure/attacker.js';
import { averageOut, publishEditions } from '../../bench/disclosure/editions.js';
import { attackGroupedEditions } from '../../bench/disclosure/grouped-editions.js';
import { everyTable, valuesOf } from '../../bench/disclosure/every-table.js';
import { boundsOfCell, type TwoWay } from '../../bench/disclosure/integer-programme.js';
import { cityOf, DIMENSIONS, madeUpCity, seeded, withSybils } from '../../bench/disclosure/made-up-city.js';
import { type DeclaredGroup, type ListFigure, type ReleasedCell, sumOfParts } from '#disclosure';
import { FAILING, POLICY_P, type Published, type Scheme } from '../../bench/disclosure/schemes.js';
import { usefulnessOf } from '../../bench/disclosure/usefulness.js';
import { describeLong, LONG, testLong } from '../support/long.js';

/**
 * An attacker who has every table of up to three values a cell, and who knows how they were made. It must succeed against
 * the schemes that are known to fail, or its silence about policy P proves nothing.
 */
jest.setTimeout(120_000);
const city = madeUpCity(8000, 2014);
const every = everyTable(city);
const lines = linesOf(every);

const broken = (name: string): Scheme => FAILING.find((scheme) => scheme.name === name)!;
const published = new Map<string, Published>();
/** Each scheme publishes once. */
function publishedBy(scheme: Scheme): Published {
  const found = published.get(scheme.name) ?? scheme.publish(every);
  published.set(scheme.name, found);
  return found;
}
function damage(scheme: Scheme) {
  const shown = publishedBy(scheme);
  return {
    ...damageOf(every, attack(every, scheme, shown, lines), lines),
    equal: equalSets(every, shown, lines),
  };
}

describe('policy P', () => {
  test('nothing proved, nothing pinned to fewer than three values, no trait of a small group, at 8,000 people', () => {
    const { equal, ...found } = damage(POLICY_P);
    expect(found).toEqual({ exact: 0, exactSmall: 0, pinned: 0, attribute: 0, whereabouts: 0, wrong: 0 });
    expect(equal.right).toBe(0);
  });

  test('an integer programme over two-way tables pins none of 180 small cells, and pins some under hide-and-round', () => {
    expect(pinnedByProgramme(POLICY_P)).toEqual({ cells: 180, pinned: 0, wrong: 0 });
    const weak = broken('hideAndRound');
    const found = pinnedByProgramme(weak);
    expect(found).toMatchObject({ cells: 180, wrong: 0 });
    expect(found.pinned).toBeGreaterThan(10);
  });

  testLong('a partner who takes away its own rows pins nobody else’s', () => {
    const own = everyCount(everyTable(cityOf(city, (row) => city.values.agency[row] === 0)));
    const known = attack(every, POLICY_P, publishedBy(POLICY_P), lines, own);
    expect(othersPinned(every, known, own)).toBe(0);
    expect(damageOf(every, known, lines).wrong).toBe(0);
    const weak = broken('hideAndRound');
    expect(othersPinned(every, attack(every, weak, publishedBy(weak), lines, own), own)).toBeGreaterThan(50);
  });

  testLong('five made-up people beside each of 200 real ones prove nothing', () => {
    const plot = withSybils(city, 40, 5, 7);
    const [all, known] = [everyTable(plot.city), everyCount(everyTable(plot.sybils))];
    const attackWith = (scheme: Scheme): number =>
      othersPinned(all, attack(all, scheme, scheme.publish(all), linesOf(all), known), known);
    expect(attackWith(POLICY_P)).toBe(0);
    expect(attackWith(broken('hideAndRound'))).toBeGreaterThan(50);
  });

  testLong(
    'over twelve editions no figure moves for fewer than five people, and keys that stay give nothing to average',
    () => {
      const report = publishEditions(madeUpCity(3000, 9), 12);
      expect(report).toMatchObject({ changedByFew: 0, unchangedMoved: 0 });
      expect(report.changed).toBeGreaterThan(100);
      expect(report.hiddenMoves).toBeGreaterThan(1000);
      expect(POLICY_P.publish(every).people).toEqual(publishedBy(POLICY_P).people);
      expect(averageOut(everyTable(city, 2), 12)).toBeGreaterThan(50);
    },
  );

  testLong(
    'ten thousand random lists are the sums of their parts, so that two lists differ by what was released',
    () => {
      const shown = publishedBy(POLICY_P);
      const random = seeded(8);
      const cellOf = (place: number): ReleasedCell => {
        const [people, submissions] = [shown.people[place]!, shown.submissions[place]!];
        if (people < 0) return { keys: [], hidden: true };
        return { keys: [], hidden: false, people, submissions, arguments: submissions };
      };
      let [told, wrong] = [0, 0];
      for (let n = 0; n < 10_000; n++) {
        const table = every.tables[Math.floor(random() * every.tables.length)]!;
        const list = Array.from(
          { length: 1 + Math.floor(random() * 12) },
          () => table.offset + Math.floor(random() * table.size),
        );
        const one = list.pop()!;
        const [without, whole] = [sumOfParts(list.map(cellOf)), sumOfParts([...list, one].map(cellOf))];
        const peopleOf = (sum: ListFigure): number => (sum.hidden ? 0 : sum.people);
        const difference = peopleOf(whole) - peopleOf(without);
        if (difference !== Math.max(0, shown.people[one]!)) wrong += 1;
        if (difference > 0 && !whole.hidden) told += 1;
      }
      expect(wrong).toBe(0);
      expect(told).toBeGreaterThan(1000);
    },
  );

  test('is still useful: ward by theme', () => {
    const useful = usefulnessOf(every, publishedBy(POLICY_P));
    expect(useful.wardThemeHidden).toBeLessThanOrEqual(0.08);
    expect(useful.wardThemeError).toBeLessThanOrEqual(1.8);
    expect(useful.wardThemeWorst).toBeLessThanOrEqual(5);
    expect(useful.wardThemeRank).toBeGreaterThanOrEqual(0.97);
  });
});

describeLong('declared groups', () => {
  const small = madeUpCity(3000, 2014);
  // Areas, age groups, parents and series: the bench adds unions of agencies and runs of quarters.
  const of = DECLARED.filter(({ dimension }) =>
    ['ward', 'age-band', 'theme', 'engagement'].includes(dimension),
  );

  test('with the guard through groups and no zero of a ward nothing is proved; with the guard as before much is', () => {
    const { schemes } = attackGroups(small, ['throughGroups', 'guardAsBefore'], of);
    expect(schemes.throughGroups).toMatchObject({
      ...{ exact: 0, pinned: 0, attribute: 0, whereabouts: 0, equalSets: 0, wrong: 0 },
    });
    // Groups that give way cost values next to nothing; the guard that hides the value instead costs much.
    const { hiddenSingle } = schemes.throughGroups!;
    const among = (some: readonly DeclaredGroup[]): number =>
      attackGroups(small, ['throughGroups'], some).schemes.throughGroups!.hiddenSingle;
    expect(hiddenSingle).toBeLessThan(among([]) + 0.02);
    expect(hiddenSingle).toBeLessThan(among(of.map(({ turn: _late, ...group }) => group)));
    expect(schemes.guardAsBefore!.equalSets).toBeGreaterThan(50);
    expect(schemes.guardAsBefore!.whereabouts).toBeGreaterThan(20);
    expect(schemes.guardAsBefore!.wrong).toBe(0);
  });

  test('over editions that people enter and leave nothing is proved either, and no figure moves for fewer than five people', () => {
    const groups = DECLARED.filter(({ dimension }) => ['ward', 'age-band'].includes(dimension));
    const { changed, editions, ...found } = attackGroupedEditions(madeUpCity(1000, 9), 2, groups);
    expect(found).toMatchObject({
      ...{ exact: 0, pinned: 0, attribute: 0, whereabouts: 0, equalSets: 0, wrong: 0, changedByFew: 0 },
    });
    expect(editions).toBe(2);
    expect(changed).toBeGreaterThan(100);
  });

  test('a linear attacker who knows everybody’s characteristics guesses better than blindly, and is never certain', () => {
    for (const { linear, margins, blind } of Object.values(guessThemes(small))) {
      expect(margins).toBeGreaterThan(blind);
      expect(linear).toBeLessThan(0.8);
    }
  });
});

describe('the attacker succeeds against what is known to fail, and never reasons wrongly', () => {
  test.each(
    LONG ? ['hideAndRound', 'secondarySuppression', 'hideOneToSeven', 'fixedSeedPrivacy'] : ['hideAndRound'],
  )('%s: counts are pinned', (name) => {
    const found = damage(broken(name));
    expect(found.wrong).toBe(0);
    expect(found.pinned).toBeGreaterThanOrEqual(50);
    expect(found.exact).toBeGreaterThanOrEqual(50);
  });

  test('zeros kept: what a small group has in common is told by what nobody of it is', () => {
    const found = damage(broken('zerosKept'));
    expect(found.wrong).toBe(0);
    expect(found.attribute).toBeGreaterThanOrEqual(50);
  });

  test('a guard without its second clause: equal figures give equal sets away', () => {
    const { equal, wrong } = damage(broken('naiveGuard'));
    expect(wrong).toBe(0);
    expect(equal.right).toBeGreaterThanOrEqual(50);
    expect(equal.right / equal.claims).toBeGreaterThan(0.5);
  });
});

/** Small cells of ward x trait tables, whole and by sex, bounded exactly with all their sums. */
function pinnedByProgramme(scheme: Scheme) {
  const known = attack(every, scheme, publishedBy(scheme), lines);
  const truth = everyCount(every);
  const random = seeded(5);
  const small: { table: TwoWay; cell: number; truth: number }[] = [];
  for (const trait of ['age-band', 'ethnic-group'] as const) {
    const names = ['ward', ...(trait === 'age-band' ? [trait, 'sex'] : ['sex', trait])];
    const table = tableNamed(every, ...names);
    for (let sex = 0; sex < DIMENSIONS.sex.size; sex++) {
      const cells = Array.from({ length: table.size }, (_, cell) => cell).filter(
        (cell) => valuesOf(table, cell)[names.indexOf('sex')] === String(sex),
      );
      const places = cells.map((cell) => table.offset + cell);
      const sums = (dropped: string): number[] => {
        const { cell } = table.larger.find((whole) => whole.dimension === dropped)!;
        return [...new Set(cells.map((own) => cell[own]!))];
      };
      const of = (places: number[], bound: keyof Pick<Knowledge, 'low' | 'high'>): number[] =>
        places.map((place) => Math.min(known[bound][place]!, 1 << 20));
      const [rows, columns] = [sums(trait), sums('ward')];
      const twoWay: TwoWay = {
        rows: rows.length,
        columns: columns.length,
        low: of(places, 'low'),
        high: of(places, 'high'),
        rowLow: of(rows, 'low'),
        rowHigh: of(rows, 'high'),
        columnLow: of(columns, 'low'),
        columnHigh: of(columns, 'high'),
      };
      places.forEach((place, cell) => {
        if (truth[place]! > 0 && truth[place]! < 5) small.push({ table: twoWay, cell, truth: truth[place]! });
      });
    }
  }
  const chosen = small
    .map((each) => ({ each, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, 180);
  const bounds = chosen.map(({ each }) => ({
    truth: each.truth,
    range: boundsOfCell(each.table, each.cell),
  }));
  return {
    cells: bounds.length,
    pinned: bounds.filter(({ range }) => range[1] - range[0] < 2).length,
    wrong: bounds.filter(({ truth: n, range }) => n < range[0] || n > range[1]).length,
  };
}
