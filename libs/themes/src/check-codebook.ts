import { NO_ANSWER, OTHER } from '#domain';
import { readPhrase } from './coders/phrases.js';
import { type CodebookFolder, PHRASE_LISTS, type ThemeRule } from './coders/rule.js';

const CODE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What is wrong with a codebook, in words; an empty list means that it can be used. */
export function checkCodebook(folder: CodebookFolder): string[] {
  if (!folder?.codebook || !Array.isArray(folder.rules))
    return ['it must export { codebook, rules } by default'];
  const { themes } = folder.codebook;
  const problems: string[] = [];
  const byCode = new Map(themes.map((theme) => [theme.code, theme]));
  for (const theme of themes) {
    const about = `theme ${theme.code}`;
    if (!CODE.test(theme.code)) problems.push(`${about}: a code is short and kebab-case`);
    if (themes.filter((other) => other.code === theme.code).length > 1)
      problems.push(`${about}: code used twice`);
    if (!theme.name.trim() || !theme.definition.trim()) problems.push(`${about}: name or definition missing`);
    for (const list of ['include', 'exclude', 'examples'] as const) {
      if (theme[list].length === 0 || theme[list].some((text) => !text.trim()))
        problems.push(`${about}: ${list} missing`);
    }
    if (theme.parent !== null) {
      const parent = byCode.get(theme.parent);
      if (!parent) problems.push(`${about}: parent ${theme.parent} is not in the codebook`);
      else if (parent.parent !== null) problems.push(`${about}: more than two levels`);
    }
  }
  for (const code of [NO_ANSWER, OTHER]) if (!byCode.has(code)) problems.push(`theme ${code} is missing`);
  return [...problems, ...folder.rules.flatMap((rule) => checkRule(rule, byCode))];
}

function checkRule(rule: ThemeRule, themes: Map<string, unknown>): string[] {
  const problems: string[] = [];
  const about = `rule for ${rule.theme}`;
  if (!themes.has(rule.theme)) problems.push(`${about}: no such theme`);
  if (!(rule.precision > 0 && rule.precision <= 1)) problems.push(`${about}: precision must be in (0, 1]`);
  for (const phrase of PHRASE_LISTS.flatMap((list) => rule[list] ?? [])) {
    try {
      readPhrase(phrase);
    } catch (error) {
      problems.push(`${about}: ${(error as Error).message}`);
    }
  }
  return problems;
}
