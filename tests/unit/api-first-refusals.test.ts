import { FirstRefusals } from '../../apps/api/src/sign-in/first-refusals.js';

test('an asker is written down once in a window, and all together as often as the trail takes', () => {
  let now = 1_000_000;
  const refusals = new FirstRefusals(600_000, () => now);
  expect([refusals.isFirst('a'), refusals.isFirst('a'), refusals.isFirst('b')]).toEqual([true, false, true]);
  const more = Array.from({ length: 500 }, (_, n) => refusals.isFirst(`c${n}`)).filter(Boolean);
  expect(more).toHaveLength(58);
  now += 60_000;
  expect([refusals.isFirst('a'), refusals.isFirst('d')]).toEqual([false, true]);
  now += 540_000;
  expect(refusals.isFirst('a')).toBe(true);
});
