const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  pound: '£',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  euro: '€',
};

/** The words of a fragment of HTML: paragraphs become lines, marks go, the named and numbered entities in use are read. */
export function plainText(html: string): string {
  let text = '';
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const close = open < 0 ? -1 : html.indexOf('>', open);
    // A "<" that is never closed, or that no name follows, is a "<".
    if (close < 0) break;
    const name = /^<\/?([a-zA-Z][a-zA-Z0-9]*|!--)/.exec(html.slice(open, open + 20))?.[1]?.toLowerCase();
    text += html.slice(at, name ? open : open + 1);
    if (name && /^(p|br|li|div|h[1-6]|tr)$/.test(name)) text += '\n';
    at = name ? close + 1 : open + 1;
  }
  text += html.slice(at);
  return decodeEntities(text)
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();
}

function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    const isStorable = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffd;
    return isStorable ? String.fromCodePoint(code) : whole;
  });
}
