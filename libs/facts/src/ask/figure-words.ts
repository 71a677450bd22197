import type { FigureKey, Receipt } from './figure-shapes.js';

/** Who writes the words of a figure when they are read. */
export interface WordsMaker<M> {
  definition(keys: readonly FigureKey[]): string;
  /** @param made what the figure was made of */
  receipt(made: M, keys: readonly FigureKey[]): Receipt;
}

/** What a figure's words are written from, which nobody but its own getters sees. */
const MADE = Symbol('made of');
interface WithMade {
  [MADE]: { maker: WordsMaker<unknown>; of: unknown };
  keys: FigureKey[];
}

/** The same two functions for every figure: one of its own for each would be most of what a table takes in memory. */
const WORDS: PropertyDescriptorMap = {
  definition: {
    enumerable: true,
    configurable: true,
    get(this: WithMade) {
      return this[MADE].maker.definition(this.keys);
    },
  },
  receipt: {
    enumerable: true,
    configurable: true,
    get(this: WithMade) {
      const { maker, of } = this[MADE];
      return maker.receipt(of, this.keys);
    },
  },
};

/** The figure itself, whose words and receipt are written when they are read: of a table of thousands nobody reads more than a page. */
export function withWords<F extends { keys: FigureKey[] }, M>(
  figure: F,
  maker: WordsMaker<M>,
  of: M,
): F & { definition: string; receipt: Receipt } {
  Object.defineProperty(figure, MADE, { value: { maker, of } });
  return Object.defineProperties(figure, WORDS) as F & { definition: string; receipt: Receipt };
}
