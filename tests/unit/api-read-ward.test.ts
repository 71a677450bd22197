import { expect, test } from '@jest/globals';
import { CENSUS_2021, WARDS } from '#domain';
import type { Figure, Statement } from '#facts';
import { wardPage } from '../../apps/api/src/public/read/read-pages.js';

const WARD = WARDS[0]!;
type Parts = Parameters<typeof wardPage>[0];

const figure = (code: string, name: string, people: number): Figure =>
  ({
    id: code,
    keys: code ? [{ dimension: 'theme', code, name }] : [],
    hidden: false,
    people: { value: people, low: people, high: people },
    submissions: people,
    arguments: people,
    grade: code ? 'ready' : null,
    share: { value: 20, low: 15, high: 25 },
    list: null,
    edition: { number: 1 },
  }) as unknown as Figure;

function page(statements: readonly Statement[], silent: string | null): string {
  const total = figure('', '', 400);
  const here = { total, figures: [figure('litter', 'Litter', 80), figure('noise', 'Noise', 60)], statements, silent }; // prettier-ignore
  const names = { themes: new Map(), groupOf: new Map(), wards: new Map(), communities: new Map(), agencies: new Map(), engagements: new Map(), priorities: new Map() }; // prettier-ignore
  return wardPage({
    ward: WARD,
    census: CENSUS_2021,
    here,
    city: here,
    edition: { number: 1 },
    recorded: null,
    promises: [],
    open: [],
    groups: null,
    held: [],
    all: [],
    decisions: [],
    names,
    today: '2026-01-10',
    query: '',
  } as unknown as Parts).text;
}

const said = (theme: string, ward: string | null, words: string): Statement =>
  ({ theme, ward, words, verdict: 'above' }) as unknown as Statement;

test('a ward’s page for reading prints what the edition says of it beside the rest of the city, and of no other ward', () => {
  const told = page(
    [
      said('litter', WARD.code, 'Above the rest of the city'),
      said('noise', WARDS[1]!.code, 'Below the rest of the city'),
      said('noise', null, 'Rose (between +1% and +9%)'),
    ],
    null,
  );
  const rows = told.split('<tr>');
  expect(rows.find((row) => row.includes('Litter'))).toContain('Above the rest of the city');
  expect(told).not.toMatch(/Below the rest of the city|Rose/);
  expect(told).toContain('within the same consultations, all wards and themes at once');
});

test('it never invites to compare the two shares, and says where nothing was compared, and why', () => {
  const made = page([], 'Made before these rules.');
  expect(made).toContain('is not compared with it. Made before these rules.');
  expect(made).not.toMatch(/Ranges that overlap|Against the rest of the city/);
  expect(page([], null)).toContain('Nothing was compared here.');
});
