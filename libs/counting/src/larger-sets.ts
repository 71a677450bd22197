import type { Counted } from './cells.js';
import type { CountQuestion } from './count.js';

/** For each cell of a count, one set that it is part of: the same with a dimension or a filter dropped. */
export interface LargerSets {
  dropped: string;
  people: Int32Array;
  /** Sums of the people's 8-bit keys, modulo 256. */
  personKeys: Uint8Array;
}

/**
 * The sets that disclosure guards a cell against: counted on their own, because distinct people don't add up.
 * @param counted the answer to `question`
 * @param count answers a question of the same table
 */
export function countLargerSets(
  question: CountQuestion,
  counted: Counted,
  count: (question: CountQuestion) => Counted,
): LargerSets[] {
  const byDimension = question.dimensions.map((dropped, at) => {
    const dimensions = question.dimensions.filter((_, other) => other !== at);
    const kept = counted.keys.filter((_, other) => other !== at);
    return lookUp(dropped, count({ ...question, dimensions }), kept, counted);
  });
  const byFilter = Object.keys(question.filters).map((dropped) => {
    const { [dropped]: _own, ...filters } = question.filters;
    return lookUp(dropped, count({ ...question, filters }), counted.keys, counted);
  });
  return [...byDimension, ...byFilter];
}

function lookUp(dropped: string, larger: Counted, keys: readonly Int32Array[], counted: Counted): LargerSets {
  const sizes = larger.values.map((values) => values.length);
  const place = (columns: readonly Int32Array[], cell: number): number =>
    columns.reduce((at, column, dimension) => at * sizes[dimension]! + column[cell]!, 0);
  const places = new Map<number, number>();
  for (let cell = 0; cell < larger.people.length; cell++) places.set(place(larger.keys, cell), cell);
  const found = counted.people.map((_, cell) => places.get(place(keys, cell))!);
  return {
    dropped,
    people: found.map((cell) => larger.people[cell]!),
    personKeys: Uint8Array.from(found, (cell) => larger.personKeys[cell]!),
  };
}
