import { answer, type Counted, emptyCells, used } from './cells.js';
import type { FactTable } from './fact-table.js';
import { compileFilters } from './filter.js';
import { shapeOf } from './shape.js';
import { tally } from './tally.js';

/** What is asked of a fact table: cells of up to three dimensions, under filters (any of the values; all of them). */
export interface CountQuestion {
  dimensions: readonly string[];
  filters: Readonly<Record<string, readonly string[]>>;
}

/**
 * Distinct submissions, people and arguments of every cell, in JavaScript: the twin of `Kernel.count`.
 * @throws RangeError for an unknown dimension, more than three, or too many cells
 */
export function count(table: FactTable, question: CountQuestion): Counted {
  const filters = compileFilters(table, question.filters);
  const shape = shapeOf(table, question.dimensions, filters);
  const [main, copies] = [table.main, table.copies].map((part) => {
    const cells = emptyCells(shape.size);
    tally(part, filters, shape, cells, 0, part.count);
    return used(cells);
  });
  return answer(question.dimensions, shape, main!, copies!);
}
