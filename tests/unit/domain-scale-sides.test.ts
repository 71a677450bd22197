import { scaleSides } from '#domain';

test.each([
  [['Very safe', 'Fairly safe', 'Neither safe nor unsafe', 'Fairly unsafe', 'Very unsafe'], [2, 1, 0, -1, -2]],
  [['Very unsafe', 'Fairly unsafe', 'Neither', 'Fairly safe', 'Very safe'], [-2, -1, 0, 1, 2]],
  [['Very safe', 'Fairly safe', 'A bit unsafe', 'Very unsafe'], [2, 1, -1, -2]],
  [['Strongly agree', 'Tend to agree', 'Neither agree nor disagree', 'Tend to disagree', 'Strongly disagree'], [2, 1, 0, -1, -2]],
  [['Very poor', 'Poor', 'Fair', 'Good', 'Very good'], [-2, -1, 0, 1, 2]],
  [['A great deal', 'A fair amount', 'Not very much', 'Not at all'], [2, 1, -1, -2]],
])('the sides of %j', (labels, sides) => {
  expect(scaleSides(labels)).toEqual(sides);
}); // prettier-ignore

test.each([
  [['Parks', 'Roads', 'Policing']],
  [['Yes', 'No']],
  [['High', 'Medium', 'Low']],
  // An odd scale whose middle is a side: which it is can't be told.
  [['Very worried', 'Fairly worried', 'Not worried']],
])('%j is no scale with two sides', (labels) => {
  expect(scaleSides(labels)).toBeNull();
});

test('where an end was chosen by nobody the middle is where its words are', () => {
  expect(scaleSides(['Strongly agree', 'Agree', 'Neither agree nor disagree', 'Disagree'])).toEqual([
    2, 1, 0, -2,
  ]);
  expect(scaleSides(['Much better', 'Better', 'About the same', 'Worse'])).toEqual([2, 1, 0, -2]);
  expect(scaleSides(['Very safe', 'Fairly safe', 'Fairly unsafe', 'Very unsafe'])).toEqual([2, 1, -1, -2]);
});
