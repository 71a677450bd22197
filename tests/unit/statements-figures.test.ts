import { describe, expect, it } from '@jest/globals';
import {
  amongThemes,
  type AreaComparison,
  compareAreas,
  areasHeading,
  matrixHeading,
  scaleSay,
  rateOfAreas,
  standsApart,
  themesOfAreaHeading,
  isNotKnown,
  listStatement,
  listWords,
  percentages,
  placesOf,
  ranksOf,
  inRankOrder,
  rate,
  share,
  tickedPercent,
  twoSided,
  weightToResidents,
  wilson,
  Z95,
  type Cell,
  type Margin,
} from '#statements';
import { generator } from '../support/generator.js';

describe('intervals', () => {
  it('agree with published values', () => {
    expect(twoSided(Z95)).toBeCloseTo(0.05, 6);
    expect(twoSided(-2.575829)).toBeCloseTo(0.01, 6);
    // Wilson for 15 of 148 (Newcombe 1998, table 1, method 3): .0624 to .1605; for 0 of 20: 0 to .1611.
    expect(wilson(15 / 148, 148).low).toBeCloseTo(0.0624, 4);
    expect(wilson(15 / 148, 148).high).toBeCloseTo(0.1605, 4);
    expect(wilson(0, 20).high).toBeCloseTo(0.1611, 4);
    // Exact Poisson limits of 50: 37.11 and 65.92; Byar is within .1%.
    const fifty = rate(50, 1000)!;
    expect([fifty.value, fifty.low, fifty.high]).toEqual([
      50,
      expect.closeTo(37.11, 1),
      expect.closeTo(65.92, 1),
    ]);
  });

  it('are told of enough people alone', () => {
    expect(rate(5, 1000)).toBeNull();
    expect(rate(10, 1000)).not.toBeNull();
    expect(rate(50, 0)).toBeNull();
    expect(share(10, 25, 30)).toBeNull();
    expect(share(35, 30, 30)).toMatchObject({ value: 100 });
  });
});

describe('ranks', () => {
  const rows = [
    { code: 'a', name: 'A', people: 40 },
    { code: 'b', name: 'B', people: 60 },
    { code: 'c', name: 'C', people: 40 },
    { code: 'd', name: 'D', people: 20 },
    { code: 'e', name: 'E', people: null },
    { code: 'not-known', name: 'Not known', people: 500 },
    { code: 'f', name: 'F', people: 0 },
  ];
  it('agree with the order of the rows; equal figures share one, and what says nothing has none', () => {
    expect(ranksOf(rows)).toEqual([2, 1, 2, 4, null, null, null]);
    expect([...rows].sort(inRankOrder).map(({ code }) => code)).toEqual([
      'b',
      'a',
      'c',
      'd',
      'f',
      'e',
      'not-known',
    ]);
    expect([isNotKnown('not-asked'), isNotKnown(''), isNotKnown('litter')]).toEqual([true, true, false]);
  });
  it('are ranges where intervals overlap', () => {
    const all = [
      { value: 30, low: 28, high: 32 },
      { value: 20, low: 15, high: 25 },
      { value: 18, low: 14, high: 22 },
    ];
    expect(all.map((each) => placesOf(each, all))).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 3 },
      { first: 2, last: 3 },
    ]);
  });
});

