import { expect, test } from '@jest/globals';
import { drawAudit, type MayBeDrawn } from '#themes';

/** Comments of two a person; to every fourth person the coder gave litter, to every fifth it nearly did, to every hundredth fraud. */
const hub = (people: number): MayBeDrawn[] =>
  Array.from({ length: 2 * people }, (_, i) => {
    const person = Math.floor(i / 2);
    return {
      responseId: `r${String(i).padStart(6, '0')}`,
      person: `p${person}`,
      assigned: [...(person % 4 === 0 ? ['litter'] : []), ...(person % 100 === 0 ? ['fraud'] : [])],
      near: person % 5 === 0 ? ['litter'] : [],
      chance: null,
      drawn: false,
      decided: false,
    };
  });
const NOTHING = new Map();
/** The same comments as they stand after a draw. */
function after(all: readonly MayBeDrawn[], draw: ReturnType<typeof drawAudit>, decided = true): MayBeDrawn[] {
  const drawn = new Set(draw.drawn.map(({ responseId }) => responseId));
  const chances = new Map(draw.chances.map(({ responseId, chance }) => [responseId, chance]));
  return all.map((one) => {
    const isDrawn = one.drawn || drawn.has(one.responseId);
    return {
      ...one,
      drawn: isDrawn,
      decided: isDrawn && decided,
      chance: chances.get(one.responseId) ?? one.chance,
    };
  });
}
const peopleOf = (all: readonly MayBeDrawn[], of: (one: MayBeDrawn) => boolean): number =>
  new Set(all.filter(of).map(({ person }) => person)).size;

test('draws whole people: some 300 at random, 40 of a theme and 20 near it, and the same whatever the order', () => {
  const all = hub(5000);
  const draw = drawAudit(all, NOTHING);
  const shuffled = [...all].reverse();
  const ids = (one: typeof draw): string[] => one.drawn.map(({ responseId }) => responseId).sort();
  expect(ids(drawAudit(shuffled, NOTHING))).toEqual(ids(draw));
  const now = after(all, draw);
  const random = draw.drawn.filter(({ drawnFor }) => drawnFor === 'random').length / 2;
  expect(random).toBeGreaterThan(240);
  expect(random).toBeLessThan(360);
  for (const { person } of now.filter(({ drawn }) => drawn))
    expect(now.filter((one) => one.person === person && !one.drawn)).toEqual([]);
  expect(peopleOf(now, (one) => one.drawn && one.assigned.includes('litter'))).toBeGreaterThanOrEqual(40);
  expect(peopleOf(now, (one) => one.drawn && one.assigned.includes('fraud'))).toBe(40);
});

test('keeps the chance with which everybody would have been drawn, so that weights of the drawn come to all there are', () => {
  const all = hub(5000);
  const now = after(all, drawAudit(all, NOTHING));
  const none = new Map<string, number>();
  for (const { person, chance } of now) none.set(person, (none.get(person) ?? 1) * (1 - (chance ?? 0)));
  const weigh = (of: (one: MayBeDrawn) => boolean): number =>
    [...new Set(now.filter((one) => one.drawn && of(one)).map(({ person }) => person))].reduce(
      (sum, person) => sum + 1 / (1 - none.get(person)!),
      0,
    );
  expect(weigh(() => true)).toBeGreaterThan(4300);
  expect(weigh(() => true)).toBeLessThan(5700);
  // Fifty to whom the coder gave a rare theme: forty of them drawn, and they stand for fifty, not for hundreds.
  expect(weigh(({ assigned }) => assigned.includes('fraud'))).toBeGreaterThan(42);
  expect(weigh(({ assigned }) => assigned.includes('fraud'))).toBeLessThan(60);
});

test('stays as it was drawn while nothing is new, whatever another coder says, and draws newcomers with the chance of all', () => {
  const all = hub(3000);
  const first = after(all, drawAudit(all, NOTHING));
  expect(drawAudit(first, NOTHING)).toEqual({ drawn: [], chances: [] });
  const other = first.map((one) => ({
    ...one,
    assigned: one.assigned.filter((theme) => theme !== 'fraud'),
    near: [],
  }));
  expect(drawAudit(other, NOTHING).drawn).toEqual([]);
  const more = [...first, ...hub(6000).slice(first.length)];
  const drawn = drawAudit(more, NOTHING).drawn.filter(({ drawnFor }) => drawnFor === 'random').length / 2;
  expect(drawn).toBeGreaterThan(100);
  expect(drawn).toBeLessThan(200);
});

test('draws what would lift a grade once those that were drawn are decided on, and nothing for a coder that must learn first', () => {
  const all = hub(3000).map((one, i) =>
    i % 20 < 2 ? { ...one, assigned: [...one.assigned, 'noise'] } : one,
  );
  const first = after(all, drawAudit(all, NOTHING));
  const noise = (some: readonly MayBeDrawn[]): number =>
    peopleOf(some, (one) => one.drawn && one.assigned.includes('noise'));
  const asked = (more: { yes: number; others: number }, some = first): number =>
    noise(after(some, drawAudit(some, new Map([['noise', more]]))));
  expect(asked({ yes: 25, others: 0 })).toBe(noise(first) + 25);
  expect(asked({ yes: 25, others: 300 })).toBe(noise(first));
  const waiting = first.map((one) => ({ ...one, decided: false }));
  expect(asked({ yes: 25, others: 0 }, waiting)).toBe(noise(first));
});

test('leaves half of few people for the coder to learn from', () => {
  const now = after(hub(200), drawAudit(hub(200), NOTHING));
  const drawn = peopleOf(now, (one) => one.drawn);
  expect(drawn).toBeGreaterThan(60);
  expect(drawn).toBeLessThanOrEqual(100);
});
