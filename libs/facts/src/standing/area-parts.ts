import {
  cellId,
  type CountCell,
  type DisclosurePolicy,
  type ReleasedCell,
  type ShownSet,
  yieldsTo,
} from '#disclosure';
import type { AskedQuestion } from '../ask/results/asked-questions.js';
import type { AnswerCounts } from './answer-cells.js';
import { optionValue } from './answer-table.js';
import type { Standing } from './stand.js';
import { ReleasedTable } from './stored.js';

/** What the areas of an edition hold, and what is told of it. */
export interface AreaParts {
  /** Wards by area. */
  wards: ReadonlyMap<string, readonly string[]>;
  /** The kept table of answers by ward. */
  told: Standing;
  /** That of the edition before; null where it is no guide. */
  before: Standing | null;
  /** Areas that held other wards in the edition before. */
  changed: ReadonlySet<string>;
}

/** A ward that is shown, within an area: its people now, its figure, and what that was set by. */
export interface ToldWard extends ShownSet {
  /** True count of people by which the figure was set, in this edition or before. */
  setBy: number;
  /** Was the figure set in this edition, or has the area held the ward since then alone? */
  anew: boolean;
}

/**
 * What is told of an option's wards, for the area that holds them: of an area and a ward with nearly all its people one is told, and the
 * area gives way (rule C of declared groups), so that a figure by ward is the same whether areas are told or not.
 * @param counts of the wards and areas of one engagement
 * @returns the wards that are shown of a question's option, by area
 */
export function toldWithin(
  { wards, told, before, changed }: AreaParts,
  asked: readonly AskedQuestion[],
  { cut }: AnswerCounts,
): (question: string, code: string, area: string) => ToldWard[] {
  const [now, then] = [new ReleasedTable(told), before && new ReleasedTable(before)];
  const people = new Map(cut?.options.map((cell) => [cellId(cell.keys), cell.people]));
  const options = new Map(
    asked.flatMap(({ engagement, key, options: all }) =>
      all.map(({ code, place }) => [
        cellId([key, code]),
        { place, value: optionValue(engagement, key, code) },
      ]),
    ),
  );
  return (question, code, area) => {
    const option = options.get(cellId([question, code]))!;
    return (wards.get(area) ?? []).flatMap((ward): ToldWard[] => {
      const keys = [option.value, ward];
      const figure = now.people(keys);
      const many = people.get(cellId([String(option.place), ward])) ?? 0;
      if (figure === null || figure === undefined) return [];
      const setBy = setByOf(told, now, keys);
      const anew = !before || changed.has(area) || setBy !== setByOf(before, then!, keys);
      return [{ people: many, figure, setBy, anew }];
    });
  };
}

const setByOf = ({ setBy }: Standing, table: ReleasedTable, keys: readonly string[]): number =>
  setBy[table.placeOf(keys)] ?? 0;

/**
 * Must an area that would be told be hidden beside its wards? Where one of the two stands from the edition before, other counts are told than those
 * that are weighed when a figure is set: the pair is weighed by the counts that its figures were set by, and where the ward's was set in this
 * edition, as in a first one. Nobody who comes or goes alone is seen by it, since all of that changes with five people at once. No area is
 * told with fewer people than a ward in it.
 * @param released what would be told of the area's cell if its figure were set in this edition
 * @returns of what would be told of a cell, with the true count that it was set by
 */
export function besideWards(
  policy: DisclosurePolicy,
  released: (cell: CountCell) => ReleasedCell,
): (shown: ReleasedCell, setBy: number, cell: CountCell, wards: readonly ToldWard[]) => boolean {
  const yields = yieldsTo(policy);
  return (shown, setBy, cell, wards) => {
    if (shown.hidden) return false;
    const isBeside = (ward: ToldWard): boolean =>
      ward.figure > shown.people ||
      (ward.figure === shown.people && ward.setBy > setBy) ||
      yields(setBy, shown.people, [{ people: ward.setBy, figure: ward.figure }]) ||
      (ward.anew && yields(cell.people, shown.people, [ward]));
    return wards.some(isBeside) || (wards.some(({ anew }) => anew) && released(cell).hidden);
  };
}
