import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';

import { isDay } from '#domain';

/** What a person can mend: one line on stderr, exit code 1. */
export class UsageError extends Error {}

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Asks whoever sits at the terminal; where nobody does, nobody agrees. */
export async function agrees(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [yes/no] `).finally(() => terminal.close());
  return /^y(es)?$/i.test(answer.trim());
}

/** `a,b , c` -> ['a', 'b', 'c'] */
export const listOf = (text: string): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

/** A JSON document that a person wrote; a mistake in it is named with its place. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`${path} can not be read.`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(`${path} is not JSON: ${(error as Error).message}`);
  }
}

/** Every value must be one of the allowed ones. */
export function checkedList<T extends string>(
  what: string,
  values: readonly string[],
  allowed: readonly T[],
): T[] {
  const wrong = values.find((value) => !(allowed as readonly string[]).includes(value));
  if (wrong !== undefined)
    throw new UsageError(`${what} can not be "${wrong}"; choose from: ${allowed.join(', ')}.`);
  return values as T[];
}

export function checkedCode(what: string, code: string): string {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(code) || code.length > 63)
    throw new UsageError(
      `${what} must be lower-case letters, digits and single hyphens, 63 characters at most.`,
    );
  return code;
}

export function checkedDate(what: string, date: string): string {
  if (!isDay(date)) throw new UsageError(`${what} must be a day written as 2026-03-31.`);
  return date;
}
