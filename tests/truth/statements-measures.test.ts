import { compareAskings, gapWithin, measureHeading, shareOf, type Asking } from '#statements';
import { noiseTable } from '#disclosure';
import { generator } from '../support/generator.js';

const NOISE = noiseTable('secret', 'people');
const asking = (more: Partial<Asking> = {}): Asking => ({
  agency: 'city', series: 'city/survey/0', wording: 'A', selection: 'open', method: 'online', population: 'everybody', asked: '2023-10-01', counted: 250, answered: 500, ...more,
}); // prettier-ignore

test('only the same words, the same way of asking and the same people may be compared', () => {
  const now = asking({ asked: '2024-10-01', counted: 150 });
  expect(compareAskings(asking(), now)).toMatchObject({
    may: 'yes',
    change: { points: -20, verdict: 'fell' },
  });
  for (const one of [
    { wording: 'B' },
    { method: 'paper' },
    { selection: 'sample' as const },
    { population: 'women' },
  ])
    expect(compareAskings(asking(one), now)).toMatchObject({ may: 'care', change: null });
  expect(compareAskings(asking({ wording: 'B', population: 'women' }), now)).toMatchObject({
    may: 'no',
    change: null,
  });
  // How people were chosen and how they were asked are two differences, and a difference alone was never tested.
  expect(compareAskings(asking({ selection: 'sample', method: 'paper' }), now).may).toBe('no');
  expect(compareAskings(asking({ method: 'paper' }), now).why).toContain('not tested');
  // What nobody said can't be the same.
  expect(compareAskings(asking({ method: 'not said' }), asking({ method: 'not said' })).may).toBe('care');
  // Whoever came to two calls is not the same kind of people: only a signed series, or the lot, says that they are.
  for (const series of [null, 'city/another/0'])
    expect(compareAskings(asking({ series }), now)).toMatchObject({ may: 'care', change: null });
  expect(compareAskings(asking({ series: null }), asking({ series: null }))).toMatchObject({ may: 'care' });
  const byLot = { selection: 'sample', series: null } as const;
  expect(compareAskings(asking(byLot), { ...now, ...byLot })).toMatchObject({
    may: 'yes',
    change: { verdict: 'fell' },
  });
  // Two agencies' figures neither rose nor fell.
  expect(compareAskings(asking(byLot), { ...now, ...byLot, agency: 'force' })).toMatchObject({
    may: 'yes',
    change: { verdict: 'lower' },
  });
  // Without a day nobody knows which was first.
  expect(compareAskings(asking({ asked: null }), now)).toMatchObject({ may: 'care', change: null });
  // A hidden or small share tells nothing, whatever the words.
  expect(compareAskings(asking({ counted: null }), now)).toMatchObject({ may: 'no', change: null });
  expect(shareOf(asking({ answered: 45, counted: 20 }))).toBeNull();
});

/** Draws askings of one truth, released: rounded to 5 with noise; between two askings one series wanders by sd .15 in log-odds (rule A). */
function draw(share: number, people: number, random: () => number, spread = 0.15 / Math.SQRT2): Asking {
  const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const odds = Math.log(share / (1 - share)) + spread * normal();
  const p = 1 / (1 + Math.exp(-odds));
  let counted = 0;
  for (let at = 0; at < people; at++) if (random() < p) counted += 1;
  const released = (count: number): number =>
    Math.max(0, Math.round((count + NOISE[Math.floor(random() * 256)]!) / 5) * 5);
  return asking({ counted: released(counted), answered: released(people) });
}

test.each([
  [150, 0.5],
  [500, 0.3],
  [1_500, 0.45],
])('where nothing changed, %i people at %d are called a change in 1 of 20 at most', (people, share) => {
  const random = generator(people);
  let called = 0;
  const tries = 1_500;
  for (let at = 0; at < tries; at++) {
    const { change } = compareAskings(draw(share, people, random), draw(share, people, random));
    if (change && change.verdict !== 'no clear change') called += 1;
  }
  expect(called / tries).toBeLessThan(0.055);
});

test('a heading over four series that only wander names a rise or a fall in 1 of 20 at most', () => {
  const random = generator(11);
  let named = 0;
  for (let at = 0; at < 600; at++) {
    const pairs = Array.from({ length: 4 }, () =>
      compareAskings(draw(0.4, 500, random), draw(0.4, 500, random)),
    );
    if (/rose|fell/.test(measureHeading('who feel safe', pairs))) named += 1;
  }
  expect(named / 600).toBeLessThan(0.07);
});

test('open surveys of agencies as unlike as they are (spread .4 of log-odds, rule A) are never called a change', () => {
  const random = generator(7);
  const [called, taken] = [[] as string[], [] as string[]];
  for (let at = 0; at < 300; at++) {
    const [council, force] = [draw(0.45, 800, random, 0.4), draw(0.45, 800, random, 0.4)];
    const beside = compareAskings(council, { ...force, agency: 'force', series: 'force/priorities/0' });
    if (beside.may === 'yes' || beside.change) called.push(beside.why);
    // What the rule of before said of them.
    const asOne = compareAskings(council, force).change!;
    if (asOne.verdict !== 'no clear change') taken.push(asOne.verdict);
  }
  expect(called).toEqual([]);
  expect(taken.length).toBeGreaterThan(100);
});

test('a gap inside one asking has its range, and the heading says in how many series something moved', () => {
  const gap = gapWithin({ counted: 60, answered: 200 }, { counted: 120, answered: 200 })!;
  expect(gap.points).toBe(-30);
  expect(gap.high).toBeLessThan(0);
  expect(gapWithin({ counted: null, answered: 200 }, { counted: 120, answered: 200 })).toBeNull();
  const fell = compareAskings(asking(), asking({ counted: 150 }));
  const same = compareAskings(asking(), asking());
  expect(measureHeading('who feel safe', [fell, same])).toBe(
    'The share of people who feel safe fell in 1 of 2 series that can be followed; no clear change in 1 of 2 series that can be followed',
  );
  expect(measureHeading('who feel safe', [])).toContain('stands alone');
});
