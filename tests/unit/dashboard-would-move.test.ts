import { expect, test } from '@jest/globals';
import type { Figure } from '../../apps/dashboard/src/figures/figure.js';
import { headlines, wouldMove } from '../../apps/dashboard/src/pages/workbench/would-move.js';

type Compared = Parameters<typeof wouldMove>[0][number];

const compared = (theme: string, more: Partial<Compared> = {}): Compared =>
  ({ theme, gradeBefore: 'READY', gradeAfter: 'READY', times: 1, goes: false, ...more }) as Compared;
const figure = (code: string, name: string, people: number): Figure =>
  ({
    __typename: 'PublishedFigure',
    keys: [{ dimension: 'THEME', code, name }],
    people: { value: people, low: people, high: people },
  }) as unknown as Figure;

/** The codebook that would speak calls litter otherwise. */
const NAMES = new Map([['litter', 'Rubbish and fly-tipping']]);
const names = (code: string): string => NAMES.get(code) ?? code;
const EDITION = [figure('litter', 'Litter', 400), figure('noise', 'Noise', 300)];

test('what the overview says stands in the edition’s own words, and what it would say in those of the codebook that would speak', () => {
  const { now, then } = headlines([compared('litter'), compared('noise')], EDITION, names);
  expect(now).toContain('Litter');
  expect(now).not.toContain('Rubbish');
  expect(then).toContain('Rubbish and fly-tipping');
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
