import type * as Themes from '#themes';
import {
  keepCodingsInShares,
  lockAudit,
  machineChances,
  newestCoding,
  saveThemeGrades,
  saveThemeShares,
  type Database,
  type MachineChances,
  type ThemeShareRow,
  type Transaction,
} from '#store';

import { atRandom, auditDecisions, readBlindAudit, weightsAtRandom } from './blind-audit.js';
import { coderInForce, type Coder } from './coder.js';
import { gradesNow } from './grades-now.js';
import { withParents } from './said.js';

/** Communities with fewer audit codings than this get no share of their own. */
const FEWEST_IN_COMMUNITY = 30;

/** Shares and grades of the working facts, from the blind audit and what the coder says of everything. */
export async function refreshShares(db: Database, themes: typeof Themes): Promise<void> {
  await db.transaction((tx) => refresh(tx, themes));
}

async function refresh(tx: Transaction, themes: typeof Themes): Promise<void> {
  await lockAudit(tx);
  const newest = await newestCoding(tx);
  const coder = await coderInForce(tx, themes);
  const blind = await readBlindAudit(tx);
  const decided = auditDecisions(blind, coder);
  const machine = decided.length > 0 ? await machineChances(tx) : [];
  const random = atRandom(decided, blind);
  const weights = weightsAtRandom(random, machine, blind, themes);
  const shares = sharesOf({ decided, random, weights, machine }, coder, themes);
  const grades = await gradesNow(tx, { blind, decided, machine, coder, themes });
  await saveThemeShares(tx, shares);
  await saveThemeGrades(tx, grades);
  await keepCodingsInShares(tx, newest);
}

interface ToShare {
  /** What people decided in the audit, by whichever draw. */
  decided: readonly Themes.AuditDecision[];
  /** The random part of it, and how many comments each of these stands for. */
  random: readonly Themes.AuditDecision[];
  weights: ReadonlyMap<string, number>;
  machine: readonly MachineChances[];
}

function sharesOf(
  { decided, random, weights, machine }: ToShare,
  coder: Coder,
  { themeShares }: typeof Themes,
): ThemeShareRow[] {
  const audit = random.map(({ responseId, themes }) => ({
    responseId,
    themes: withParents(themes, coder),
  }));
  const known = new Set(machine.map(({ submission }) => submission));
  if (!audit.some(({ responseId }) => known.has(responseId))) return [];
  const names = coder.codebook.themes.map(({ code }) => code);
  const parents = new Map(coder.codebook.themes.map(({ code, parent }) => [code, parent]));
  const predicted = machine.map((one) => ({
    responseId: one.submission,
    person: one.person,
    weight: weights.get(one.submission) ?? 1,
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
  // How much of a scope the audit knows, by whichever draw, decides whether its shares may be told: over a fifth is none.
  const covered = coverage(decided, machine);
  return rows.map((row) => ({ ...row, audited: covered.get(row.scope) ?? row.audited }));
}

/** How many of each scope's comments people have decided on in the audit. */
function coverage(
  decided: readonly Themes.AuditDecision[],
  machine: readonly MachineChances[],
): Map<string, number> {
  const audited = new Set(decided.map(({ responseId }) => responseId));
  const counts = new Map<string, number>();
  for (const { submission, agency, communities } of machine)
    if (audited.has(submission))
      for (const scope of ['all', `agency/${agency}`, ...communities.map((one) => `community/${one}`)])
        counts.set(scope, (counts.get(scope) ?? 0) + 1);
  return counts;
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
