/** Fewest words on either side of a cut: a shorter piece says nothing by itself. */
const FEWEST_WORDS = 4;
const SENTENCES = /(?<=[.!?;])\s+|\n+/;
const TURNS =
  /\s+(?=(?:but|however|although|though|because|while|whereas|which means|and also)\s)|\s[-\u2013\u2014]+\s|\u2014|:\s/i;

/** A text in pieces that say one thing each: sentences, cut again where they turn, if both sides have four words. */
export function piecesOf(text: string): string[] {
  const pieces = text
    .split(SENTENCES)
    .flatMap((sentence) => sentence.split(TURNS).reduce<string[]>(joinShort, []));
  const said = pieces.map((piece) => piece.trim()).filter((piece) => /\p{L}/u.test(piece));
  return said.length > 0 ? said : [text];
}

function joinShort(pieces: string[], next: string): string[] {
  const before = pieces.at(-1);
  if (before === undefined || (words(before) >= FEWEST_WORDS && words(next) >= FEWEST_WORDS))
    return [...pieces, next];
  return [...pieces.slice(0, -1), `${before} ${next}`];
}

const words = (text: string): number => text.trim().split(/\s+/).filter(Boolean).length;
