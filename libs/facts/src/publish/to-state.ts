import type { Codebook } from '#domain';
import { type CodedBy, tellTheme } from '#statements';
import { codedByQuarter, readCodebooks, readEngagements, type Transaction } from '#store';
import type { Frozen } from '../frozen/frozen.js';
import type { ToState } from '../statements/make-statements.js';
import type { GradesToKeep } from './grades.js';

/**
 * What the statements of an edition are made from beside its released cells.
 * @param tx by the worker role, while the edition is published
 */
export async function toState(
  tx: Transaction,
  edition: number,
  { periods, series }: Pick<Frozen, 'periods' | 'series'>,
  { grades }: Pick<GradesToKeep, 'grades'>,
): Promise<ToState> {
  const coded = await codedByQuarter(tx);
  const ready = new Set(
    grades.flatMap(({ theme, grade, recoding }) => (grade === 'ready' && !recoding ? [theme] : [])),
  );
  const graded = new Map(grades.map((one) => [one.theme, one]));
  const by = (period: string, quarters: readonly string[]): CodedBy => {
    const own = coded.filter(({ quarter }) => quarters.includes(quarter));
    const one = (versions: readonly string[]): string => {
      const all = [...new Set(versions.flatMap((each) => each.split(', ')))];
      // Several versions within a period are as good as another version: what is found changes with them.
      return all.length > 1 ? `several, ${period}` : (all[0] ?? '');
    };
    return { coder: one(own.map(({ coder }) => coder)), codebook: one(own.map(({ codebook }) => codebook)) };
  };
  return {
    codebooks: (await readCodebooks(tx, edition)) as Codebook[],
    engagements: await readEngagements(tx, edition),
    agencies: [...new Set(series.map(({ agency }) => agency))].sort(),
    codedBy: {
      before: by('before', periods?.before.quarters ?? []),
      now: by('now', periods?.now.quarters ?? []),
    },
    ready: (theme) => ready.has(theme),
    checkedIn: (theme, agency) => tellTheme(graded.get(theme), { of: 'agency', agency }).as !== 'withheld',
    codedTheme: (theme) => {
      const allowance = graded.get(theme)?.allowance;
      return ready.has(theme) && allowance !== undefined ? { allowance } : null;
    },
  };
}
