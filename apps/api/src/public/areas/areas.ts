import { adults, type Census, CENSUS_2021, wardByCode, type Ward } from '#domain';
import type { Area } from './area.type.js';

/** The ward as the API shows it, with its residents by the census of an edition. */
export function areaOf(ward: Ward, census: Census = CENSUS_2021): Area {
  return {
    code: ward.code,
    name: ward.name,
    shortName: ward.label,
    column: ward.col,
    row: ward.row,
    residents: census.residents(ward.code) ?? 0,
    adults: adults(ward.code, census) ?? 0,
  };
}

export function areaByCode(code: string | null): Area | null {
  const ward = code === null ? null : wardByCode(code);
  return ward && areaOf(ward);
}
