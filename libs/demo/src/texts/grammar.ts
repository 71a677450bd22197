import type { Random } from '../random.js';

/**
 * Patterns of sentences. `{one|two|}` is a choice (the last one empty), choices nest, `$word` is filled in from outside.
 * A pattern is parsed once and expanded often.
 */
export type Pattern = readonly Part[];
type Part = string | { slot: string } | { choices: readonly Pattern[] };

/** What `$words` stand for in one expansion. */
export type Slots = (slot: string, random: Random) => string;

/** @throws SyntaxError where braces do not match: a mistake in the phrase book */
export function parse(source: string): Pattern {
  let at = 0;
  const sequence = (inside: boolean): Pattern[] => {
    const choices: Part[][] = [[]];
    let text = '';
    const current = (): Part[] => choices[choices.length - 1] as Part[];
    const flush = (): void => {
      if (text !== '') current().push(text);
      text = '';
    };
    for (; at < source.length; at++) {
      const character = source.charAt(at);
      if (character === '{') {
        flush();
        at++;
        current().push({ choices: sequence(true) });
      } else if (character === '|' && inside) {
        flush();
        choices.push([]);
      } else if (character === '}' && inside) {
        flush();
        return choices;
      } else if (character === '$') {
        flush();
        const slot = /^[a-z]+/.exec(source.slice(at + 1))?.[0] ?? '';
        current().push({ slot });
        at += slot.length;
      } else text += character;
    }
    if (inside) throw new SyntaxError(`an open brace in: ${source}`);
    flush();
    return choices;
  };
  return sequence(false)[0] as Pattern;
}

export function expand(pattern: Pattern, random: Random, slots: Slots): string {
  let out = '';
  for (const part of pattern) {
    if (typeof part === 'string') out += part;
    else if ('slot' in part) out += slots(part.slot, random);
    else out += expand(random.pick(part.choices), random, slots);
  }
  return out;
}
