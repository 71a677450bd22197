import { describe, expect, it } from '@jest/globals';
import {
  allowanceOf,
  auditFindings,
  besidePeople,
  factorOf,
  gradeOf,
  hasOwnAudit,
  partFigure,
  tellTheme,
  versionsMeet,
  wantedFor,
  wantedWords,
  wardFigure,
  wholeFigure,
  type AuditCoding,
  type AuditFindings,
  type AuditStratum,
} from '#statements';

const coding = (stratum: AuditStratum, actual: boolean, chance: number, times: number): AuditCoding[] =>
  Array.from({ length: times }, () => ({ stratum, actual, chance }));
/** 10,000 responses: 1,000 yes, of which 50 were coded (45 right); 200 near, 20 coded (8 yes); rest 280 coded (2 yes). */
const AUDIT = {
  sizes: { yes: 1000, near: 200, rest: 8800 },
  codings: [
    ...coding('yes', true, 0.05, 45),
    ...coding('yes', false, 0.05, 5),
    ...coding('near', true, 0.1, 8),
    ...coding('near', false, 0.1, 12),
    ...coding('rest', true, 0.03, 2),
    ...coding('rest', false, 0.03, 278),
  ],
};
const findings = auditFindings(AUDIT);

describe('an audit by strata', () => {
  it('adds what was found in each with the size of it', () => {
    // .1·.9 + .02·.4 + .88·2/280.
    const share = 0.09 + 0.008 + (0.88 * 2) / 280;
    expect(findings.share.value).toBeCloseTo(share, 10);
    expect(findings.coded).toBeCloseTo(0.1, 10);
    expect(findings.precision.value).toBeCloseTo(0.9, 10);
    expect(findings.recall.value).toBeCloseTo(0.09 / share, 10);
    expect([findings.positives, findings.auditedYes]).toEqual([55, 50]);
    expect(findings.share.low).toBeLessThan(share);
    expect(findings.share.high).toBeGreaterThan(share);
  });

  it('weighs a coding by its chance of being drawn within its stratum', () => {
    const mixed = auditFindings({
      sizes: { yes: 0, near: 0, rest: 1000 },
      codings: [...coding('rest', true, 0.5, 10), ...coding('rest', false, 0.1, 10)],
    });
    expect(mixed.share.value).toBeCloseTo(20 / 120, 10);
    expect(mixed).toMatchObject({ coded: 0, auditedYes: 0 });
  });

  it('knows the share where everybody was coded, and refuses an audit that says nothing', () => {
    const whole = auditFindings({
      sizes: { yes: 50, near: 0, rest: 50 },
      codings: [
        ...coding('yes', true, 1, 40),
        ...coding('yes', false, 1, 10),
        ...coding('rest', false, 1, 50),
      ],
    });
    expect(whole.share).toEqual({ value: 0.4, low: 0.4, high: 0.4 });
    expect(() => auditFindings({ ...AUDIT, codings: [] })).toThrow('without an audit');
    expect(() => auditFindings({ ...AUDIT, codings: coding('yes', true, 0, 1) })).toThrow('no chance');
  });
});

