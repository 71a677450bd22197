import { describe, expect, it } from '@jest/globals';

import {
  CENSUS_CATEGORIES, cityPostcodes, formatPostcode, placeOfPostcode, RECORDED_CRIME, RECORDED_CRIME_BREAKS, residents, residentsBy,
  adults, WARDS, wardByCode, wardByName, type CensusCharacteristic,
} from '#domain'; // prettier-ignore

describe('wards', () => {
  it('are twenty, each on a tile of its own', () => {
    expect(WARDS).toHaveLength(20);
    expect(new Set(WARDS.map(({ col, row }) => `${col}/${row}`)).size).toBe(20);
    expect(new Set(WARDS.map(({ code }) => code)).size).toBe(20);
  });

  it('are found by the names that people write', () => {
    for (const name of [
      'St. Peter & the Waterfront',
      'saint peter and the waterfront',
      'ST PETER AND THE WATERFRONT WARD',
    ])
      expect(wardByName(name)?.code).toBe('E05002094');
    expect(wardByName('Stoke')?.code).toBe('E05002096');
    expect(wardByName('Plympton')).toBeNull();
    expect(wardByCode('e05002081 ')?.name).toBe('Drake');
    expect(wardByCode('E05002098')).toBeNull();
  });
});

describe('census denominators', () => {
  it('give the census population of the city', () => {
    // Census 2021, TS007A, Plymouth: 264,734 usual residents.
    expect(residents(null)).toBe(264_734);
    expect(residents('E05002094')).toBe(17_734);
    expect(residents('E05000001')).toBeNull();
  });

  it('add up in every ward and characteristic, but for the few people by which census tables differ', () => {
    for (const { code } of WARDS)
      for (const [characteristic, categories] of Object.entries(CENSUS_CATEGORIES)) {
        const sum = categories.reduce(
          (total, category) =>
            total + (residentsBy(code, characteristic as CensusCharacteristic, category) ?? NaN),
          0,
        );
        expect(Math.abs(sum - (residents(code) ?? 0))).toBeLessThanOrEqual(40);
      }
  });

  it('know nothing of categories that the census does not have', () => {
    expect(residentsBy(null, 'sex', 'prefer-not-to-say')).toBeNull();
    expect(adults(null)).toBe(264_734 - (residentsBy(null, 'age', '0-14') ?? 0));
  });
});

describe('postcodes', () => {
  it('are the 6,293 live ones, each once, each in a ward', () => {
    const all = [...cityPostcodes()];
    expect(all).toHaveLength(6_293);
    expect(new Set(all.map(({ postcode }) => postcode)).size).toBe(6_293);
    for (const { postcode, ward, lsoaImdFifth, outward } of all) {
      expect(formatPostcode(postcode)).toBe(postcode);
      expect(postcode.startsWith(`${outward} `)).toBe(true);
      expect(WARDS).toContain(ward);
      expect('12345').toContain(lsoaImdFifth);
    }
  });

  it('are placed however they are written', () => {
    // OS Code-Point Open: PL1 1AE lies in St Peter and the Waterfront.
    for (const written of ['PL1 1AE', 'pl11ae', ' Pl1  1aE '])
      expect(placeOfPostcode(written)?.ward.name).toBe('St Peter and the Waterfront');
    expect(placeOfPostcode('PL1 1AE')?.outward).toBe('PL1');
    for (const none of ['PL1', 'PL1 1ZZ', 'SW1A 1AA', 'nonsense', ''])
      expect(placeOfPostcode(none)).toBeNull();
  });
});

describe('recorded crime', () => {
  it('holds 36 months with the break of November 2022', () => {
    const count = (month: string): number | undefined =>
      RECORDED_CRIME.find((one) => one.month === month)?.count;
    expect(RECORDED_CRIME).toHaveLength(36);
    expect([RECORDED_CRIME.at(0)?.month, RECORDED_CRIME.at(-1)?.month]).toEqual(['2022-05', '2025-04']);
    expect([count('2022-10'), count('2023-11')]).toEqual([2_132, 1_317]);
    expect(RECORDED_CRIME_BREAKS.map(({ month }) => month)).toEqual(['2022-11']);
  });
});