describe('a ticked list', () => {
  const list = (ticked: Cell[], others: Cell[], whole: Cell, ofPerson = false) =>
    listStatement({ ticked, others, whole, most: whole ?? Infinity, reach: 5, ofPerson, mostHidden: 40 });

  it('of agencies never tells more people than there are', () => {
    // Four agencies of 8,810 people, whose sum is 14,840.
    const all = list([5200, 4100, 3300, 2240], [], 8810);
    expect(all).toEqual({ kind: 'between', low: 8805, high: 8810 });
    expect(list([3000, 2900], [8000], 8810)).toEqual({ kind: 'parts' });
    expect(list([6000, 900], [3000], 8810)).toEqual({ kind: 'between', low: 5995, high: 6910 });
    expect(listWords(list([3000, 2900], [8000], 8810))).not.toMatch(/\d/);
  });

  it('of wards is a sum and says so', () => {
    const wards = list([500, 300], [1200], 2000, true);
    expect(wards).toEqual({ kind: 'sum', people: 800, low: 790, high: 810 });
    expect(listWords(wards)).toBe(
      '800 people: the sum of the parts; a few may be in two of them, so between 790 and 810',
    );
    // Who was heard from two of them: nothing tells how many, so the lower bound is what any list has.
    expect(list([500, 300], [2400], 2000, true)).toEqual({ kind: 'sum', people: 800, low: 495, high: 810 });
    // An edition of before says what it said.
    expect(listWords({ kind: 'sum', people: 800, low: 800, high: 800, once: true })).toMatch(
      /each person is in one$/,
    );
    expect(list([1200, 820], [0], 2000, true)).toMatchObject({ people: 2000 });
    expect(list([500, null], [1200], 2000, true).kind).not.toBe('sum');
  });

  it('whose whole is hidden is bounded by what holds it, and by nobody where a set of one hides', () => {
    const parts = { ticked: [4100, 3900], others: [], reach: 5, ofPerson: false, mostHidden: 40 };
    expect(listStatement({ ...parts, whole: null, most: 5000 })).toEqual({
      kind: 'between',
      low: 4095,
      high: 5000,
    });
    expect(listStatement({ ...parts, whole: null, most: Infinity })).toEqual({ kind: 'parts' });
    // As figures stand from edition to edition: a part that shows more than the whole, and one that shows nobody.
    const stood = { ...parts, whole: 4090, most: 4090, reach: 9 };
    expect(listStatement(stood)).toEqual({ kind: 'between', low: 4090, high: 4090 });
    expect(listStatement({ ...stood, ticked: [200, 0], others: [4000] })).toEqual({
      kind: 'between',
      low: 191,
      high: 213,
    });
  });

  // Noise and rounding alone, and as figures stand while up to four come or go.
  it.each([
    [5, 0],
    [9, 4],
  ])('holds what is true whatever is hidden, and never exceeds the whole (out by %i)', (reach, stood) => {
    const random = generator(7);
    let between = 0;
    for (let round = 0; round < 400; round++) {
      const parts = 2 + Math.floor(random() * 6);
      const people = Array.from({ length: 200 }, () => 1 + Math.floor(random() * (2 ** parts - 1)));
      const count = (test: (mask: number) => boolean) => people.filter(test).length;
      const shown = (n: number): Cell => {
        const then = Math.max(0, n + Math.round((2 * random() - 1) * stood));
        return n < 45 && random() < 0.3 ? null : Math.max(0, 5 * Math.round((then + 6 * random() - 3) / 5));
      };
      const cell = (at: number) => shown(count((mask) => (mask >> at) % 2 === 1));
      const ticked = 1 + Math.floor(random() * (parts - 1));
      const whole = shown(200)!;
      const said = listStatement({
        ticked: Array.from({ length: ticked }, (_, at) => cell(at)),
        others: Array.from({ length: parts - ticked }, (_, at) => cell(ticked + at)),
        whole,
        most: whole,
        reach,
        ofPerson: false,
        mostHidden: 45 + reach,
      });
      expect(said.kind).not.toBe('sum');
      if (said.kind !== 'between') continue;
      between += 1;
      const truth = count((mask) => mask % 2 ** ticked > 0);
      // An upper bound that is the whole is as far out as the whole is.
      const out = said.high === whole ? Math.max(0, 200 - whole) : 0;
      expect([said.low <= truth, truth <= said.high + out, said.high <= whole]).toEqual([true, true, true]);
    }
    expect(between).toBeGreaterThan(100);
  });
});

