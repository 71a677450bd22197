import { expect, test } from '@jest/globals';
import type { Figure } from '../../apps/dashboard/src/figures/figure.js';
import type { Statement } from '../../apps/dashboard/src/figures/useFigures.js';
import { headlines, wouldMove } from '../../apps/dashboard/src/pages/workbench/would-move.js';

type Compared = Parameters<typeof wouldMove>[0][number];

const compared = (theme: string, more: Partial<Compared> = {}): Compared =>
  ({ theme, gradeBefore: 'READY', gradeAfter: 'READY', times: 1, goes: false, ...more }) as Compared;
const figure = (code: string, name: string, people: number): Figure =>
  ({
    __typename: 'PublishedFigure',
    keys: [{ dimension: 'THEME', code, name }],
    // As an edition that knows how well its themes are coded tells those that may be ranked.
    grade: 'READY',
    people: { value: people, low: people, high: people },
  }) as unknown as Figure;

/** The codebook that would speak calls litter otherwise. */
const NAMES = new Map([['litter', 'Rubbish and fly-tipping']]);
const names = (code: string): string => NAMES.get(code) ?? code;
const EDITION = [figure('litter', 'Litter', 400), figure('noise', 'Noise', 300)];

const BOOK = [
  { code: 'litter', name: 'Rubbish and fly-tipping', parent: null },
  { code: 'noise', name: 'Noise', parent: null },
  { code: 'bins', name: 'Bins', parent: 'litter' },
];
const OWN = [
  { code: 'litter', name: 'Litter', parent: null },
  { code: 'noise', name: 'Noise', parent: null },
  { code: 'bins', name: 'Bins', parent: 'litter' },
];
const overview = (figures: readonly Figure[], statements: readonly Statement[] = []) => ({
  figures,
  statements,
  themes: OWN,
});

test('what the overview says stands in the edition’s own words, and what it would say in those of the codebook that would speak', () => {
  const { now, then } = headlines([compared('litter'), compared('noise')], overview(EDITION), BOOK);
  expect(now).toContain('Litter');
  expect(now).not.toContain('Rubbish');
  expect(then).toContain('Rubbish and fly-tipping');
});

test('what the overview says is quoted as the overview has it: its change, its level, the places that ranges leave open', () => {
  const [noise, litter] = [figure('noise', 'Noise', 300), figure('litter', 'Litter', 400)];
  const rose = [
    { theme: 'noise', ward: null, verdict: 'rose', headline: true, numbers: { difference: 0.1 } },
  ] as unknown as Statement[];
  const both = [compared('litter'), compared('noise')];
  const said = headlines(both, overview([litter, noise], rose), BOOK);
  expect(said).toEqual({ now: 'Noise rose most', then: 'Rubbish and fly-tipping is raised most' });
  // A sub-theme is in no heading of the overview, now or then.
  const bins = figure('bins', 'Bins', 900);
  const withBins = headlines([...both, compared('bins')], overview([bins, litter, noise]), BOOK);
  expect([withBins.now, withBins.then].join()).not.toMatch(/bins/i);
  // By ranges that overlap over and over no theme stands before the others, now or then.
  const wide = Array.from({ length: 6 }, (_, at) => {
    const one = figure(`t${at}`, `T${at}`, 400 - 10 * at) as unknown as { people: object; asCounted: number };
    one.people = { value: 400 - 10 * at, low: 300, high: 500 };
    one.asCounted = 400;
    return one as unknown as Figure;
  });
  const book = wide.map((_, at) => ({ code: `t${at}`, name: `T${at}`, parent: null }));
  const unclear = headlines(
    wide.map((_, at) => compared(`t${at}`)),
    { figures: wide, statements: [], themes: book },
    book,
  );
  expect(unclear).toEqual({
    now: 'No theme stands clearly before the others',
    then: 'No theme stands clearly before the others',
  });
});

test('a theme that would move is told as it is now and to the nearest five as it would be; one that goes stands first', () => {
  const moved = wouldMove(
    [compared('litter', { times: 1.077 }), compared('noise', { goes: true }), compared('dogs')],
    EDITION,
    names,
  );
  expect(moved.map(({ name, now, then, goes }) => [name, now, then, goes])).toEqual([
    ['Noise', 300, null, true],
    ['Litter', 400, 430, false],
  ]);
});
