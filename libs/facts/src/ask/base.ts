import type { Counter } from './counter.js';
import { type ReleasedCut, releaseCut } from './cut.js';
import { type Characteristic, CHARACTERISTICS, type FactDimension } from '../dimensions.js';
import { answeredCode } from '../groups/declare.js';
import type { Asked, Filters } from './question.js';
import { isAskedOfPeople, type Vocabulary } from './vocabulary.js';

/** What a table's shares are of. */
export interface Base {
  /** Cut of the base: the table's dimensions without the one that shares are over. */
  dimensions: FactDimension[];
  filters: Filters;
  /** The dimension that shares are over; its "not known" rows have no share where only answers count. */
  over: FactDimension | null;
}

/**
 * The base of the shares of a table: people under the same filters without the report's own dimension. Where that
 * dimension is neither cut nor filtered by, everybody under the filters.
 * @returns null where a share would be of itself
 */
export function baseOf(
  asked: Asked,
  dimensions: readonly FactDimension[],
  vocabulary: Vocabulary,
): Base | null {
  const over = ownDimension(asked, dimensions);
  if (over && asked.report.measure === 'people-who-answered') {
    return {
      dimensions: dimensions.filter((dimension) => dimension !== over),
      filters: { ...asked.filter, [over]: answered(over, vocabulary) },
      over,
    };
  }
  if (over) {
    const { [over]: _own, ...filters } = asked.filter;
    return { dimensions: dimensions.filter((dimension) => dimension !== over), filters, over };
  }
  return dimensions.length > 0 ? { dimensions: [], filters: asked.filter, over: null } : null;
}

/** Everybody who answered: a declared group, so that the base is a released whole; of editions without it, the sum of its parts. */
function answered(over: FactDimension, vocabulary: Vocabulary): string[] {
  const whole = vocabulary.group(over, answeredCode(over as Characteristic));
  return whole ? [whole.code] : vocabulary.known(over);
}

/** The one of the report's own dimensions that is cut by, or else filtered by. */
function ownDimension(asked: Asked, dimensions: readonly FactDimension[]): FactDimension | null {
  const own = (dimension: string): boolean => (asked.report.own as readonly string[]).includes(dimension);
  const cut = dimensions.filter(own);
  // With another characteristic beside it, the ward is where people live, not what is compared.
  const found = cut.find((dimension) => dimension !== 'ward') ?? cut[0];
  if (found || asked.report.measure === 'people-who-answered') return found ?? null;
  return (Object.keys(asked.filter) as FactDimension[]).find(own) ?? null;
}

/** The tables that a question stands for: one, or one for each characteristic. */
export function cutsOf(
  asked: Asked,
): { dimensions: FactDimension[]; characteristic: Characteristic | null }[] {
  if (!asked.by.includes('characteristic'))
    return [{ dimensions: asked.by as FactDimension[], characteristic: null }];
  const others = asked.by.filter((dimension) => dimension !== 'characteristic') as FactDimension[];
  return CHARACTERISTICS.filter((characteristic) => !others.includes(characteristic)).map(
    (characteristic) => ({
      dimensions: asked.by.map((dimension) =>
        dimension === 'characteristic' ? characteristic : (dimension as FactDimension),
      ),
      characteristic,
    }),
  );
}

/** Released people of the base of each cell's share. */
export interface ReleasedBase {
  dimensions: readonly FactDimension[];
  over: FactDimension | null;
  cells: ReleasedCut;
  /** Released people of each of these cells whose answer is not yet matched; null where shares are of all people. */
  unmatched: ReleasedCut | null;
  /** Of a listed code: released people of each of these cells whose answer, kept as asked, may be of it too. */
  astride: ReadonlyMap<string, ReleasedCut>;
}

/** Counts and releases the base of a table's shares; null where a share would be of itself. */
export async function releasedBase(
  counter: Counter,
  asked: Asked,
  dimensions: readonly FactDimension[],
): Promise<ReleasedBase | null> {
  const base = baseOf(asked, dimensions, counter.vocabulary);
  if (!base) return null;
  const { [base.over as FactDimension]: _own, ...others } = asked.filter;
  const cells = await releaseCut(counter, base.dimensions, base.over ? others : asked.filter, base.filters);
  const released = (values: string[]): Promise<ReleasedCut> =>
    releaseCut(counter, base.dimensions, others, { ...others, [base.over as FactDimension]: values });
  const answered = asked.report.measure === 'people-who-answered' && base.over && isAskedOfPeople(base.over);
  const unmatched = answered ? await released(['unmapped']) : null;
  const astride = new Map<string, ReleasedCut>();
  if (answered)
    for (const code of counter.vocabulary.known(base.over as FactDimension)) {
      const wider = counter.vocabulary.astride(base.over as FactDimension, code);
      if (wider.length > 0) astride.set(code, await released(wider));
    }
  return { dimensions: base.dimensions, over: base.over, cells, unmatched, astride };
}