describe('a grade', () => {
  const with_ = (other: Partial<AuditFindings>): AuditFindings => ({ ...findings, ...other });
  it('is ready by lower bounds, never by estimates', () => {
    expect(gradeOf(findings)).toBe('ready');
    expect(gradeOf(with_({ precision: { value: 0.8, low: 0.699, high: 0.9 } }))).toBe('indicative');
    expect(gradeOf(with_({ precision: { value: 0.8, low: 0.7, high: 0.9 } }))).toBe('ready');
    expect(gradeOf(with_({ recall: { value: 0.6, low: 0.399, high: 0.8 } }))).toBe('indicative');
    expect(gradeOf(with_({ positives: 19 }))).toBe('indicative');
    expect(gradeOf(with_({ auditedYes: 29 }))).toBe('indicative');
  });
  it('is learning where the interval says too little', () => {
    const wide = { value: 0.1, low: 0.05, high: 0.18 };
    expect(gradeOf(with_({ positives: 15, share: wide }))).toBe('learning');
    expect(gradeOf(with_({ positives: 15, share: { value: 0.1, low: 0.045, high: 0.165 } }))).toBe(
      'indicative',
    );
    expect(gradeOf(with_({ positives: 9 }))).toBe('learning');
    expect(gradeOf(with_({ positives: 15, share: { value: 0, low: 0, high: 0.1 } }))).toBe('learning');
  });
  it('says what would lift it, and that more codings do not mend a coder that is too often wrong', () => {
    const few = with_({ precision: { value: 0.9, low: 0.65, high: 0.97 }, auditedYes: 18, positives: 19 });
    expect(wantedFor(few)).toEqual({ yes: 12, others: 0 });
    expect(wantedWords('Policing', wantedFor(few))).toBe('12 more for Policing: 12 that the coder gave it');
    expect(wantedFor(with_({ precision: { value: 0.65, low: 0.5, high: 0.8 } }))).toBeNull();
    expect(wantedFor(findings)).toBeNull();
  });
});

describe('corrected figures', () => {
  it('are compared by ward with an allowance that tells no count of the audit', () => {
    // Half of a tenth of a tenth; and the same for whatever else is within the same hundredths.
    expect(allowanceOf(findings)).toBe(0.005);
    const near = { precision: { value: 0.9031, low: 0.8, high: 0.95 }, coded: 0.0971 };
    expect(allowanceOf({ ...findings, ...near })).toBe(0.005);
    expect(allowanceOf({ ...findings, precision: { value: 0.853, low: 0.8, high: 0.9 } })).toBe(0.0075);
  });
  it('of a ward are its count times the city’s factor, with what wards differ by', () => {
    const sure = {
      ...findings,
      share: { value: 0.12, low: 0.12 - 0.0235, high: 0.12 + 0.0235 },
      coded: 0.1,
      precision: { value: 0.9, low: 0.8, high: 0.95 },
      recall: { value: 0.75, low: 0.6, high: 0.85 },
    };
    const figure = wardFigure(40, sure)!;
    expect(figure.value).toBe(50);
    // The factor is kept in hundredths, its range outward: .96 to 1.44.
    const relative = Math.sqrt((0.48 / 2 / 1.959964 / 1.2) ** 2 + 0.15 ** 2 + 0.43 / 40);
    expect(figure.low).toBeCloseTo(48 * (1 - 1.959964 * relative), 6);
    expect(figure.high).toBeCloseTo(48 * (1 + 1.959964 * relative), 6);
    expect(wardFigure(0, sure)).toBeNull();
  });
  it('of the whole are the count times the factor, from its low to its high', () => {
    const factor = { value: 1.25, low: 1.1, high: 1.5, ownErrors: 0.4 };
    expect(wholeFigure({ value: 1000, low: 980, high: 1010 }, factor)).toEqual({
      value: 1250,
      low: 1075,
      high: 1515,
    });
    expect(partFigure(0, factor)).toBeNull();
    expect(factorOf({ ...findings, coded: 0 })).toBeNull();
    expect(factorOf({ ...findings, share: { value: 0, low: 0, high: 0.1 } })).toBeNull();
    expect(factorOf(findings)!.value).toBeCloseTo(findings.share.value / 0.1, 2);
  });
  it('of an agency come from its own audit alone', () => {
    expect([hasOwnAudit(150, 10), hasOwnAudit(149, 10), hasOwnAudit(150, 9)]).toEqual([true, false, false]);
  });
  it('of versions meet where all their intervals overlap', () => {
    const at = (low: number, high: number) => ({ value: (low + high) / 2, low, high });
    expect(
      versionsMeet([
        [at(1, 3), at(2, 4)],
        [at(1, 2), at(2, 3), at(3, 4)],
      ]),
    ).toBe(0.5);
  });
});

