/** A ward of the first city. */
export interface Ward {
  /** ONS code (GSS). */
  code: string;
  name: string;
  /** At most 14 characters, for tiles and small multiples. */
  label: string;
  /** Place on the tile map: column from the west, row from the north, both from 0. */
  col: number;
  row: number;
}

const w = (code: string, name: string, label: string, col: number, row: number): Ward => ({
  code,
  name,
  label,
  col,
  row,
});

export const CITY = {
  code: 'E06000026',
  name: 'Plymouth',
  /** Where the figures and names of places come from; print it wherever they are shown. */
  attribution:
    'Source: Office for National Statistics; Ministry of Housing, Communities and Local Government; data.police.uk. ' +
    'Contains OS data (C) Crown copyright and database right 2025 and Royal Mail data (C) Royal Mail copyright and ' +
    'database right 2025. Licensed under the Open Government Licence v3.0.',
} as const;

/**
 * Plymouth's 20 wards in the order of their codes (their position is the ward letter of `POSTCODE_SECTORS`).
 * Names and codes: Office for National Statistics, wards of 2025, Open Government Licence v3.0.
 * The tile arrangement is our own.
 */
export const WARDS: readonly Ward[] = [
  w('E05002078', 'Budshead', 'Budshead', 2, 0),
  w('E05002079', 'Compton', 'Compton', 3, 2),
  w('E05002080', 'Devonport', 'Devonport', 0, 3),
  w('E05002081', 'Drake', 'Drake', 2, 3),
  w('E05002082', 'Efford and Lipson', 'Efford', 3, 3),
  w('E05002083', 'Eggbuckland', 'Eggbuckland', 2, 1),
  w('E05002084', 'Ham', 'Ham', 1, 2),
  w('E05002085', 'Honicknowle', 'Honicknowle', 1, 1),
  w('E05002086', 'Moor View', 'Moor View', 3, 1),
  w('E05002087', 'Peverell', 'Peverell', 2, 2),
  w('E05002088', 'Plympton Chaddlewood', 'Chaddlewood', 5, 3),
  w('E05002089', 'Plympton Erle', 'P’ton Erle', 4, 3),
  w('E05002090', 'Plympton St Mary', 'P’ton St Mary', 4, 2),
  w('E05002091', 'Plymstock Dunstone', 'Dunstone', 4, 4),
  w('E05002092', 'Plymstock Radford', 'Radford', 3, 4),
  w('E05002093', 'St Budeaux', 'St Budeaux', 0, 2),
  w('E05002094', 'St Peter and the Waterfront', 'Waterfront', 1, 4),
  w('E05002095', 'Southway', 'Southway', 3, 0),
  w('E05002096', 'Stoke', 'Stoke', 1, 3),
  w('E05002097', 'Sutton and Mount Gould', 'Sutton', 2, 4),
];

const byCode = new Map(WARDS.map((ward) => [ward.code, ward]));
const byName = new Map(WARDS.map((ward) => [nameKey(ward.name), ward]));

/** Case, punctuation, "&" and "Saint" do not tell two wards apart. */
function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bward\b/g, ' ')
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

export function wardByCode(code: string): Ward | null {
  return byCode.get(code.trim().toUpperCase()) ?? null;
}

/** The ward so named ("Plympton St. Mary", "sutton & mount gould ward" are found); null for any other place. */
export function wardByName(name: string): Ward | null {
  return byName.get(nameKey(name)) ?? null;
}
