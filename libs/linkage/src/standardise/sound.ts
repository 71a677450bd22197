/**
 * How a name sounds, as a short code: a simplified Metaphone for British and Australian spellings. Same code
 * for smith and smyth, philip and filip, catherine and katharine. Method: consonant skeleton with the usual English
 * letter groups merged; vowels after the first letter are dropped.
 */
const GROUPS: readonly [RegExp, string][] = [
  [/^(kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^wh/, 'w'],
  [/^x/, 's'],
  [/^mc/, 'mac'],
  [/ough?t/g, 't'],
  [/ph/g, 'f'],
  [/[td]ch/g, 'c'],
  [/s?ch/g, 'k'],
  [/sh/g, 's'],
  [/th/g, 't'],
  [/ck|q|x/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/dg(?=[eiy])/g, 'j'],
  [/g(?=[eiy])/g, 'j'],
  [/gh/g, ''],
  [/c/g, 'k'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/d/g, 't'],
  [/b(?=$)/g, 'p'],
  [/[hwy]/g, ''],
];

/** Sound code of a folded name, at most six letters; empty for an empty name. */
export function soundOf(name: string): string {
  let text = name.replace(/[^a-z]/g, '');
  if (text === '') return name === '' ? '' : name.slice(0, 6);
  const first = text[0]!;
  for (const [pattern, by] of GROUPS) text = text.replace(pattern, by);
  text = text.replace(/(.)\1+/g, '$1');
  const head =
    'aeiou'.includes(first) || 'hwy'.includes(first) ? (first === 'h' ? 'h' : 'a') : (text[0] ?? first);
  const rest = text.slice('aeiouhwy'.includes(first) ? 0 : 1).replace(/[aeiou]/g, '');
  return (head + rest.replace(/(.)\1+/g, '$1')).slice(0, 6);
}
