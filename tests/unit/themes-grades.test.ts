import { themeGrades, type CoderSaid } from '#themes';

/** So many responses, of which the coder gives the theme to the first `yes`, nearly to the next `near`. */
const said = (size: number, yes: number, near: number): CoderSaid[] =>
  Array.from({ length: size }, (_, i) => ({
    responseId: `r${i}`,
    person: `p${i}`,
    agency: 'council',
    chance: 0.1,
    assigned: i < yes ? ['lighting'] : [],
    near: i >= yes && i < yes + near ? ['lighting'] : [],
  }));
/** An audit of every so-manieth response, in which people give the theme where `holds`. */
const audit = (size: number, every: number, holds: (i: number) => boolean) =>
  Array.from({ length: size }, (_, i) => i)
    .filter((i) => i % every === 0)
    .map((i) => ({ responseId: `r${i}`, themes: holds(i) ? ['lighting'] : [] }));
const of = (grades: ReturnType<typeof themeGrades>) => grades.find(({ theme }) => theme === 'lighting')!;

test('without an audit, and where the audit is of other responses, every theme is still learning', () => {
  const learning = { theme: 'lighting', grade: 'learning', findings: null, agencies: {}, wanted: null };
  expect(themeGrades([], said(100, 20, 10), ['lighting'])).toEqual([learning]);
  const elsewhere = [{ responseId: 'gone', themes: ['lighting'] }];
  expect(themeGrades(elsewhere, said(100, 20, 10), ['lighting'])).toEqual([learning]);
});

test('a coder that people nearly always agree with is ready, and its precision and share are those of the audit', () => {
  const grade = of(
    themeGrades(
      audit(4000, 10, (i) => i < 1150),
      said(4000, 1200, 200),
      ['lighting'],
    ),
  );
  expect(grade).toMatchObject({ grade: 'ready', wanted: null });
  expect(grade.findings!.auditedYes).toBe(120);
  expect(grade.findings!.positives).toBe(115);
  expect(grade.findings!.precision.value).toBeCloseTo(115 / 120, 6);
  expect(grade.findings!.coded).toBeCloseTo(0.3, 6);
  expect(grade.findings!.share.value).toBeCloseTo(1150 / 4000, 6);
});

test('one that is right in half of what it gives is never ready, however many are audited, and more codings are not asked for', () => {
  const grade = of(
    themeGrades(
      audit(4000, 2, (i) => i < 600),
      said(4000, 1200, 0),
      ['lighting'],
    ),
  );
  expect(grade.findings!.precision.high).toBeLessThan(0.6);
  expect(grade.grade).toBe('indicative');
  expect(grade.wanted).toBeNull();
});

test('a good coder with a thin audit is told how many more codings it takes', () => {
  const grade = of(
    themeGrades(
      audit(4000, 60, (i) => i < 1150),
      said(4000, 1200, 200),
      ['lighting'],
    ),
  );
  expect(grade.findings!.auditedYes).toBe(20);
  expect(grade.grade).not.toBe('ready');
  expect(grade.wanted!.yes).toBeGreaterThanOrEqual(10);
});

test('what people find among the near misses counts against the coder: found by it, not by chance', () => {
  const grade = of(
    themeGrades(
      audit(4000, 4, (i) => i < 2000),
      said(4000, 500, 1500),
      ['lighting'],
    ),
  );
  expect(grade.findings!.precision.low).toBeGreaterThan(0.9);
  expect(grade.findings!.recall.value).toBeCloseTo(0.25, 2);
  expect(grade.grade).not.toBe('ready');
});

test('a person is the unit: with all that they said, and not at all where a comment of theirs was not decided on', () => {
  const twice = said(2000, 600, 0).map((one, i) => ({ ...one, person: `p${Math.floor(i / 2)}` }));
  const whole = audit(2000, 1, (i) => i < 600 && i % 2 === 0);
  const grade = of(themeGrades(whole, twice, ['lighting']));
  // The coder is wrong of every second comment and right of every person.
  expect(grade.findings).toMatchObject({
    codings: 1000,
    positives: 300,
    auditedYes: 300,
    precision: { value: 1 },
  });
  const half = whole.filter((_, i) => i % 2 === 0);
  expect(of(themeGrades(half, twice, ['lighting'])).findings).toBeNull();
});

test('what a change of the codebook left open says nothing of its themes, and all of the others', () => {
  const all = said(1000, 300, 0).map((one) => ({ ...one, near: [], assigned: [...one.assigned, 'litter'] }));
  const open = audit(1000, 1, () => false).map((one, i) => ({
    ...one,
    themes: ['litter'],
    open: i < 300 ? ['lighting'] : [],
  }));
  const grades = themeGrades(open, all, ['lighting', 'litter']);
  expect(of(grades).findings).toMatchObject({ codings: 700, auditedYes: 0 });
  expect(grades[1]!.findings).toMatchObject({ codings: 1000, positives: 1000 });
});

test('an agency has findings of its own from 150 people of its own on, of whom ten have the theme', () => {
  const two = said(4000, 1200, 0).map((one, i) => ({ ...one, agency: i % 40 === 10 ? 'council' : 'police' }));
  const grade = of(
    themeGrades(
      audit(4000, 10, (i) => i < 1200),
      two,
      ['lighting'],
    ),
  );
  expect(grade.grade).toBe('ready');
  expect(Object.keys(grade.agencies)).toEqual(['police']);
  expect(grade.agencies['police']).toMatchObject({ codings: 300 });
});
