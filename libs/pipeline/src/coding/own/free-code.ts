/** Letters of a theme's code, before the number that tells it from others of its name. */
const LONGEST = 48;

/** A code for a theme out of its name, lower-case words joined by hyphens, that is not taken yet. */
export function freeCode(name: string, taken: ReadonlySet<string>): string {
  const stem =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, LONGEST)
      .replace(/-$/, '') || 'theme';
  let code = stem;
  for (let again = 2; taken.has(code); again++) code = `${stem}-${again}`;
  return code;
}
