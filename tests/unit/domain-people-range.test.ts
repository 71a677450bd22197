import { rangeOfPeople } from '#domain';

const whole = { people: 800, low: 760, high: 840, submissions: 1000 };

test('a part in which everybody spoke once holds no more people than it counts', () => {
  expect(rangeOfPeople({ people: 50, submissions: 50 }, whole)).toEqual({ low: 47, high: 50 });
});

test('the upper end grows with the part’s own links, never above its submissions', () => {
  expect(rangeOfPeople({ people: 50, submissions: 60 }, whole).high).toBe(52);
  expect(rangeOfPeople({ people: 1, submissions: 2 }, whole)).toEqual({ low: 1, high: 2 });
  expect(rangeOfPeople({ people: 1, submissions: 4 }, { ...whole, high: 4000 }).high).toBe(4);
});

test('where there is anybody the lower end is 1 at least', () => {
  expect(rangeOfPeople({ people: 1, submissions: 1 }, { ...whole, low: 1 })).toEqual({ low: 1, high: 1 });
  expect(rangeOfPeople({ people: 0, submissions: 0 }, whole)).toEqual({ low: 0, high: 0 });
});
