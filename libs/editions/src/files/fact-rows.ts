import { encodeRows, type FactRow, type SubmissionColumns } from '#counting';

/** Columns of the fact table that are no single-valued dimension. */
const APART = new Set(['communities', 'options', 'theme', 'theme_group', 'health']);
const isDimension = (name: string): boolean => !APART.has(name) && !name.endsWith('_key');

/** Columns for counting, from rows of the fact table as the database or a Parquet part has them. */
export function columnsOfRows(
  rows: Iterable<Record<string, unknown>>,
  names: readonly string[],
): SubmissionColumns {
  const dimensions = names.filter(isDimension);
  const codes = dimensions.map((name) => name.replaceAll('_', '-'));
  return encodeRows(factRows(rows, dimensions, codes), codes);
}

function* factRows(
  rows: Iterable<Record<string, unknown>>,
  dimensions: readonly string[],
  codes: readonly string[],
): Generator<FactRow> {
  for (const row of rows) {
    const submission = String(row.submission_key);
    const argument = row.argument_key === null ? null : String(row.argument_key);
    yield {
      submission,
      person: String(row.person_key),
      argument,
      personKey: Number(row.noise_key),
      submissionKey: lastByte(submission),
      argumentKey: argument === null ? 0 : lastByte(argument),
      health: row.health === true,
      single: Object.fromEntries(codes.map((code, at) => [code, row[dimensions[at]!] as string])),
      communities: (row.communities as string[] | null) ?? [],
      ...(row.options === undefined ? {} : { options: (row.options as string[] | null) ?? [] }),
      theme: row.theme as string,
      themeGroup: row.theme_group as string,
    };
  }
}

/** The last eight bits of a key are what noise hangs on. */
const lastByte = (key: string): number => Number(BigInt(key) & 255n);
