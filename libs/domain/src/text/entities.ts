/** Named character references that survey tools and web forms leave in their exports. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '\u2019',
  lsquo: '\u2018',
  sbquo: '\u201a',
  rdquo: '\u201d',
  ldquo: '\u201c',
  ndash: '\u2013',
  mdash: '\u2014',
  hellip: '\u2026',
  bull: '\u2022',
  middot: '\u00b7',
  pound: '\u00a3',
  euro: '\u20ac',
  cent: '\u00a2',
  copy: '\u00a9',
  reg: '\u00ae',
  trade: '\u2122',
  deg: '\u00b0',
  frac12: '\u00bd',
  frac14: '\u00bc',
  frac34: '\u00be',
  acute: '\u00b4',
  prime: '\u2032',
  shy: '',
  zwnj: '',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  times: '\u00d7',
  eacute: '\u00e9',
  egrave: '\u00e8',
  ecirc: '\u00ea',
  agrave: '\u00e0',
  acirc: '\u00e2',
  aacute: '\u00e1',
  ccedil: '\u00e7',
  icirc: '\u00ee',
  iacute: '\u00ed',
  ocirc: '\u00f4',
  oacute: '\u00f3',
  ouml: '\u00f6',
  uuml: '\u00fc',
  auml: '\u00e4',
  ntilde: '\u00f1',
  ucirc: '\u00fb',
  uacute: '\u00fa',
  wcirc: '\u0175',
  ycirc: '\u0177',
  szlig: '\u00df',
};

export const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,7}));/g;

/** What a reference stands for; itself where that is not known. By number 128 to 159 windows-1252 is meant, as browsers read it. */
export function entityOf(
  [whole, decimal, hex, name]: RegExpExecArray,
  windows: (byte: number) => string,
): string {
  if (name !== undefined) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? whole;
  const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex!, 16);
  if (code >= 0x80 && code <= 0x9f) return windows(code);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return whole;
  return code === 0xa0 ? ' ' : String.fromCodePoint(code);
}
