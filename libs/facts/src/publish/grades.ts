import { NO_ANSWER, OTHER } from '#domain';
import {
  allowanceOf,
  type AuditFindings,
  besidePeople,
  type Factor,
  factorOf,
  LEAST_THAT_MEET,
  versionsMeet,
} from '#statements';
import {
  type AuditSize,
  codedByPeople,
  editionBefore,
  type GradeFindings,
  readEditionGrades,
  readParts,
  readThemeGrades,
  type ThemeGradeRow,
  type Transaction,
} from '#store';
import type { FrozenGrade } from '../frozen/frozen.js';

/** Grades of an edition, and the counts of the audit behind them, which stay inside. */
export interface GradesToKeep {
  /** As they stand now. */
  rows: ThemeGradeRow[];
  grades: FrozenGrade[];
  sizes: AuditSize[];
}

/** A grade and its factor stay until so many codings of the audit have moved: fewer would tell what was found in them. */
const FEWEST_MOVED = 5;

/**
 * Grades as an edition keeps them, each with what its counts are corrected by: what the audit counted stays behind. Of the same coder and codebook they
 * stay as the edition before has them until five codings have moved.
 * @param tx by the worker role, while the edition is published
 */
export async function gradesToKeep(tx: Transaction, edition: number): Promise<GradesToKeep> {
  const earlier = await editionBefore(tx, edition);
  const before = (await readParts(tx, earlier))['grades'] as FrozenGrade[] | undefined;
  const sizes = await readEditionGrades(tx, earlier);
  const rows = await gradedThemes(tx);
  const people = await sharesByPeople(tx);
  const kept = rows.map((row) => {
    const past = before?.find(({ theme }) => theme === row.theme);
    const size = sizes.find(({ theme }) => theme === row.theme);
    const stays = past && size && sameCoder(past, row) && hasHardlyMoved(size, row);
    return stays
      ? { grade: { ...(past.factor ? allowed(row) : {}), ...past, recoding: row.recoding > 0 }, size }
      : { grade: graded(row, people), size: sizeOf(row) };
  });
  return { rows, grades: kept.map(({ grade }) => grade), sizes: kept.map(({ size }) => size) };
}

/** Themes that say something: the rest of a codebook is no finding of a coder's. */
const gradedThemes = async (tx: Transaction): Promise<ThemeGradeRow[]> =>
  (await readThemeGrades(tx)).filter(({ theme }) => theme !== OTHER && theme !== NO_ANSWER);

const sameCoder = (past: FrozenGrade, row: ThemeGradeRow): boolean =>
  past.coder === row.model && past.codebook === row.codebook && past.codebookVersion === row.codebookVersion;

const sizeOf = ({ theme, findings }: ThemeGradeRow): AuditSize => ({
  theme,
  codings: findings?.codings ?? 0,
  positives: findings?.positives ?? 0,
  auditedYes: findings?.auditedYes ?? 0,
});

function hasHardlyMoved(before: AuditSize, row: ThemeGradeRow): boolean {
  const now = sizeOf(row);
  const moved = (['codings', 'positives', 'auditedYes'] as const).map((name) =>
    Math.abs(now[name] - before[name]),
  );
  return Math.max(...moved) < FEWEST_MOVED;
}

/** Share of those counted in a theme whose comments a person coded: of one agency, or of all. */
type ByPeople = (theme: string, agency: string | null) => number;

async function sharesByPeople(tx: Transaction): Promise<ByPeople> {
  const counts = await codedByPeople(tx);
  return (theme, agency) => {
    const own = counts.filter((one) => one.theme === theme && (agency === null || one.agency === agency));
    const sum = (of: 'submissions' | 'byPeople'): number => own.reduce((all, one) => all + one[of], 0);
    return sum('byPeople') / Math.max(1, sum('submissions'));
  };
}

function graded(row: ThemeGradeRow, byPeople: ByPeople): FrozenGrade {
  const { theme, grade, model, codebook, codebookVersion, findings, agencies, recoding } = row;
  const factors = Object.entries(agencies).flatMap(([agency, own]): [string, Factor][] => {
    const factor = factorOf(findingsOf(own));
    return factor ? [[agency, besidePeople(factor, byPeople(theme, agency))]] : [];
  });
  const ofCoder = findings && grade !== 'learning' ? factorOf(findingsOf(findings)) : null;
  const factor = ofCoder && besidePeople(ofCoder, byPeople(theme, null));
  return {
    theme,
    // Without a factor nothing can be corrected, and what was audited may not be told as it was counted.
    grade: findings && !factor ? 'learning' : grade,
    coder: model,
    codebook,
    codebookVersion,
    recoding: recoding > 0,
    factor,
    agencies: Object.fromEntries(factors),
    ...(factor ? allowed(row) : {}),
  };
}

/** What wards of it are compared with; nothing where the audit says nothing of how often the coder is right. */
function allowed({ findings }: ThemeGradeRow): Pick<FrozenGrade, 'allowance'> {
  return findings && findings.precision.value !== null
    ? { allowance: allowanceOf(findingsOf(findings)) }
    : {};
}

const known = <B extends { value: number | null }>(bounds: B): B & { value: number } => ({
  ...bounds,
  value: bounds.value ?? NaN,
});

const findingsOf = (findings: GradeFindings): AuditFindings => ({
  ...findings,
  share: known(findings.share),
  precision: known(findings.precision),
  recall: known(findings.recall),
});

/**
 * Themes of which this coder and that of the latest edition can't both be right: their intervals, of the same comments and audit,
 * do not meet.
 * @returns names of themes where so many do not meet that the edition is held back; empty where it may be published
 */
export function themesThatDoNotMeet(rows: readonly ThemeGradeRow[]): string[] {
  const compared = rows.flatMap(({ theme, former, findings }) =>
    former && findings ? [{ theme, versions: [known(former), known(former.beside ?? findings.share)] }] : [],
  );
  if (compared.length === 0 || versionsMeet(compared.map(({ versions }) => versions)) >= LEAST_THAT_MEET)
    return [];
  return compared.filter(({ versions }) => versionsMeet([versions]) < 1).map(({ theme }) => theme);
}

/** What of grades an edition's hash covers, a line a theme: the same whether they were worked out now or kept from the edition before. */
export const linesOfGrades = (grades: readonly FrozenGrade[]): string[] =>
  grades
    .map(({ theme, grade, coder, codebook, codebookVersion, recoding, factor, agencies }) =>
      JSON.stringify([
        ...[
          'grade',
          theme,
          grade,
          coder,
          codebook,
          codebookVersion,
          recoding ?? false,
          numbersOf(factor ?? null),
        ],
        ...Object.entries(agencies ?? {})
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([agency, own]) => [agency, numbersOf(own)]),
      ]),
    )
    .sort();

const numbersOf = (factor: Factor | null): number[] =>
  factor ? [factor.value, factor.low, factor.high, factor.ownErrors] : [];
