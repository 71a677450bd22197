import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { makeFolder, StartError } from '#platform';

import { JOURNAL } from '../backup/manifest.js';

const TOMBSTONE = /^[0-9a-f]{64}$/;

/**
 * Who was erased, and which numbers editions were given, kept outside the database, so that it outlives a restore of an older one:
 * `erasures.jsonl` in the data folder, to which lines are only ever added. It holds tombstones, keyed hashes of submissions' ids that only the hub
 * that holds the secret can compare with anything, numbers, and times. Copy it away after each erasure and each edition, or keep it on a disk of its own.
 */
export class ErasureJournal {
  readonly path: string;

  constructor(private readonly dataDir: string) {
    this.path = join(dataDir, JOURNAL);
  }

  /** Adds tombstones (hexadecimal), on the disk when this returns. */
  add(tombstones: readonly string[]): void {
    this.append({ tombstones });
  }

  /** Adds that an edition has this number, which no other may have; on the disk when this returns. */
  published(edition: number): void {
    this.append({ edition });
  }

  /**
   * Every tombstone there is. A line that a crash cut short belongs to an erasure that did not happen, and is left out.
   * @throws StartError naming the first other line that can't be read
   */
  read(): string[] {
    return [...new Set(this.lines().flatMap((line) => ('tombstones' in line ? line.tombstones : [])))];
  }

  /** The highest number that an edition was given; 0 where there is none. @throws StartError as `read` */
  lastEdition(): number {
    return this.lines().reduce((last, line) => ('edition' in line ? Math.max(last, line.edition) : last), 0);
  }

  private append(entry: Line): void {
    makeFolder(this.dataDir, 0o700);
    const line = JSON.stringify({ at: new Date().toISOString(), ...entry });
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

  private lines(): Line[] {
    if (!existsSync(this.path)) return [];
    const lines = readFileSync(this.path, 'utf8').split('\n');
    return lines.slice(0, -1).flatMap((text, at) => {
      const line = lineOf(text);
      if (line === null && text.endsWith('}'))
        throw new StartError(`line ${at + 1} of ${this.path} can not be read; restore the file from a copy`);
      return line ?? [];
    });
  }
}

type Line = { tombstones: readonly string[] } | { edition: number };

function lineOf(text: string): Line | null {
  try {
    const { tombstones, edition } = JSON.parse(text) as { tombstones?: unknown; edition?: unknown };
    if (Number.isSafeInteger(edition) && (edition as number) > 0) return { edition: edition as number };
    const whole = Array.isArray(tombstones) && tombstones.every((each) => TOMBSTONE.test(String(each)));
    return whole ? { tombstones: tombstones as string[] } : null;
  } catch {
    return null;
  }
}
