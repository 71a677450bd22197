import {
  crimeKind,
  isRecordedMonth,
  wardByCode,
  wardOfSmallArea,
  type RawRow,
  type Rejection,
  type RowOutcome,
  type Ward,
} from '#domain';
import { COLUMNS } from './files.js';

/** Longer than any that the police give. */
const LONGEST_ID = 200;

/** One row to one recorded crime; a month, place or kind that is not plain is never guessed. */
export function recordedOf(row: RawRow): RowOutcome {
  const cell = (column: string): string | null => row.cells[column] ?? null;
  const [id, month, kind] = [cell(COLUMNS.id), cell(COLUMNS.month), cell(COLUMNS.kind)];
  const ward = wardOf(row);
  const known = kind === null ? null : crimeKind(kind);
  const wrong: Rejection[] = [];
  const reject = (column: string, code: string, reason: string): unknown =>
    wrong.push({ file: row.file, row: row.row, column, code, reason });
  if (month === null) reject(COLUMNS.month, 'month-missing', 'The row says no month.');
  else if (!isRecordedMonth(month))
    reject(
      COLUMNS.month,
      'month-invalid',
      'The month is not written as the police write it, such as 2024-05.',
    );
  if (!ward) reject(...wardReason(row));
  if (kind === null) reject(COLUMNS.kind, 'kind-missing', 'The row says no kind of crime.');
  else if (!known)
    reject(COLUMNS.kind, 'kind-unknown', 'The kind of crime is none of the fourteen that are published.');
  if (id !== null && (id.length > LONGEST_ID || /[\u0000\ufffd\ud800-\udfff]/.test(id)))
    reject(COLUMNS.id, 'id-invalid', 'The id of the crime is none that can be kept.');
  if (wrong.length > 0 || month === null || !ward || !known) return { ok: false, rejections: wrong };
  return {
    ok: true,
    record: {
      kind: 'recorded',
      file: row.file,
      row: row.row,
      externalId: id,
      month,
      crime: known.code,
      ward: ward.code,
    },
  };
}

function wardOf({ cells }: RawRow): Ward | null {
  const [ward, area] = [cells[COLUMNS.ward], cells[COLUMNS.area]];
  if (ward) return wardByCode(ward);
  return area ? wardOfSmallArea(area) : null;
}

const wardReason = ({ cells }: RawRow): [column: string, code: string, reason: string] =>
  COLUMNS.ward in cells
    ? [COLUMNS.ward, 'ward-unknown', 'The page names a ward that is none of the city.']
    : [
        COLUMNS.area,
        'small-area-unknown',
        'The code is no small area (LSOA) of the city, so the ward is not known.',
      ];