describe('items on one scale', () => {
  const RATED = ['Very good', 'Good', 'Poor', 'Very poor'];
  const item = (name: string, net: number, half: number) => ({
    name,
    net: { good: 50, bad: 20, net, low: net - half, high: net + half },
  });
  it('are named only where their range clears those of all others', () => {
    const [paths, parks, buses] = [
      item('The paths', 40, 5),
      item('The parks', 36, 5),
      item('The buses', -20, 5),
    ];
    // Best and second best overlap: the worst alone stands apart.
    expect(matrixHeading([paths, parks, buses], RATED)).toBe('“The buses” is rated worst');
    expect(matrixHeading([paths, buses], RATED)).toBe(
      '“The paths” is rated best, “The buses” is rated worst',
    );
    expect(matrixHeading([paths, parks], RATED)).toBe('No item stands clearly above or below the others');
    expect(matrixHeading([paths], RATED)).toBe('No item stands clearly above or below the others');
    expect(matrixHeading([paths, { ...parks, net: null }, buses], RATED)).toBe(
      'Of the items that are told, “The paths” is rated best, “The buses” is rated worst',
    );
  });
  it('are called best or worst only where the words of the scale are good or bad: nobody said that to agree is good', () => {
    const [ignored, heard] = [item('The council ignores us', 40, 5), item('My street is lit', -20, 5)];
    expect(
      matrixHeading([ignored, heard], ['Strongly agree', 'Agree', 'Disagree', 'Strongly disagree']),
    ).toBe('“The council ignores us” is most agreed with, “My street is lit” is least agreed with');
    expect(matrixHeading([ignored], ['Always', 'Often', 'Rarely', 'Never'])).not.toMatch(/best|worst/);
    for (const [labels, most] of [
      [['Support', 'Neutral', 'Oppose'], 'is most supported'],
      [['Very likely', 'Likely', 'Unlikely', 'Very unlikely'], 'is called most likely'],
      [['Always', 'Sometimes', 'Never'], 'is said most often'],
      [['Yes', 'Partly', 'No'], 'has most who say yes'],
      [['Very satisfied', 'Satisfied', 'Dissatisfied'], 'is rated best'],
      [['Very safe', 'Fairly safe', 'Fairly unsafe'], 'is rated best'],
    ] as const)
      expect([labels, scaleSay(labels).most]).toEqual([labels, most]);
  });
  it.each([2, 5, 20])('that are alike are named in under 1%%: %i items', (many) => {
    const random = generator(11);
    let named = 0;
    const rounds = 3000;
    for (let round = 0; round < rounds; round++) {
      const all = Array.from({ length: many }, () => {
        const z = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
        return { value: z, low: z - 1.96, high: z + 1.96 };
      });
      const { highest, lowest } = standsApart(all);
      if (highest !== null || lowest !== null) named += 1;
    }
    expect(named / rounds).toBeLessThan(0.01);
  });
});

describe('the rate of several areas together', () => {
  const areas = [
    { people: 100, residents: 1000 },
    { people: 300, residents: 1000 },
  ];
  it('is that of their people by their residents, with the range of chance, or of the correction', () => {
    const counted = rateOfAreas(areas, { value: 1005, low: 1000, high: 1010 }, false)!;
    expect(counted).toMatchObject({ value: 200, residents: 2000 });
    expect([Math.round(counted.low), Math.round(counted.high)]).toEqual([181, 221]);
    // Corrected by an audit whose own range is a fifth to each side: chance alone would say far less.
    const corrected = rateOfAreas(areas, { value: 1000, low: 800, high: 1200 }, true)!;
    expect(corrected).toMatchObject({ value: 200, low: 160, high: 240 });
  });
  it('counts nobody beyond everybody heard, and is none of none', () => {
    expect(rateOfAreas(areas, { value: 380, low: 370, high: 390 }, false)!.value).toBe(190);
    expect(rateOfAreas([], { value: 380, low: 370, high: 390 }, false)).toBeNull();
    expect(rateOfAreas([], { value: 380, low: 370, high: 390 }, true)).toBeNull();
  });
});

