import { scaleOrder } from '#domain';

it.each([
  [['Very easy', 'Fairly easy', 'Neither easy nor difficult', 'Fairly difficult', 'Very difficult']],
  [['Much too high', 'Too high', 'About right', 'Too low', 'Much too low']],
  [['Too much', 'About right', 'Too little', "Don't know"]],
  [['Much better', 'A bit better', 'About the same', 'A bit worse', 'Much worse']],
  [['Outstanding', 'Good', 'Requires improvement', 'Inadequate']],
])('steps stand in their order, however they were met: %j', (steps) => {
  expect(scaleOrder([...steps].reverse())).toEqual(steps);
  expect(scaleOrder([...steps].sort())).toEqual(steps);
});
