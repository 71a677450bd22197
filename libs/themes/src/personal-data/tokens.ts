/** A piece of text between spaces, signs at its ends left out. */
export interface Token {
  text: string;
  lower: string;
  start: number;
  end: number;
  /** Begins with a capital letter. */
  capital: boolean;
  /** Begins a sentence or a line. */
  first: boolean;
  /** What stands between this token and the next. */
  gap: string;
}

const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.-]*[\p{L}\p{N}\p{M}])?/gu;

/** Cuts a text into tokens; full stops and hyphens inside a token stay. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index;
    const word = match[0];
    const before = tokens.at(-1);
    if (before) before.gap = text.slice(before.end, start);
    tokens.push({
      text: word,
      lower: word.toLowerCase().replaceAll('’', "'"),
      start,
      end: start + word.length,
      capital: /^\p{Lu}/u.test(word),
      first: !before || /[.!?:\n"“]/.test(before.gap),
      gap: text.slice(start + word.length),
    });
  }
  return tokens;
}
