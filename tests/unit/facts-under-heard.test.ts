import { expect, test } from '@jest/globals';
import type { Figure } from '#facts';
import { underHeardBeside } from '../../libs/facts/src/statements/under-heard-beside.js';
import { draftEquality } from '../../apps/api/src/partner/reports/equality.js';

/** A group of those heard: so many of a base, beside its percent of residents. */
const group = (code: string, name: string, people: number | null, base: number | null, residents: number | null): Figure =>
  ({
    id: `who-has-not-been-heard/characteristic=${code}`,
    keys: [{ dimension: 'characteristic', code, name }],
    hidden: people === null,
    people: { value: people, low: people, high: people },
    asCounted: null,
    base,
    share: people === null || base === null ? null : { value: (100 * people) / base },
    reference: residents === null ? null : { value: residents, source: 'Census 2021' },
  }) as unknown as Figure; // prettier-ignore

const FIGURES = [
  group('age-band:15-24', 'Age: 15 to 24', 50, 1000, 18),
  group('age-band:65-74', 'Age: 65 to 74', 300, 1000, 10),
  group('sex:female', 'Sex: Female', 480, 1000, 51),
  // Under its share by three points, which may be chance.
  group('disability:yes', 'Disability: Yes', 15, 120, 16),
  group('ethnic-group:asian', 'Ethnic group: Asian', null, null, 3),
  group('ward:E1', 'Ward: Ham', 20, 1000, 6),
  group('ward:E2', 'Ward: Drake', 60, 1000, 6),
  // So many were asked by wider bands that nothing may be compared.
  group('age-band:25-34', 'Age: 25 to 34', 5, 1000, null),
];
const asked = (by: string[], reference?: 'census-2021', filter: object = {}) =>
  ({ by, filter, report: { code: 'who-has-not-been-heard', reference } }) as unknown as Parameters<
    typeof underHeardBeside
  >[0];

test('a table of groups says who is under-heard by the one rule, all groups and wards tried at once', () => {
  const said = underHeardBeside(asked(['characteristic'], 'census-2021'), FIGURES)!;
  expect(said).toEqual({
    rule: { code: 'where-to-engage-next', version: 1 },
    codes: ['age-band:15-24', 'ward:E1'],
    heading: 'People aged 15 to 24 are under-heard',
    wardsHeading: 'People in Ham are under-heard',
  });
});

test('where none can be compared it says so; of any other table it says nothing', () => {
  const few = FIGURES.filter(({ keys }) => /disability|ethnic/.test(keys[0]!.code)).map((one) => ({
    ...one,
    base: 60,
  })) as Figure[];
  expect(underHeardBeside(asked(['characteristic'], 'census-2021'), few)).toMatchObject({
    codes: [],
    heading: 'We cannot yet say who is missing',
    wardsHeading: null,
  });
  expect(underHeardBeside(asked(['characteristic']), FIGURES)).toBeNull();
  expect(underHeardBeside(asked(['ward', 'characteristic'], 'census-2021'), FIGURES)).toBeNull();
});

test('of people who are chosen by what they said or who they are, nobody is said to be under-heard', () => {
  const under = (filter: object) =>
    underHeardBeside(asked(['characteristic'], 'census-2021', filter), FIGURES);
  for (const filter of [{ theme: ['litter'] }, { community: ['carers'] }, { sex: ['female'] }, { ward: ['E1'], theme: ['litter'] }])
    expect([filter, under(filter)]).toEqual([filter, null]); // prettier-ignore
  // Where and by whom people were asked says how well a group was heard there.
  for (const filter of [{ engagement: ['city/survey'] }, { ward: ['E1'] }, { quarter: ['2025-Q1'] }, { agency: ['city'] }])
    expect([filter, under(filter)?.codes]).toEqual([filter, ['age-band:15-24', 'ward:E1']]); // prettier-ignore
});

test('an equality section names whom the hub’s rule names, and not whoever is some points short', () => {
  const { codes } = underHeardBeside(asked(['characteristic'], 'census-2021'), FIGURES)!;
  const draft = draftEquality(FIGURES, codes, new Set(), { missing: 'C2', raised: null, said: 'E1' });
  expect(draft).toContain(
    'Heard less than their share of residents (C2): aged 15 to 24 ([[who-has-not-been-heard/characteristic=age-band:15-24 | gap]]).',
  );
  // Three points under its share is three points under it; by ward there is no protected characteristic.
  expect(draft).not.toMatch(/Female|Yes|Ham/);
  expect(draftEquality(FIGURES, [], new Set(), { missing: null, raised: null, said: null })).toContain(
    'No group is clearly heard less than its share of residents.',
  );
  // On a theme: who is under-heard by everybody, and who raised it, apart.
  const ofTheme = draftEquality(FIGURES, codes, new Set(), { missing: null, raised: 'F4', said: 'E1' });
  expect(ofTheme).toContain(
    'Heard less than their share of residents (of everybody heard, on any theme): aged',
  );
  expect(ofTheme).toContain('Who raised this, beside residents, is in F4.');
});
