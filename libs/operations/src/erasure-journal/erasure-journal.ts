import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { makeFolder, StartError } from '#platform';

import { JOURNAL } from '../backup/manifest.js';

const TOMBSTONE = /^[0-9a-f]{64}$/;

/**
 * Who was erased, kept outside the database, so that it outlives a restore of an older one: `erasures.jsonl` in the data
 * folder, to which lines are only ever added. It holds tombstones alone, keyed hashes of submissions' ids that only the hub
 * that holds the secret can compare with anything, and the time. Copy it away after each erasure, or keep it on a disk of its own.
 */
export class ErasureJournal {
  readonly path: string;

  constructor(private readonly dataDir: string) {
    this.path = join(dataDir, JOURNAL);
  }

  /** Adds tombstones (hexadecimal), on the disk when this returns. */
  add(tombstones: readonly string[]): void {
    makeFolder(this.dataDir, 0o700);
    const line = JSON.stringify({ at: new Date().toISOString(), tombstones });
    // A line that a crash cut short must not spoil this one.
    const broken = existsSync(this.path) && !readFileSync(this.path, 'utf8').endsWith('\n');
    appendFileSync(this.path, `${broken ? '\n' : ''}${line}\n`, { mode: 0o600 });
    const file = openSync(this.path, 'r+');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /**
   * Every tombstone there is. A line that a crash cut short belongs to an erasure that did not happen, and is left out.
   * @throws StartError naming the first other line that can't be read
   */
  read(): string[] {
    if (!existsSync(this.path)) return [];
    const lines = readFileSync(this.path, 'utf8').split('\n');
    const all = lines.slice(0, -1).flatMap((line, at) => {
      const found = tombstonesIn(line);
      if (found === null && line.endsWith('}'))
        throw new StartError(`line ${at + 1} of ${this.path} can not be read; restore the file from a copy`);
      return found ?? [];
    });
    return [...new Set(all)];
  }
}

function tombstonesIn(line: string): string[] | null {
  try {
    const { tombstones } = JSON.parse(line) as { tombstones: unknown };
    const whole = Array.isArray(tombstones) && tombstones.every((each) => TOMBSTONE.test(String(each)));
    return whole ? (tombstones as string[]) : null;
  } catch {
    return null;
  }
}
