import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

import { parse } from 'csv-parse/sync';

import { layouts, readingOf } from '#connectors';
import { removeFolder, temporaryFolder } from '#platform';

import { writeAnswers } from './reading/make-file.js';

/**
 * How long it takes, and how much memory, to recognise and summarise 100,000 rows of 40 columns; beside it what csv-parse
 * needs to parse the same file and no more. Each in a process of its own, so that neither pays for the other.
 */
const ROWS = 100_000;

async function measure(what: string, path: string): Promise<void> {
  const bytes = readFileSync(path);
  const start = performance.now();
  const people =
    what === 'hub'
      ? (
          await readingOf(
            { name: 'answers.csv', mediaType: null, bytes },
            await layouts(),
            null,
            '2026-12-31',
          )
        ).reading.people
      : (parse(bytes) as string[][]).length - 1;
  const seconds = (performance.now() - start) / 1000;
  const { maxRSS, userCPUTime } = process.resourceUsage();
  console.log(
    [what, people, seconds.toFixed(2), (userCPUTime / 1e6).toFixed(2), Math.round(maxRSS / 1024)].join('\t'),
  );
}

const [what, path] = process.argv.slice(2);
if (what && path) await measure(what, path);
else {
  const folder = temporaryFolder('bench-reading');
  const file = join(folder, 'answers.csv');
  writeAnswers(file, ROWS);
  console.log(`${ROWS} rows of 40 columns\nwhat\trows\tseconds\tprocessor seconds\tMB at most`);
  for (const one of ['hub', 'csv-parse']) {
    const ran = spawnSync(process.execPath, [process.argv[1]!, one, file], { encoding: 'utf8' });
    process.stdout.write(ran.stdout || ran.stderr);
  }
  removeFolder(folder);
}
