import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { parse } from 'csv-parse/sync';

import { layouts, readingOf } from '#connectors';
import { removeFolder, temporaryFolder } from '#platform';

import { writeAnswers } from './reading/make-file.js';
import { writeSheet } from './reading/make-sheet.js';

/**
 * How long it takes, and how much memory, to recognise and summarise 100,000 rows of 40 columns, beside what csv-parse needs to
 * parse the same file and no more; and a workbook of a million rows of ten columns. Each in a process of its own, so that
 * none pays for the other.
 */
const ROWS = 100_000;
const SHEET_ROWS = 1_000_000;

async function measure(what: string, path: string): Promise<void> {
  const bytes = readFileSync(path);
  const start = performance.now();
  const people = what === 'csv-parse' ? (parse(bytes) as string[][]).length - 1 : await peopleIn(path, bytes);
  const seconds = (performance.now() - start) / 1000;
  const { maxRSS, userCPUTime } = process.resourceUsage();
  console.log(
    [what, people, seconds.toFixed(2), (userCPUTime / 1e6).toFixed(2), Math.round(maxRSS / 1024)].join('\t'),
  );
}

async function peopleIn(path: string, bytes: Uint8Array): Promise<number> {
  const file = { name: basename(path), mediaType: null, bytes };
  return (await readingOf(file, await layouts(), null, '2026-12-31')).reading.people;
}

/** The machine's load before each figure: beside twenty other processes the clock says little. */
const load = (): string => loadavg()[0]!.toFixed(1);

const [what, path] = process.argv.slice(2);
if (what && path) await measure(what, path);
else {
  const folder = temporaryFolder('bench-reading');
  const file = join(folder, 'answers.csv');
  writeAnswers(file, ROWS);
  const sheet = join(folder, 'answers.xlsx');
  await writeSheet(sheet, SHEET_ROWS);
  console.log(
    `CSV: ${ROWS} rows of 40 columns; workbook: ${SHEET_ROWS} rows of ten, ${Math.round(statSync(sheet).size / 1e6)} MB packed`,
  );
  console.log('what\trows\tseconds\tprocessor seconds\tMB at most\tload before');
  for (const [one, of] of [
    ['hub', file],
    ['csv-parse', file],
    ['workbook', sheet],
  ] as const) {
    const before = load();
    const ran = spawnSync(process.execPath, [process.argv[1]!, one, of], { encoding: 'utf8' });
    process.stdout.write(ran.stdout ? `${ran.stdout.trimEnd()}\t${before}\n` : ran.stderr);
  }
  removeFolder(folder);
}
