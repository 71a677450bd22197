import type { Counted, CountQuestion, TableDescription } from '#counting';
import { sha256 } from './manifest.js';

/** Hash of an answer: cells by the codes of their values in order, so that it outlives any layout. */
export function answerHash(counted: Counted): string {
  const lines = Array.from({ length: counted.people.length }, (_, cell) =>
    JSON.stringify([
      ...counted.keys.map((column, at) => counted.values[at]![column[cell]!]),
      counted.submissions[cell],
      counted.people[cell],
      counted.arguments[cell],
      counted.submissionKeys[cell],
      counted.personKeys[cell],
      counted.argumentKeys[cell],
      counted.health[cell],
    ]),
  );
  return sha256(lines.sort().join('\n'));
}

/** Questions that touch every dimension, bare and under a filter of its neighbour's first values. */
export function goldenQuestions({ singles, sets }: TableDescription): CountQuestion[] {
  const all = [...singles, ...sets];
  return [
    { dimensions: [], filters: {} },
    ...all.map(({ name }) => ({ dimensions: [name], filters: {} })),
    ...all.map(({ name }, at) => {
      const next = all[(at + 1) % all.length]!;
      return {
        dimensions: [name, all[(at + 3) % all.length]!.name],
        filters: { [next.name]: next.values.slice(0, 2) },
      };
    }),
  ];
}
