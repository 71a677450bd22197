import type { HeldDecisionRecord } from '#domain';
import type { Figure } from '#facts';
import { whatPeopleDid, type Said } from '../../apps/api/src/public/decisions/evidence.js';
import { saidInHtml } from '../../apps/api/src/public/read/decisions-in-html.js';
import { decisionsPage } from '../../apps/api/src/public/read/read-pages.js';

type Key = Figure['keys'][number];
const key = (dimension: Key['dimension'], name: string): Key => ({
  dimension,
  code: name.toLowerCase(),
  name,
});
const THEME = key('theme', 'Litter');
const MEETING = key('engagement', 'Safer Plymouth 2024');

/** As figures are: a receipt's filters hold the keys too. */
const figure = (keys: Key[], filters: Key[] = [], over: Partial<Figure> = {}): Figure =>
  ({
    id: 'themes-by-community/theme=litter', keys, receipt: { filters: [...filters, ...keys] }, hidden: false, grade: null, list: null,
    people: { value: 1_240, low: 1_240, high: 1_240 }, edition: { number: 3 }, ...over,
  }) as unknown as Figure; // prettier-ignore

test('people raised a theme, took part in an engagement, and were heard otherwise', () => {
  expect(whatPeopleDid(figure([THEME]))).toBe('raised Litter');
  expect(whatPeopleDid(figure([THEME], [key('ward', 'Ham')]))).toBe('raised Litter (Ham)');
  expect(whatPeopleDid(figure([MEETING]))).toBe('took part in Safer Plymouth 2024');
  expect(whatPeopleDid(figure([THEME], [MEETING]))).toBe(
    'raised Litter and took part in Safer Plymouth 2024',
  );
  expect(whatPeopleDid(figure([key('sex', 'Women')]))).toBe('were heard (Women)');
  expect(whatPeopleDid(figure([]))).toBe('were heard');
});

const REFERENCE: HeldDecisionRecord['evidence'][number] = {
  figure: 'answers/city/parks/q1/often',
  edition: 3,
};
const words = (said: Said): string =>
  saidInHtml(said, REFERENCE)
    .text.replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');
const of = (told: Figure): Said => ({ figure: told, answer: null, did: whatPeopleDid(told) });

test('what is hidden or withheld is said to be so, and nobody is called “not told people”', () => {
  expect(words(of(figure([MEETING])))).toBe('1,240 people took part in Safer Plymouth 2024.');
  const hidden = { hidden: true, withheld: 'still-learning', reason: 'Why' } as unknown as Partial<Figure>;
  expect(words(of(figure([THEME], [], hidden)))).toBe('How many people raised Litter: not told.');
  const answer = (people: number | null): Said => ({ figure: null, answer: { people }, did: 'answered “Often” to “How often?”' });
  expect(words(answer(310))).toBe('310 people answered “Often” to “How often?”.');
  expect(words(answer(null))).toBe('How many people answered “Often” to “How often?”: [c].');
  expect(saidInHtml(answer(310), REFERENCE).text).toContain(encodeURIComponent(REFERENCE.figure));
  expect(words({ figure: null, answer: null, did: '' })).toBe('Edition 3 tells this figure no more.');
}); // prettier-ignore

test('a list of one decision says that it names what people said', () => {
  const one = { id: 'a', agency: 'city', title: 'Lamps', actions: [], evidence: [REFERENCE] } as unknown as HeldDecisionRecord;
  const headed = (decisions: HeldDecisionRecord[]) =>
    decisionsPage({ decisions, names: { agencies: new Map() } as never, today: '2026-01-10', query: '' }, null, false).text;
  expect(headed([one])).toContain('<h2>1 decision that names what people said</h2>');
  expect(headed([one, one])).toContain('<h2>2 decisions that name what people said</h2>');
}); // prettier-ignore
