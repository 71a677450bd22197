import { adults, residents, WARDS, wardByCode, type Ward } from '#domain';
import type { Area } from './area.type.js';

export const AREAS: readonly Area[] = WARDS.map(areaOf);

/** The ward as the API shows it. */
export function areaOf(ward: Ward): Area {
  return {
    code: ward.code,
    name: ward.name,
    shortName: ward.label,
    column: ward.col,
    row: ward.row,
    residents: residents(ward.code) ?? 0,
    adults: adults(ward.code) ?? 0,
  };
}

export function areaByCode(code: string | null): Area | null {
  const ward = code === null ? null : wardByCode(code);
  return ward && areaOf(ward);
}