describe('areas', () => {
  const within = (engagement: string, area: [Cell, Cell], city: [Cell, Cell]) => ({
    engagement,
    area: { base: area[0], raised: area[1] },
    city: { base: city[0], raised: city[1] },
  });
  it('are compared within engagements, so a local consultation makes no ward stand out', () => {
    const local = within('bus station', [300, 150], [320, 160]);
    const alike = [within('a', [100, 10], [2000, 200]), within('b', [120, 24], [2400, 480])];
    const [raised] = compareAreas([{ code: 'w', engagements: [local, ...alike] }], null);
    expect(raised).toMatchObject({ verdict: 'no-clear-difference', engagements: ['a', 'b'] });
    const high = {
      code: 'v',
      engagements: [within('a', [100, 40], [2000, 200]), within('b', [120, 50], [2400, 480])],
    };
    const found = compareAreas([{ code: 'w', engagements: alike }, high], null);
    expect(found.map(({ verdict }) => verdict)).toEqual(['no-clear-difference', 'above']);
    expect(areasHeading(found.map((each) => ({ ...each, name: each.code })))).toBe(
      'v is above the rest of the city',
    );
  });
  it('are all named or all counted in a heading, those below as well as those above', () => {
    const wards = (verdict: string, many: number) =>
      Array.from({ length: many }, (_, at) => ({ name: `Ward ${verdict} ${at}`, verdict }));
    const [above, below, unclear] = [wards('above', 5), wards('below', 1), wards('no-clear-difference', 3)];
    expect(areasHeading([...below, ...unclear])).toBe('Ward below 0 is below the rest of the city');
    expect(areasHeading([...above, ...below])).toBe(
      '5 areas are above the rest of the city; Ward below 0 is below the rest of the city',
    );
    // A place keeps its capital wherever it stands.
    expect(areasHeading(['Drake', 'St Budeaux'].map((name) => ({ name, verdict: 'above' })))).toBe(
      'Drake and St Budeaux are above the rest of the city',
    );
    expect(areasHeading(unclear)).toBe('No area stands out from the rest of the city');
    expect(themesOfAreaHeading([...above, ...below, ...unclear])).toBe(
      '5 themes are raised more here; Ward below 0 is raised less here, beside the rest of the city',
    );
    expect(themesOfAreaHeading(unclear)).toBe(
      'No theme is clearly raised more or less here than in the rest of the city',
    );
    expect(themesOfAreaHeading(wards('cannot-compare', 2))).toBeNull();
  });
  it('need people, shown cells, and a margin for what a coder gets wrong', () => {
    const some = [within('a', [100, null], [2000, 200]), within('b', [20, 10], [2400, 480])];
    expect(compareAreas([{ code: 'w', engagements: some }], null)[0]).toMatchObject({
      verdict: 'cannot-compare',
    });
    const clear = [{ code: 'v', engagements: [within('a', [900, 130], [9000, 900])] }];
    expect(compareAreas(clear, null)[0]).toMatchObject({ verdict: 'above' });
    expect(compareAreas(clear, { allowance: 0.035 })[0]).toMatchObject({
      verdict: 'no-clear-difference',
    });
  });
});

describe('areas of every theme, read together', () => {
  type Measured = Exclude<AreaComparison, { verdict: 'cannot-compare' }>;
  const found = (difference: number): Measured => ({
    code: 'w',
    verdict: difference > 0 ? 'above' : 'below',
    difference,
    standardError: 1,
    engagements: ['a'],
  });
  const quiet: Measured = { ...found(0.1), verdict: 'no-clear-difference' };
  const closed: AreaComparison = { code: 'w', verdict: 'cannot-compare', engagements: [] };

  it('stand less easily than within one theme, and keep their places', () => {
    // p of 3.1 is .0019: enough among twenty wards of one theme (.0025), not among those of twenty themes.
    const one = [found(3.1), ...Array<Measured>(19).fill(quiet)];
    expect(amongThemes([one])[0]![0]).toMatchObject({ verdict: 'above' });
    const others = Array.from({ length: 19 }, () => Array<Measured>(20).fill(quiet));
    const [first, ...rest] = amongThemes([one, ...others]);
    expect(first![0]).toEqual({ ...one[0], verdict: 'no-clear-difference' });
    expect(rest).toEqual(others);
    expect(amongThemes([[found(-6), closed], ...others])[0]).toEqual([found(-6), closed]);
  });

  it('never stand where the theme by itself did not let them', () => {
    const almost: Measured = { ...found(2.5), verdict: 'no-clear-difference' };
    const clear = Array.from({ length: 40 }, () => [found(8)]);
    expect(amongThemes([[almost], ...clear])[0]).toEqual([almost]);
  });
});

