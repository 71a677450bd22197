import { readFileSync } from 'node:fs';
import { crimeKind, CRIME_KINDS, isRecordedMonth, lastDayOf, monthsBetween, wardOfSmallArea } from '#domain';
import { sharedData } from '../support/shared-data.js';

test('a kind is known by its code and by its name as files write it, and no other is guessed', () => {
  expect(CRIME_KINDS).toHaveLength(14);
  for (const kind of CRIME_KINDS) {
    expect(crimeKind(kind.code)).toBe(kind);
    expect(crimeKind(` ${kind.name.toUpperCase()} `)).toBe(kind);
  }
  for (const other of ['', 'Violent crime', 'crime', 'Drug', '__proto__', 'constructor'])
    expect(crimeKind(other)).toBeNull();
});

test('a small area lies in its ward, those of 2011 that were split too, and no other code does', () => {
  expect(wardOfSmallArea('e01015025 ')?.name).toBe('Budshead');
  expect(wardOfSmallArea('E01015157')?.name).toBe('St Peter and the Waterfront');
  for (const other of ['', 'E01019999', 'E05002078', 'toString', 'E0101502'])
    expect(wardOfSmallArea(other)).toBeNull();
});

test('every small area of the published look-up lies in the ward that it names', () => {
  const path = sharedData('plymouth', 'lookups', 'lsoa21-to-msoa21-ward25-bestfit-derived.csv');
  if (!path) return;
  const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1);
  const plymouth = rows.filter((row) => row.trim().endsWith(',plymouth'));
  expect(plymouth).toHaveLength(164);
  for (const row of plymouth) {
    const [area, , , ward] = row.split(',');
    expect([area, wardOfSmallArea(area!)?.code]).toEqual([area, ward]);
  }
});

test('months are months', () => {
  for (const month of ['2010-12', '2024-05', '2030-11']) expect(isRecordedMonth(month)).toBe(true);
  for (const not of ['2010-11', '2024-13', '2024-00', '2024-5', '24-05', '2024-05-01', '', 'May 2024'])
    expect(isRecordedMonth(not)).toBe(false);
  expect(monthsBetween('2023-11', '2024-02')).toEqual(['2023-11', '2023-12', '2024-01', '2024-02']);
  expect(monthsBetween('2024-02', '2023-11')).toEqual([]);
  expect([lastDayOf('2024-02'), lastDayOf('2023-12')]).toEqual(['2024-02-29', '2023-12-31']);
});
