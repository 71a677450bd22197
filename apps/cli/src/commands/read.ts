import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { Command } from 'commander';

import { type FileReading, layouts, readingOf } from '#connectors';

import { readJson, say, UsageError } from '../terminal.js';

interface Options {
  source?: string;
  mapping?: string;
  json?: boolean;
  mappingOut?: string;
}

/** Exit codes that scripts go by: 0 every file is ready, 2 one asks or is refused, 1 a fault. */
const NEEDS_A_PERSON = 2;

const EXITS = `
Exit codes: 0 every file can be read as it is; 2 a file asks something or can not be read; 1 the command failed.
Nothing is stored. Without --source neither hub nor database is needed.`;

/** How files would be read. */
export function readCommand(program: Command): void {
  program
    .command('read <files...>')
    .description('show how files would be read, storing nothing')
    .option('--source <code>', 'read as this source would, by its mapping')
    .option('--mapping <file>', 'JSON mapping to read by; without one the files are recognised')
    .option('--mapping-out <file>', 'write the mapping of the first file there')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXITS)
    .action(async (paths: string[], options: Options) => {
      const mapping = options.mapping
        ? await readJson(options.mapping)
        : options.source
          ? await mappingOfSource(options.source)
          : null;
      const known = await layouts();
      const today = new Date().toISOString().slice(0, 10);
      const files: FileReading[] = [];
      for (const [at, path] of paths.entries()) {
        const bytes = await readFile(path).catch(() => {
          throw new UsageError(`${path} can not be read.`);
        });
        const read = await readingOf({ name: basename(path), mediaType: null, bytes }, known, mapping, today);
        if (at === 0 && options.mappingOut)
          await writeFile(options.mappingOut, `${JSON.stringify(read.mapping, null, 2)}\n`);
        files.push(read.reading);
      }
      if (files.some(({ status }) => status !== 'ready')) process.exitCode = NEEDS_A_PERSON;
      if (options.json) say(JSON.stringify({ files }, null, 2));
      else files.forEach(inWords);
    });
}

/** Only a source asks for the hub; it is loaded then. */
async function mappingOfSource(code: string): Promise<unknown> {
  const [{ withHub }, { sourceByCode }] = await Promise.all([import('../open-hub.js'), import('#store')]);
  return await withHub(async ({ worker }) => {
    const source = await sourceByCode(worker, code);
    if (!source) throw new UsageError(`There is no source ${code}.`);
    const mapping = source.mapping as { columns?: unknown[] } | null;
    return mapping?.columns?.length ? mapping : null;
  });
}

const STATUS = { ready: 'ready to send', asks: 'needs an answer', refused: 'can not be taken' };

function inWords(file: FileReading): void {
  const from = [file.layout && `a ${file.layout} export`, file.sheet && `sheet "${file.sheet}"`].filter(
    Boolean,
  );
  say(`${file.file}: ${STATUS[file.status]}${from.length ? ` (${from.join(', ')})` : ''}`);
  if (file.status !== 'refused') {
    const lines = file.lines === undefined ? '' : ` on ${file.lines} lines`;
    say(`  ${file.people} people’s answers${lines}; labels in ${rowsIn(file.headerRows)}`);
    for (const { why, rows } of file.leftOut)
      if (why !== 'header') say(`  left out, ${why}: ${rowsIn(rows)}`);
    for (const question of file.questions) say(`  ${inOneLine(question)}`);
    if (file.identifying.length) say(`  about the person, kept apart: ${file.identifying.join(', ')}`);
    for (const { characteristic, answered, coded, declined, uncoded } of file.demographics)
      say(
        `  ${characteristic}: ${answered} answered = ${coded} coded + ${declined} declined + ${uncoded} not yet matched`,
      );
    for (const [what, columns] of leftOutBy(file)) say(`  columns left out, ${what}: ${columns.join(', ')}`);
    if (file.dates.first) say(`  dates: ${file.dates.first} to ${file.dates.last}`);
  }
  for (const note of file.notes ?? []) say(`  ! ${note}`);
  for (const { column, why } of file.asks) say(`  ? ${column === null ? '' : `${column}: `}${why}`);
}

function leftOutBy({ columnsLeftOut }: FileReading): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const { column, what } of columnsLeftOut) by.set(what, [...(by.get(what) ?? []), column.slice(0, 80)]);
  return by;
}

function inOneLine({ text, kind, items, options, answered }: FileReading['questions'][number]): string {
  const more = [
    items.length ? `${items.length} items` : '',
    options.length
      ? `${options.length} options: ${options.slice(0, 6).join(' | ')}${options.length > 6 ? ' ...' : ''}`
      : '',
  ].filter((part) => part !== '');
  return `${kind}: ${text} [${[`${answered} answered`, ...more].join('; ')}]`;
}

function rowsIn(rows: number[]): string {
  if (rows.length === 0) return 'no row';
  const named = rows.slice(0, 12).join(', ');
  return `row${rows.length > 1 ? 's' : ''} ${named}${rows.length > 12 ? ` and ${rows.length - 12} more` : ''}`;
}