describe('how a theme is told', () => {
  const factor = { value: 1.2, low: 1, high: 1.4, ownErrors: 0.3 };
  const own = { value: 1.3, low: 1, high: 1.6, ownErrors: 0.3 };
  const ready = { grade: 'ready', factor, agencies: { council: own } } as const;
  const city = { of: 'city', agency: null } as const;
  it('ready: the city, agencies that were checked, and parts of both', () => {
    expect(tellTheme(ready, city)).toEqual({ as: 'whole', factor });
    expect(tellTheme(ready, { of: 'part', agency: null })).toEqual({ as: 'part', factor });
    expect(tellTheme(ready, { of: 'period', agency: null })).toEqual({ as: 'part', factor });
    expect(tellTheme(ready, { of: 'agency', agency: 'council' })).toEqual({ as: 'whole', factor: own });
    expect(tellTheme(ready, { of: 'part', agency: 'council' })).toEqual({ as: 'part', factor: own });
    for (const agency of ['police', 'several'])
      expect(tellTheme(ready, { of: 'part', agency })).toEqual({ as: 'withheld', why: 'agency-not-checked' });
  });
  it('indicative: the city, whole or of a declared period, and nothing less', () => {
    const indicative = { ...ready, grade: 'indicative' } as const;
    expect(tellTheme(indicative, city)).toEqual({ as: 'whole', factor });
    expect(tellTheme(indicative, { of: 'period', agency: null })).toEqual({ as: 'part', factor });
    for (const cut of ['part', 'agency'] as const)
      expect(tellTheme(indicative, { of: cut, agency: 'council' })).toEqual({
        as: 'withheld',
        why: 'city-only',
      });
  });
  it('still learning, without a grade, or to be re-coded: not at all', () => {
    expect(tellTheme({ ...ready, grade: 'learning' }, city)).toEqual({
      as: 'withheld',
      why: 'still-learning',
    });
    expect(tellTheme(undefined, city)).toEqual({ as: 'withheld', why: 'still-learning' });
    expect(tellTheme({ ...ready, recoding: true }, city)).toEqual({ as: 'withheld', why: 'to-be-re-coded' });
  });
  it('as it was counted where people coded it throughout', () => {
    expect(tellTheme({ grade: 'ready', factor: null }, { of: 'part', agency: 'police' })).toEqual({
      as: 'counted',
    });
  });
});

describe('counts of which people coded a part', () => {
  it('come to the truth where the coder’s part alone is multiplied', () => {
    // Of 10,000 comments 1,000 say it. People coded 15% of them; of the rest the coder counts four of five.
    const [of, byPeople] = [1_000, 0.15];
    const bySelf = of * byPeople;
    const byCoder = of * (1 - byPeople) * 0.8;
    const counted = bySelf + byCoder;
    const exact = { value: 1.25, low: 1.2, high: 1.3, ownErrors: 0.5 };
    const mixed = besidePeople(exact, bySelf / counted);
    expect(counted * mixed.value).toBeGreaterThan(0.99 * of);
    expect(counted * mixed.value).toBeLessThan(1.01 * of);
    // Multiplied throughout they are 4% too many, beyond the range.
    expect(counted * exact.value).toBeGreaterThan(1.03 * of);
    expect([mixed.low < mixed.value, mixed.value < mixed.high, mixed.ownErrors < exact.ownErrors]).toEqual([true, true, true]); // prettier-ignore
  });

  it('are right as they are where people coded all, and the coder’s where people coded none', () => {
    const factor = { value: 1.25, low: 1.11, high: 1.4, ownErrors: 0.5 };
    expect(besidePeople(factor, 0)).toEqual(factor);
    expect(besidePeople(factor, 1)).toEqual({ value: 1, low: 1, high: 1, ownErrors: 0 });
  });
});
