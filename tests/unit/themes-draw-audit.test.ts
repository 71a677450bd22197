import { expect, test } from '@jest/globals';
import { decidedChances, drawAudit, weightsByFirstDraw, type MayBeDrawn } from '#themes';

/** A comment with its part of the chance in each draw so far. */
type Comment = MayBeDrawn & { chances: Record<string, number>; drawnIn: number | null };

/** Comments of two a person; to every fourth person the coder gave litter, to every fifth it nearly did, to every hundredth fraud. */
const hub = (people: number): Comment[] =>
  Array.from({ length: 2 * people }, (_, i) => {
    const person = Math.floor(i / 2);
    return {
      responseId: `r${String(i).padStart(6, '0')}`,
      person: `p${person}`,
      assigned: [...(person % 4 === 0 ? ['litter'] : []), ...(person % 100 === 0 ? ['fraud'] : [])],
      near: person % 5 === 0 ? ['litter'] : [],
      seen: false,
      chances: {},
      drawn: false,
      drawnIn: null,
      decided: false,
    };
  });
const NOTHING = new Map();
/** The same comments as they stand after a draw, of whose people so many are decided on, the first first. */
function after(all: readonly Comment[], draw: ReturnType<typeof drawAudit>, decided = Infinity): Comment[] {
  const wave = 1 + Math.max(0, ...all.flatMap(({ chances }) => Object.keys(chances).map(Number)));
  const drawn = new Set(draw.drawn.map(({ responseId }) => responseId));
  const chances = new Map(draw.chances.map(({ responseId, chance }) => [responseId, chance]));
  const whose = new Map(all.map(({ responseId, person }) => [responseId, person]));
  const order = [...new Set(draw.drawn.map(({ responseId }) => whose.get(responseId)!))];
  const done = new Set(order.slice(0, decided));
  return all.map((one) => {
    const chance = chances.get(one.responseId);
    return {
      ...one,
      drawn: one.drawn || drawn.has(one.responseId),
      drawnIn: one.drawnIn ?? (drawn.has(one.responseId) ? wave : null),
      decided: one.decided || (drawn.has(one.responseId) && done.has(one.person)),
      seen: one.seen || chance !== undefined,
      chances: chance === undefined ? one.chances : { ...one.chances, [wave]: chance },
    };
  });
}
/** The chance with which each person is among those decided on. */
function chanceOf(all: readonly Comment[]): Map<string, number> {
  const parts = decidedChances(all.map((one) => ({ ...one, agency: 'council' })));
  const none = new Map<string, number>();
  for (const { person, responseId } of all)
    none.set(person, (none.get(person) ?? 1) * (1 - (parts.get(responseId) ?? 0)));
  return new Map([...none].map(([person, missed]) => [person, 1 - missed]));
}
/** So many people as those decided on stand for, in whom this holds. */
function weigh(all: readonly Comment[], of: (one: Comment) => boolean): number {
  const chances = chanceOf(all);
  const people = new Set(all.filter((one) => one.decided && of(one)).map(({ person }) => person));
  return [...people].reduce((sum, person) => sum + 1 / chances.get(person)!, 0);
}
const peopleOf = (all: readonly Comment[], of: (one: Comment) => boolean): number =>
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
  expect(weigh(now, () => true)).toBeGreaterThan(4300);
  expect(weigh(now, () => true)).toBeLessThan(5700);
  // Fifty to whom the coder gave a rare theme: forty of them drawn, and they stand for fifty, not for hundreds.
  expect(weigh(now, ({ assigned }) => assigned.includes('fraud'))).toBeGreaterThan(42);
  expect(weigh(now, ({ assigned }) => assigned.includes('fraud'))).toBeLessThan(60);
});

test('a draw counts by the part of it that people have decided on, and one that waits not at all', () => {
  const all = hub(5000);
  const first = after(all, drawAudit(all, NOTHING));
  const more = new Map([['litter', { yes: 110, others: 0 }]]);
  const waits = after(first, drawAudit(first, more), 0);
  expect(peopleOf(waits, (one) => one.drawn)).toBe(peopleOf(first, (one) => one.drawn) + 110);
  expect([...chanceOf(waits)]).toEqual([...chanceOf(first)]);
  // Those decided on of 1,250 to whom the coder gave litter stand for 1,250, however many of the 110 are (over 20 hubs 1,257 to 1,270 in the middle;
  // were a draw counted before it is decided on, 514, and 784 at 40).
  for (const decided of [0, 40, 80, 110]) {
    const litter = weigh(after(first, drawAudit(first, more), decided), (one) =>
      one.assigned.includes('litter'),
    );
    expect(litter).toBeGreaterThan(950);
    expect(litter).toBeLessThan(1550);
  }
});

test('an agency that has not begun on a draw is told by what it decided before, whatever another has done', () => {
  const one = (person: number, agency: string, drawnIn: number | null, decided: boolean) => ({
    responseId: `r${person}`,
    person: `p${person}`,
    agency,
    chances: { 1: 0.1, 2: 0.5 },
    drawnIn,
    decided,
  });
  const chances = decidedChances([
    one(1, 'council', 1, true),
    one(2, 'council', 2, true),
    one(3, 'police', 1, true),
    one(4, 'police', 2, false),
  ]);
  expect(['r1', 'r2', 'r3', 'r4'].map((id) => chances.get(id)!.toFixed(2))).toEqual([
    '0.55',
    '0.55',
    '0.10',
    '0.10',
  ]);
});

test('an audited comment stands for those of whoever the same draw saw first, with all that they said since', () => {
  const one = (person: number, draws: number[], audited: boolean, comment = 0) => ({
    responseId: `r${person}.${comment}`,
    person: `p${person}`,
    draws,
    audited,
  });
  const weights = weightsByFirstDraw([
    one(1, [1, 2], true),
    one(1, [], true, 1), // said after the draw that took them
    one(2, [1], false),
    one(3, [1], false),
    one(4, [2], true),
    one(5, [2], false),
    one(6, [2], false),
    one(7, [], false), // not seen yet
  ]);
  expect([...weights]).toEqual([
    ['r1.0', 2],
    ['r1.1', 2],
    ['r4.0', 3],
  ]);
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
  const noise = (some: readonly Comment[]): number =>
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
