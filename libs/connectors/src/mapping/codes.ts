import type { EncodedRespondent } from '#domain';
import type { ColumnRule } from './schema.js';

/** Columns of match-keys as hub-encode.mjs names them, in its order. */
export const KEY_COLUMNS = [
  'national',
  'nameBirth',
  'soundBirth',
  'swapped',
  'namePostcode',
  'namePlaceYear',
  'nameAddress',
  'givenBirthPostcode',
  'familyBirthPostcode',
  'givenBirthPlace',
  'familyBirthPlace',
  'givenAddressBirth',
  'familyAddressBirth',
  'addressBirthPostcode',
  'givenAddressPostcode',
  'emailGiven',
  'phoneGiven',
] as const;

type CodesRule = ColumnRule & { as: 'codes' };

/** The columns that a rule of codes reads. */
export const codeColumns = ({ kind, columns }: Pick<CodesRule, 'kind' | 'columns'>): readonly string[] =>
  columns ?? (kind === 'keys' ? KEY_COLUMNS : ['clk']);

/** 96 bits, and 1,024: anything else is not what the encoder makes, and might be a name. */
const SHAPE = { keys: /^[\w-]{16}$/, clk: /^[\w-]{171}$/ };

interface Read {
  encoded: EncodedRespondent | null;
  problem: { column: string; code: string; reason: string } | null;
}

/**
 * The codes of one row. What does not look like a code is refused, never kept: a wrong column may hold a name.
 * @param cell gives a column's cell, null where it is blank
 */
export function readCodes(rule: CodesRule, cell: (column: string) => string | null): Read {
  const columns = codeColumns(rule);
  const codes = columns.map((column) => cell(column)?.trim() ?? '');
  const wrong = codes.findIndex((code) => code !== '' && !SHAPE[rule.kind].test(code));
  if (wrong >= 0)
    return {
      encoded: null,
      problem: {
        column: columns[wrong]!,
        code: 'code-invalid',
        reason: 'The cell is not a code of the encoder. Encode the file again with hub-encode.mjs.',
      },
    };
  if (codes.every((code) => code === '')) return { encoded: null, problem: null };
  return { encoded: { project: rule.project, kind: rule.kind, codes }, problem: null };
}
