import { harmonise, HARMONISED, type DemographicField } from '#domain';

describe('harmonised codes', () => {
  test.each([
    ['age', '26-39', '26-39'],
    ['age', '16 to 24', '15-24'],
    ['age', '65–74', '65-74'],
    ['age', '80+', '75+'],
    ['age', '65 and over', '65+'],
    ['age', 'Under 15', '0-14'],
    ['age', 'Under 18', '0-17'],
    ['age', 'aged 42', '35-49'],
    ['age', '1961', 'unmapped'],
    ['sex', 'F', 'female'],
    ['gender', 'Female', 'woman'],
    ['ethnic-group', 'White', 'white'],
    ['ethnic-group', 'White British', 'white-british'],
    ['disability', 'Y', 'yes'],
    ['disability', 'Prefer  not to say', 'prefer-not-to-say'],
    ['religion', 'I’d prefer not to say', 'prefer-not-to-say'],
    ['sex', '  ', 'blank'],
    ['sex', null, 'blank'],
  ] as const)('%s: %j becomes %s, and never a guess', (characteristic, answer, code) =>
    expect(harmonise(characteristic, answer)).toBe(code),
  );

  test('every harmonised code and name maps to itself', () => {
    for (const [characteristic, categories] of Object.entries(HARMONISED))
      for (const { code, name } of categories) {
        expect(harmonise(characteristic as DemographicField, code)).toBe(code);
        expect(harmonise(characteristic as DemographicField, name)).toBe(code);
      }
  });
});
