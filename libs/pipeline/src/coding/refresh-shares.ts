import type * as Themes from '#themes';
import {
  currentCodings,
  keepCodingsInShares,
  machineChances,
  newestCoding,
  saveThemeGrades,
  saveThemeShares,
  type Database,
  type MachineChances,
  type Queryable,
  type ThemeGradeRow,
  type ThemeShareRow,
} from '#store';

import { coderInForce, type Coder } from './coder.js';
import { wordsOf } from './fold-codings.js';

/** Communities with fewer audit codings than this get no share of their own. */
const FEWEST_IN_COMMUNITY = 30;

/** Shares of the working facts, from the blind audit sample and what the coder says of everything. */
export async function refreshShares(db: Database, themes: typeof Themes): Promise<void> {
  const newest = await newestCoding(db);
  const coder = await coderInForce(db, themes);
  const audit = await auditCodings(db, coder);
  const machine = audit.length > 0 ? await machineChances(db) : [];
  const shares = audit.length > 0 ? sharesOf(audit, machine, coder, themes) : [];
  const grades = gradesOf(audit, machine, coder, themes);
  await db.transaction(async (tx) => {
    await saveThemeShares(tx, shares);
    await saveThemeGrades(tx, grades);
    await keepCodingsInShares(tx, newest);
  });
}

/** What people decided on the audit sample, in the themes of this coder's codebook. */
export async function auditCodings(
  db: Queryable,
  coder: Coder,
): Promise<{ responseId: string; themes: string[] }[]> {
  const words = wordsOf(await currentCodings(db, 'audit'), coder);
  return words.map(({ submission, themes }) => ({
    responseId: submission,
    themes,
  }));
}

/** A broader theme is said wherever one of its kinds is. */
const withParents = (themes: readonly string[], { codebook }: Coder): string[] => {
  const parents = codebook.themes.flatMap(({ code, parent }) =>
    themes.includes(code) && parent ? [parent] : [],
  );
  return [...new Set([...themes, ...parents])].sort();
};

function sharesOf(
  coded: { responseId: string; themes: string[] }[],
  machine: readonly MachineChances[],
  coder: Coder,
  { themeShares }: typeof Themes,
): ThemeShareRow[] {
  const audit = coded.map((one) => ({ ...one, themes: withParents(one.themes, coder) }));
  const names = coder.codebook.themes.map(({ code }) => code);
  const parents = new Map(coder.codebook.themes.map(({ code, parent }) => [code, parent]));
  const predicted = machine.map((one) => ({
    responseId: one.submission,
    chances: chancesWithParents(one.chances, parents),
    group: one.agency,
  }));
  const audited = new Set(audit.map(({ responseId }) => responseId));
  const rows = themeShares(audit, predicted, names).flatMap(({ theme, share, tiedWith, byGroup }) => [
    rowOf('all', theme, share, tiedWith),
    ...byGroup.map(({ group, share: within }) => rowOf(`agency/${group}`, theme, within, [])),
  ]);
  for (const [community, members] of membersOf(machine)) {
    const inside = predicted.filter(({ responseId }) => members.has(responseId));
    if (inside.filter(({ responseId }) => audited.has(responseId)).length < FEWEST_IN_COMMUNITY) continue;
    for (const { theme, share, tiedWith } of themeShares(
      audit,
      inside.map((one) => ({ ...one, group: null })),
      names,
    ))
      rows.push(rowOf(`community/${community}`, theme, share, tiedWith));
  }
  return rows;
}

/** How far each theme may be trusted, from the same audit: what the coder only suggested is what it nearly gave. */
function gradesOf(
  audit: { responseId: string; themes: string[] }[],
  machine: readonly MachineChances[],
  coder: Coder,
  { themeGrades }: typeof Themes,
): ThemeGradeRow[] {
  const said = machine.map(({ submission, assigned, chances }) => ({
    responseId: submission,
    assigned: withParents(assigned, coder),
    near: withParents(Object.keys(chances), coder),
  }));
  const decided = audit.map((one) => ({ ...one, themes: withParents(one.themes, coder) }));
  const names = coder.codebook.themes.map(({ code }) => code);
  return themeGrades(decided, said, names).map((grade) => ({
    ...grade,
    model: coder.version.model,
    codebook: coder.version.codebook,
    codebookVersion: coder.version.codebookVersion,
  }));
}

function chancesWithParents(
  chances: Readonly<Record<string, number>>,
  parents: ReadonlyMap<string, string | null>,
): Record<string, number> {
  const all: Record<string, number> = { ...chances };
  for (const [theme, chance] of Object.entries(chances)) {
    const parent = parents.get(theme);
    if (parent) all[parent] = Math.max(all[parent] ?? 0, chance);
  }
  return all;
}

function membersOf(machine: readonly MachineChances[]): [string, Set<string>][] {
  const members = new Map<string, Set<string>>();
  for (const { submission, communities } of machine)
    for (const community of communities) {
      const group = members.get(community) ?? new Set<string>();
      members.set(community, group.add(submission));
    }
  return [...members].sort(([a], [b]) => (a < b ? -1 : 1));
}

const rowOf = (scope: string, theme: string, share: Themes.Share, tiedWith: string[]): ThemeShareRow => ({
  scope,
  theme,
  value: round(share.value),
  low: round(share.low),
  high: round(share.high),
  audited: share.audited,
  method: share.method,
  tiedWith,
});

/** To a tenth of a point: more than the sample can tell. */
const round = (share: number): number => Math.round(share * 1000) / 1000;
