import { dayWords, type WhyWithheld } from '#statements';
import type { Database } from '#store';
import { askFigures } from './ask-figures.js';
import { counterOf } from './edition-counters.js';
import { findEdition } from './editions.js';
import type { Edition, Figure, FigureKey, FigureQuestion, FigureRefusalCode } from './figure-shapes.js';
import { toldOtherwise } from './told-otherwise.js';

/** Why a figure is not told although it is large enough, and the same in a sentence. */
export interface WithheldFigure {
  why: WhyWithheld;
  reason: string;
}

/** A figure that reads otherwise in the later edition. Null where it is hidden or withheld, or is not in that edition. */
export interface MovedFigure {
  id: string;
  keys: FigureKey[];
  before: number | null;
  after: number | null;
  /** Why its grade withholds it in that edition; null where it is told or hidden. */
  withheldBefore: WithheldFigure | null;
  withheldAfter: WithheldFigure | null;
  /** Only where both are shown. */
  change: number | null;
  /**
   * `moved`, `shown` (was not told), `hidden` (too few people), `withheld` (its grade tells no figure now, or another reason for none), `new` (there was
   * no such row), `gone`.
   */
  kind: 'moved' | 'shown' | 'hidden' | 'withheld' | 'new' | 'gone';
}

export interface EditionDifference {
  from: Edition;
  to: Edition;
  /** Rows that both editions have and that read the same. */
  same: number;
  /** Largest movement first; then by name. */
  moved: MovedFigure[];
  /** What the two editions were made by that is not the same, in words. */
  reasons: string[];
}

export type DifferenceAnswer =
  { ok: true; difference: EditionDifference } | { ok: false; code: FigureRefusalCode; reason: string };

/**
 * What moved between two published editions, in one report's people: released figures beside released figures, so that
 * the difference tells nothing that the editions did not. A figure stays until at least five people have entered or left.
 * @param db opened as the published role
 */
export async function editionDifference(
  db: Database,
  question: Omit<FigureQuestion, 'edition' | 'working'>,
  editions: { from: number; to: number },
): Promise<DifferenceAnswer> {
  const [from, to] = await Promise.all([findEdition(db, editions.from), findEdition(db, editions.to)]);
  if (!from || !to)
    return { ok: false, code: 'unknown-edition', reason: 'There is no such edition to compare with.' };
  const [before, after] = await Promise.all(
    [from, to].map(({ edition }) =>
      askFigures(db, { ...question, edition: edition.number }, { kind: 'public' }),
    ),
  );
  if (!before!.ok) return before!;
  if (!after!.ok) return after!;
  const earlier = new Map(
    [before!.table.total, ...before!.table.figures].map((figure) => [figure.id, figure]),
  );
  const later = new Map([after!.table.total, ...after!.table.figures].map((figure) => [figure.id, figure]));
  const [was, is] = await Promise.all([counterOf(db, from), counterOf(db, to)]);
  const ids = [...new Set([...later.keys(), ...earlier.keys()])];
  const moved = ids.flatMap((id) => compare(id, earlier.get(id), later.get(id)));
  return {
    ok: true,
    difference: {
      from: from.edition,
      to: to.edition,
      same: ids.length - moved.length,
      moved: moved.sort(mostMoved),
      reasons: [...reasonsOf(from.edition, to.edition), ...toldOtherwise(was.frozen, is.frozen)],
    },
  };
}

const peopleOf = (figure: Figure | undefined): number | null =>
  figure && !figure.hidden ? figure.people.value : null;

const withheldOf = (figure: Figure | undefined): WithheldFigure | null =>
  figure?.hidden && figure.withheld ? { why: figure.withheld, reason: figure.reason } : null;

function compare(id: string, before: Figure | undefined, after: Figure | undefined): MovedFigure[] {
  const [was, is] = [peopleOf(before), peopleOf(after)];
  const [withheldBefore, withheldAfter] = [withheldOf(before), withheldOf(after)];
  if (before && after && was === is && withheldBefore?.why === withheldAfter?.why) return [];
  const both = was !== null && is !== null;
  return [
    {
      id,
      keys: (after ?? before)!.keys,
      before: was,
      after: is,
      withheldBefore,
      withheldAfter,
      change: both ? is - was : null,
      kind: kindOf({ before, after }),
    },
  ];
}

function kindOf({ before, after }: { before?: Figure; after?: Figure }): MovedFigure['kind'] {
  if (!before) return 'new';
  if (!after) return 'gone';
  if (!after.hidden) return before.hidden ? 'shown' : 'moved';
  return after.withheld ? 'withheld' : 'hidden';
}

function mostMoved(a: MovedFigure, b: MovedFigure): number {
  const size = Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0);
  return size !== 0 ? size : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const MADE_BY = {
  codebook: 'The list of themes has changed',
  coder: 'The computer has learned from more of people’s codings, or reads comments in another way',
  linkageModel: 'The same people are recognised in another way',
  disclosurePolicy: 'Small numbers are protected in another way',
  geography: 'The map of wards or the census has changed',
} as const;

const upTo = ({ dataTo }: Edition): string => (dataTo ? dayWords(dataTo) : 'no date');

/** Why figures may have moved besides new answers: the later edition's note, and what was made by another version. */
function reasonsOf(from: Edition, to: Edition): string[] {
  const reasons = to.dataTo !== from.dataTo ? [`Answers up to ${upTo(to)}, before: ${upTo(from)}.`] : [];
  for (const [version, words] of Object.entries(MADE_BY) as [keyof typeof MADE_BY, string][])
    if (from.versions[version] !== to.versions[version]) reasons.push(`${words} since.`);
  const said = [to.correction && `Correction: ${to.correction}`, to.note];
  return [...said.flatMap((words) => words || []), ...reasons];
}
