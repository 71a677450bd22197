import { NO_ANSWER, OTHER } from '#domain';
import type { Codebook, Theme } from '#domain';

/** One change of a codebook. */
export type CodebookChange =
  | { kind: 'rename'; theme: string; name: string; definition?: string }
  | { kind: 'add'; theme: Theme }
  | { kind: 'split'; theme: string; into: Theme[] }
  | { kind: 'merge'; themes: string[]; into: Theme }
  | { kind: 'retire'; theme: string };

/** Where each theme of the version before went: itself, others, or nowhere (retired). */
export interface ThemeMapping {
  codebook: string;
  from: number;
  to: number;
  themes: Record<string, string[]>;
}

/**
 * The next version of a codebook, and how its themes follow from those before. The old version is left as it was, so
 * that figures of past editions stay reproducible.
 * @throws Error where a theme is unknown, a code is taken, or a theme that every codebook has would go
 */
export function changeCodebook(
  codebook: Codebook,
  change: CodebookChange,
): { codebook: Codebook; mapping: ThemeMapping } {
  const mapping: ThemeMapping = {
    codebook: codebook.code,
    from: codebook.version,
    to: codebook.version + 1,
    themes: Object.fromEntries(codebook.themes.map(({ code }) => [code, [code]])),
  };
  const gone = goneBy(codebook, change);
  const added = addedBy(change);
  for (const code of gone)
    mapping.themes[code] = change.kind === 'retire' ? [] : added.map((theme) => theme.code);
  const kept = codebook.themes
    .filter(({ code }) => !gone.includes(code))
    .map((theme) => adapt(theme, change, gone, added));
  for (const { code } of added) {
    if (kept.some((theme) => theme.code === code)) throw new Error(`the code ${code} is taken`);
  }
  const next = {
    ...codebook,
    version: codebook.version + 1,
    themes: [...kept, ...added],
    note: noteOf(change),
  };
  return { codebook: next, mapping };
}

function goneBy(codebook: Codebook, change: CodebookChange): string[] {
  if (change.kind === 'add') return [];
  const named = change.kind === 'merge' ? change.themes : [change.theme];
  for (const code of named) {
    if (!codebook.themes.some((theme) => theme.code === code)) throw new Error(`there is no theme ${code}`);
  }
  if (change.kind === 'rename') return [];
  for (const code of named)
    if (code === NO_ANSWER || code === OTHER) throw new Error(`every codebook has ${code}`);
  return named;
}

function addedBy(change: CodebookChange): Theme[] {
  if (change.kind === 'split') return change.into;
  if (change.kind === 'merge') return [change.into];
  return change.kind === 'add' ? [change.theme] : [];
}

/** A theme that stays: renamed, or given a new parent where its old one went. */
function adapt(theme: Theme, change: CodebookChange, gone: string[], added: Theme[]): Theme {
  if (change.kind === 'rename' && change.theme === theme.code) {
    return { ...theme, name: change.name, definition: change.definition ?? theme.definition };
  }
  if (theme.parent === null || !gone.includes(theme.parent)) return theme;
  return { ...theme, parent: change.kind === 'merge' && added[0]!.parent === null ? added[0]!.code : null };
}

function noteOf(change: CodebookChange): string {
  switch (change.kind) {
    case 'rename':
      return `${change.theme} is now called ${change.name}.`;
    case 'add':
      return `${change.theme.code} was added.`;
    case 'split':
      return `${change.theme} was split into ${change.into.map(({ code }) => code).join(', ')}.`;
    case 'merge':
      return `${change.themes.join(', ')} were merged into ${change.into.code}.`;
    case 'retire':
      return `${change.theme} was retired.`;
  }
}

/**
 * Carries the themes of a coding to the next version. A theme that was split is carried to none for sure: its parts
 * come back as open, for a person to choose.
 */
export function carryThemes(themes: string[], mapping: ThemeMapping): { themes: string[]; open: string[] } {
  const sure = new Set<string>();
  const open = new Set<string>();
  for (const theme of themes) {
    const after = mapping.themes[theme] ?? [];
    for (const code of after) (after.length > 1 ? open : sure).add(code);
  }
  return { themes: [...sure].sort(), open: [...open].filter((code) => !sure.has(code)).sort() };
}
