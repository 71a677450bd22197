import { themeGrades, type CoderSaid } from '#themes';

/** So many responses, of which the coder gives the theme to the first `yes`, nearly to the next `near`. */
const said = (size: number, yes: number, near: number): CoderSaid[] =>
  Array.from({ length: size }, (_, i) => ({
    responseId: `r${i}`,
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
  const learning = { theme: 'lighting', grade: 'learning', findings: null, wanted: null };
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
