import { WARDS } from './wards.js';

/** Neighbouring wards told together. */
export interface WardArea {
  code: string;
  name: string;
  /** Codes of its wards; every ward is in one area. */
  wards: readonly string[];
}

const area = (code: string, name: string, ...wards: string[]): WardArea => ({
  code,
  name,
  wards: WARDS.filter((ward) => wards.includes(ward.name)).map((ward) => ward.code),
});

/** Four areas of neighbouring wards. The grouping is our own, no official one: large enough that few of their figures are hidden. */
export const WARD_AREAS: readonly WardArea[] = [
  area('area:north', 'North (area)', 'Budshead', 'Southway', 'Honicknowle', 'Eggbuckland', 'Moor View'),
  area('area:west', 'West (area)', 'St Budeaux', 'Ham', 'Devonport', 'Stoke'),
  area(
    'area:centre',
    'Centre (area)',
    'Compton',
    'Drake',
    'Efford and Lipson',
    'Peverell',
    'St Peter and the Waterfront',
    'Sutton and Mount Gould',
  ),
  area(
    'area:east',
    'East: Plympton and Plymstock (area)',
    'Plympton Chaddlewood',
    'Plympton Erle',
    'Plympton St Mary',
    'Plymstock Dunstone',
    'Plymstock Radford',
  ),
];
