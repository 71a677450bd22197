import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineRun } from '#linkage';
import { removeFolder, temporaryFolder } from '#platform';

const RULES_A_ROW = 16;
const LANES = [
  'given',
  'family',
  'birth',
  'sex',
  'postcode',
  'place',
  'address',
  'email',
  'phone',
  'national',
] as const;

/** What the yardstick took. */
export interface Yardstick {
  cpuSeconds: number;
  seconds: number;
  /** Pairs that its blocking found: must equal the engine's. */
  pairs: number;
  patterns: number;
}

const quoted = (text: string): string => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes the standardised values, the derived ones that levels ask for, and each record's block of every rule. */
function writeRecords(run: EngineRun, file: string): string[] {
  const { table, attributes, blocks } = run;
  const categories = table.categories.map((_, number) => `category${number}`);
  const rules = blocks.rules.map((_, number) => `b${number}`);
  const header = [
    'row',
    ...LANES,
    'root',
    'outward',
    'sector',
    'street',
    'house',
    'local',
    ...categories,
    ...rules,
  ];
  const handle = openSync(file, 'w');
  let lines = [header.join(',')];
  for (let row = 0; row < table.count; row++) {
    const at = row * table.stride;
    const id = (lane: number): number => table.rows[at + lane]!;
    const cells: (string | number)[] = [row];
    for (let lane = 0; lane < LANES.length; lane++) cells.push(quoted(table.valueOf(row, lane)));
    cells.push(
      attributes.givenRoot.values[id(0)]!,
      attributes.outward.values[id(4)]!,
      attributes.sector.values[id(4)]!,
    );
    cells.push(attributes.street.values[id(6)]!, attributes.houseNumber.values[id(6)]!);
    cells.push(quoted(table.valueOf(row, 7).split('@')[0]!));
    categories.forEach((_, number) => cells.push(quoted(table.valueOf(row, 13 + number))));
    rules.forEach((_, rule) => cells.push(blocks.numbers[row * RULES_A_ROW + rule]!));
    lines.push(cells.join(','));
    if (lines.length < 20_000) continue;
    writeSync(handle, `${lines.join('\n')}\n`);
    lines = [];
  }
  writeSync(handle, `${lines.join('\n')}\n`);
  closeSync(handle);
  return header;
}

/**
 * Runs the same blocking rules and comparison levels as SQL in DuckDB, in a process of its own, counting comparison
 * vectors only: no estimation, no weights, no clusters. Loading the table is not counted.
 */
export function runYardstick(run: EngineRun): Yardstick {
  const folder = temporaryFolder('yardstick');
  try {
    const file = join(folder, 'records.csv');
    writeRecords(run, file);
    const program = fileURLToPath(new URL('./yardstick-process.js', import.meta.url));
    const plan = JSON.stringify({
      file,
      rules: run.blocks.rules.length,
      categories: run.table.categories.length,
    });
    const child = spawnSync(process.execPath, [program, plan], { encoding: 'utf8', maxBuffer: 1 << 24 });
    if (child.status !== 0)
      throw new Error(`The yardstick failed: ${child.stderr.trim().split('\n').slice(-3).join(' ')}`);
    return JSON.parse(child.stdout.trim().split('\n').at(-1)!) as Yardstick;
  } finally {
    removeFolder(folder);
  }
}
