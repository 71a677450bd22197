import { compareAskings, gapWithin, measureHeading, shareOf, type Asking } from '#statements';
import { noiseTable } from '#disclosure';
import { generator } from '../support/generator.js';

const NOISE = noiseTable('secret', 'people');
const asking = (more: Partial<Asking> = {}): Asking => ({
  wording: 'A', selection: 'open', method: 'online', population: 'everybody', asked: '2023-10-01', counted: 250, answered: 500, ...more,
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
  // What nobody said can't be the same.
  expect(compareAskings(asking({ method: 'not said' }), asking({ method: 'not said' })).may).toBe('care');
  // A hidden or small share tells nothing, whatever the words.
  expect(compareAskings(asking({ counted: null }), now)).toMatchObject({ may: 'no', change: null });
  expect(shareOf(asking({ answered: 45, counted: 20 }))).toBeNull();
});

/** Draws askings of one truth, released: rounded to 5 with noise; between two askings one series wanders by sd .15 in log-odds (rule A). */
function draw(share: number, people: number, random: () => number): Asking {
  const normal = (): number => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
  const odds = Math.log(share / (1 - share)) + (0.15 / Math.SQRT2) * normal();
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
