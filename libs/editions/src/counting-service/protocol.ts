import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Counted, CountQuestion } from '#counting';
import type { CountRow, EditionFilesRow } from '#store';

/**
 * What the API and the counting process say to each other: one JSON text a line, over a socket of the data folder. First
 * each proves to the other that it can read the state file, which only the hub's own user can.
 */
export interface Request {
  id: number;
  /** Nobody waits for the answer of the question with this id any more. */
  cancel?: number;
  /** How the process does. */
  about?: true;
  edition?: EditionFilesRow;
  question?: CountQuestion;
}
export type Response = { id: number } & (
  | { counted: PlainCounted }
  | { about: About }
  | { busy: true }
  /** What can't be answered here: a damaged file (named), or a question that is too large. */
  | { refused: string }
);

/** How the counting process does. */
export interface About {
  /** Processor time of all its threads since it started. */
  cpuMs: number;
  rssMb: number;
  /** Editions in memory, and how long each took to open with every hash checked. */
  editions: { folder: string; openMs: number; bytes: number }[];
}

/** A `Counted` as JSON has it. */
export type PlainCounted = {
  [Field in keyof Counted]: Counted[Field] extends Int32Array | Uint8Array ? number[] : unknown;
} & { keys: number[][]; values: string[][] };

/** Where the counting process of this machine listens; machines that share a data folder have one each. */
export interface StateFile {
  pid: number;
  /** Path of the socket. */
  socket: string;
  /** Proven by both sides, and said by neither. */
  secret: string;
}
export const stateFile = (dataDir: string): string =>
  join(dataDir, `counting-${hostname().replace(/[^\w.-]/g, '-')}.json`);

export function plain(counted: Counted): PlainCounted {
  return {
    dimensions: counted.dimensions,
    values: counted.values.map((values) => [...values]),
    keys: counted.keys.map((column) => [...column]),
    submissions: [...counted.submissions],
    people: [...counted.people],
    arguments: [...counted.arguments],
    personKeys: [...counted.personKeys],
    submissionKeys: [...counted.submissionKeys],
    argumentKeys: [...counted.argumentKeys],
    health: [...counted.health],
  };
}

/** Cells as the database's counting functions give them. */
export function rowsOf(counted: PlainCounted): CountRow[] {
  return counted.people.map((people, cell) => ({
    keys: counted.keys.map((column, at) => counted.values[at]![column[cell]!]!),
    submissions: counted.submissions[cell]!,
    people,
    arguments: counted.arguments[cell]!,
    keySum: counted.personKeys[cell]!,
    submissionKeySum: counted.submissionKeys[cell]!,
    argumentKeySum: counted.argumentKeys[cell]!,
    health: counted.health[cell] === 1,
  }));
}

/** Calls `each` with every whole line of a stream. @returns what to hand pieces of the stream to */
export function lines(each: (line: string) => void): (piece: string) => void {
  let rest: string[] = [];
  return (piece) => {
    const parts = piece.split('\n');
    rest.push(parts[0]!);
    for (const part of parts.slice(1)) {
      const line = rest.join('');
      rest = [part];
      if (line) each(line);
    }
  };
}
