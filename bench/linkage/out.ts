import { closeSync, openSync, writeSync } from 'node:fs';
import type { EngineRun } from '#linkage';

const LINES_AT_ONCE = 20_000;
const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes id,cluster in the order of the ids; a cluster is called by its smallest id. */
export function writeClusters({ table, home }: EngineRun, file: string): void {
  const handle = openSync(file, 'w');
  let lines = ['id,cluster'];
  for (let row = 0; row < table.count; row++) {
    lines.push(`${cell(table.idOf(row))},${cell(table.idOf(home[row]!))}`);
    if (lines.length < LINES_AT_ONCE) continue;
    writeSync(handle, `${lines.join('\n')}\n`);
    lines = [];
  }
  if (lines.length > 0) writeSync(handle, `${lines.join('\n')}\n`);
  closeSync(handle);
}