describe('percentages of answers', () => {
  const options = (...people: Cell[]) => people.map((each, at) => ({ code: String(at), people: each }));
  it('add to 100 where all are shown, by largest remainder', () => {
    const three = percentages(options(50, 50, 50), 145)!;
    expect(three.options.map(({ percent }) => percent)).toEqual([34, 33, 33]);
    expect(three).toMatchObject({ rest: null, within: null });
    expect(percentages(options(30, 25), 55)).toMatchObject({ within: 3 });
    expect(percentages(options(20, 25), 45)).toBeNull();
    expect(percentages(options(20, 25), null)).toBeNull();
  });
  it('never call a hidden option 0', () => {
    const some = percentages(options(150, null, 30), 200)!;
    expect(some.options.map(({ percent }) => percent)).toEqual([75, null, 15]);
    expect(some.rest).toBe(10);
    // Rounding may carry the shown above the base: the base is then what is shown.
    expect(percentages(options(150, null, 60), 200)).toMatchObject({
      rest: 0,
      options: [{ percent: 71 }, { percent: null }, { percent: 29 }],
    });
    expect([tickedPercent(30, 60), tickedPercent(65, 60), tickedPercent(20, 45)]).toEqual([50, 100, null]);
  });
});

describe('weighted to residents', () => {
  const sex = (chose: [Cell, Cell], answered: [Cell, Cell] = [300, 100]): Margin => ({
    characteristic: 'sex',
    categories: [
      { code: 'female', residents: 5000, answered: answered[0], chose: chose[0] },
      { code: 'male', residents: 5000, answered: answered[1], chose: chose[1] },
    ],
  });
  const weigh = (margin: Margin, forEverybody = true) =>
    weightToResidents({ chose: 200, answered: 400, margins: [margin], forEverybody });

  it('lets every group count as it lives here', () => {
    const weighted = weigh(sex([180, 20]));
    if (!weighted.ok) throw new Error(weighted.why);
    // .5 + (.5 - .75)·.6 + (.5 - .25)·.2 = .4; effective 400 / (.25/.75 + .25/.25) = 300.
    expect(weighted.share.value).toBeCloseTo(0.4, 10);
    expect(weighted.effective).toBeCloseTo(300, 10);
    expect(weighted.share.high - weighted.share.low).toBeCloseTo(
      wilson(0.4, 300).high - wilson(0.4, 300).low,
      10,
    );
  });
  it.each([
    ['too-few-in-a-category', sex([180, 20], [380, 25]), true],
    // A hidden base may be of many: it is not said that they were few.
    ['hidden-answers', sex([180, 20], [380, null]), true],
    ['hidden-answers', sex([180, null]), true],
    ['too-many-did-not-say', sex([180, 20], [200, 60]), true],
    ['for-a-group', sex([180, 20]), false],
  ] as const)('is refused: %s', (why, margin, forEverybody) => {
    expect(weigh(margin, forEverybody)).toEqual({ ok: false, why });
  });
  it('is refused where those who answered are too unlike residents', () => {
    const far: Margin = {
      characteristic: 'age',
      categories: [
        { code: 'old', residents: 500, answered: 3900, chose: 1000 },
        { code: 'young', residents: 9500, answered: 100, chose: 50 },
      ],
    };
    expect(weightToResidents({ chose: 1050, answered: 4000, margins: [far], forEverybody: true })).toEqual({
      ok: false,
      why: 'too-unlike-residents',
    });
  });
});
