import { seriesOf } from '../../libs/facts/src/ask/measures/series-of.js';

const SERIES = [
  { agency: 'city', key: 'survey', engagements: ['survey-2022', 'survey-2024'], breaks: [{ since: '2023-06-01', reason: 'Asked otherwise' }] },
  { agency: 'force', key: 'safer', engagements: ['safer-2022', 'safer-2024'] },
]; // prettier-ignore
const of = (engagement: string, asked: string | null) => seriesOf(SERIES, { engagement, asked });

test('an asking is of the series that its engagement was signed into, and of none across a break', () => {
  expect(of('force/safer-2022', '2022-05-01')).toBe(of('force/safer-2024', '2024-05-01'));
  expect(of('city/survey-2022', '2022-05-01')).not.toBe(of('city/survey-2024', '2024-05-01'));
  expect(of('city/survey-2024', '2023-06-01')).toBe(of('city/survey-2024', '2024-05-01'));
  expect(of('city/survey-2024', null)).toBeNull();
  // Another agency's engagement of that key is another one.
  expect(of('city/safer-2022', '2022-05-01')).toBeNull();
});
