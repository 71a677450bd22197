import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Options } from './options.js';

export interface BenchRow {
  text: string;
  question: string | null;
  labels: string[];
}

type Record = { [column: string]: string };

const plain = (value: string): string => value.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ').trim();

/** Reads texts and their true labels from a CSV file; non-breaking spaces in names count as spaces. */
export function readRows(file: string, options: Options): BenchRow[] {
  const records = parse(readFileSync(file), {
    columns: (header: string[]) => header.map(plain),
    bom: true,
    relax_column_count: true,
  }) as Record[];
  const header = Object.keys(records[0] ?? {});
  const text = columnOf(header, options.text);
  const question = options.question === null ? null : columnOf(header, options.question);
  const labelsOf = labelReader(records, header, options);
  return records.flatMap((record) => {
    const labels = labelsOf(record);
    if (labels === null) return [];
    return [
      { text: record[text] ?? '', question: question === null ? null : (record[question] ?? null), labels },
    ];
  });
}

function labelReader(
  records: Record[],
  header: string[],
  options: Options,
): (record: Record) => string[] | null {
  if (options.label !== null) {
    const column = columnOf(header, options.label);
    return (record) => {
      const value = plain(record[column] ?? '');
      const label = options.bands === null ? value : bandOf(Number(value || NaN), options.bands);
      return label ? [label] : null;
    };
  }
  const columns =
    options.labels === '*' ? flags(records, header) : splitColumns(header, plain(options.labels!));
  return (record) =>
    columns.filter((column) => /^(1|1\.0|true|yes|y|x)$/i.test((record[column] ?? '').trim()));
}

/** The names of a comma-separated list, where a name may itself hold commas: the longest known name is taken. */
export function splitColumns(header: string[], list: string): string[] {
  const names: string[] = [];
  const known = [...header].sort((a, b) => b.length - a.length);
  for (let rest = list; rest !== '';) {
    const name = known.find((column) => {
      const quoted = rest.startsWith('"') ? rest.slice(1) : rest;
      return column !== '' && quoted.startsWith(column) && /^"?\s*(,|$)/.test(quoted.slice(column.length));
    });
    if (name === undefined) throw new Error(`no column begins here: ${rest.slice(0, 60)}`);
    names.push(name);
    rest = rest.slice(rest.indexOf(name) + name.length).replace(/^"?\s*,?\s*/, '');
  }
  return names;
}

/** Columns that hold nothing but blanks, 0 and 1, and at least ten 1s. */
function flags(records: Record[], header: string[]): string[] {
  return header.filter((column) => {
    const values = records.map((record) => (record[column] ?? '').trim());
    return (
      values.every((value) => /^(0|1|)$/.test(value)) && values.filter((value) => value === '1').length >= 10
    );
  });
}

function columnOf(header: string[], name: string): string {
  const column = header.find((known) => known === plain(name));
  if (column === undefined) throw new Error(`no column "${name}"; there are: ${header.join(' | ')}`);
  return column;
}

/** The band, as written, that a number falls in; empty where none. */
function bandOf(value: number, bands: string): string {
  return (
    bands.split(',').find((band) => {
      const [from, to = from] = band.split('-').map(Number);
      return value >= from! && value <= to!;
    }) ?? ''
  );
}
