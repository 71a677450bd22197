import { NO_ANSWER, OTHER } from '#domain';
import type * as Themes from '#themes';
import {
  currentCodings,
  latestEditionCoding,
  machineChances,
  readCodebookVersion,
  type MachineChances,
  type Queryable,
  type ThemeGradeRow,
} from '#store';

import { spokenFor, type BlindAudit } from './blind-audit.js';
import type { Coder } from './coder.js';
import { decisionsOf } from './fold-codings.js';
import { saidBy, withParents } from './said.js';

interface ToGrade {
  blind: BlindAudit;
  /** What people decided in it, in the themes of the coder's codebook. */
  decided: readonly Themes.AuditDecision[];
  machine: readonly MachineChances[];
  coder: Coder;
  themes: typeof Themes;
}

/** How far each theme may be trusted now (rule B), and what the coder of the latest edition says of the same comments and audit. */
export async function gradesNow(db: Queryable, to: ToGrade): Promise<ThemeGradeRow[]> {
  const { coder, themes } = to;
  const names = coder.codebook.themes.map(({ code }) => code);
  const graded = themes.themeGrades(auditFor(to), saidFor(to), names);
  const former = await formerShares(db, to);
  const waiting = await toBeRecoded(db, to);
  const { model, codebook, codebookVersion } = coder.version;
  return graded.map(({ theme, ...grade }) => ({
    theme,
    ...grade,
    former: former.get(theme) ?? null,
    recoding: waiting.get(theme) ?? 0,
    model,
    codebook,
    codebookVersion,
  }));
}

const auditFor = ({ decided, coder }: Pick<ToGrade, 'decided' | 'coder'>): Themes.AuditDecision[] =>
  decided.map((one) => ({ ...one, themes: withParents(one.themes, coder) }));

/** What a coder says of the comments that it alone speaks for, with their part in the audit's chances. */
const saidFor = ({
  machine,
  blind,
  coder,
  themes,
}: Pick<ToGrade, 'machine' | 'blind' | 'themes'> & { coder: Pick<Coder, 'codebook'> }): Themes.CoderSaid[] =>
  spokenFor(machine, blind, themes).map((one) => ({ ...saidBy(one, coder), chance: one.chance }));

/**
 * True shares by the coder of the latest edition where that is another: of the same comments, by the same audit, in the themes that both know. Two
 * coders whose intervals do not meet can't both be right, and an edition by the later is held back.
 */
async function formerShares(
  db: Queryable,
  to: ToGrade,
): Promise<Map<string, NonNullable<ThemeGradeRow['former']>>> {
  const latest = await latestEditionCoding(db);
  const { version } = to.coder;
  if (!latest || to.decided.length === 0 || latest.codebook !== version.codebook) return new Map();
  if (latest.model === version.model && latest.codebookVersion === version.codebookVersion) return new Map();
  const codebook = await readCodebookVersion(db, latest.codebook, latest.codebookVersion);
  if (!codebook) return new Map();
  const now = new Set(to.machine.map(({ submission }) => submission));
  const machine = (await machineChances(db, latest.lastAssignment)).filter(({ submission }) =>
    now.has(submission),
  );
  const names = codebook.themes
    .map(({ code }) => code)
    .filter((code) => to.coder.codebook.themes.some((theme) => theme.code === code));
  const shares = (said: Themes.CoderSaid[]) =>
    new Map(
      to.themes
        .themeGrades(auditFor(to), said, names)
        .flatMap(({ theme, findings }) => (findings ? [[theme, findings.share] as const] : [])),
    );
  // Of whoever no decided draw might have taken, people have said nothing by which one of two coders could be wrong: what has just come in, above all.
  const told = (said: Themes.CoderSaid[]) => said.filter(({ chance }) => chance > 0);
  const then = shares(told(saidFor({ ...to, machine, coder: { codebook } })));
  // What came in since may be of other themes: that a share of all has moved says nothing of the coders.
  const had = new Set(machine.map(({ submission }) => submission));
  const all = saidFor(to);
  const both = told(all).filter(({ responseId }) => had.has(responseId));
  const same = both.length === all.length ? null : shares(both);
  return new Map(
    [...then].map(([theme, share]) => {
      const beside = same?.get(theme);
      return [theme, beside ? { ...share, beside } : share];
    }),
  );
}

/**
 * Codings that a change of the codebook left open, by theme: of people those in which a theme was split; of the coder themes that it can't give, for
 * want of rules and codings. Such a theme's count would be a false zero.
 */
async function toBeRecoded(db: Queryable, { blind, coder, themes }: ToGrade): Promise<Map<string, number>> {
  const waiting = new Map<string, number>();
  for (const codings of [await currentCodings(db, 'training'), blind.codings])
    for (const { open } of decisionsOf(codings, coder))
      for (const theme of withParents(open, coder)) waiting.set(theme, (waiting.get(theme) ?? 0) + 1);
  const speaks = new Set(withParents([...themes.openCoder(coder.model, coder.codebook).speaksFor], coder));
  for (const { code } of coder.codebook.themes)
    if (!speaks.has(code) && code !== OTHER && code !== NO_ANSWER)
      waiting.set(code, Math.max(1, waiting.get(code) ?? 0));
  return waiting;
}
