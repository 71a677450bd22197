import { hiddenReason } from '#disclosure';
import { type HowTold, type Interval, share, withheldWords } from '#statements';
import type { ReleasedBase } from './base.js';
import { ByGrade, type GradedFigure } from './by-grade.js';
import { type Fixed, rateOf, referenceOf } from './census.js';
import { corrected, correctedShare, listUnder, rangeWithList, within } from './corrected.js';
import type { Counter } from './counter.js';
import { cutKey, type ShownCell } from './cut.js';
import { type Characteristic, type Dimension, type FactDimension, restName } from '../dimensions.js';
import { agenciesOf } from './editions.js';
import { figureIds } from './figure-id.js';
import type { Figure, FigureKey, PublishedFigure, Receipt, ReceiptStep, Reference } from './figure-shapes.js';
import { withWords, type WordsMaker } from './figure-words.js';
import type { Freshness } from './freshness.js';
import { listOf } from './lists.js';
import { type Counted, ranges } from './ranges.js';
import {
  hiddenOrList,
  howProtected,
  MOST_UNMATCHED,
  UNMATCHED_RULE,
  unmatchedReason,
} from './protected-words.js';
import type { Asked, Filters } from './question.js';
import { addsUp, figureSteps, hubSteps } from './receipt.js';
import { ruleVersion } from './rule-version.js';
import { writeCharacteristic } from './vocabulary.js';
import { type MostOfTheme, withinTheTotal } from './whole-of-theme.js';

/** Dimensions whose values a grade hangs on: of the others only that they are there. */
const DECIDES_GRADE: ReadonlySet<FactDimension> = new Set(['theme', 'agency', 'engagement', 'quarter']);

interface Place {
  dimensions: readonly FactDimension[];
  characteristic: Characteristic | null;
  base: ReleasedBase | null;
  /** What bounds corrected counts; null where nothing is corrected. */
  most: MostOfTheme | null;
}

/** What a figure's receipt tells of. */
interface Made {
  cell: ShownCell;
  told: HowTold;
  /** People as corrected; null where they stand as they were counted, or are not told. */
  corrected: number | null;
}

/** Makes figures of one table out of released cells; a true count never gets here. */
export class FigureMaker implements WordsMaker<Made> {
  private readonly hub: ReceiptStep[];
  private readonly filterKeys: FigureKey[];
  private readonly grades: ByGrade;
  /** People of the total, where that is corrected and bounds its parts. */
  private most: Interval | null = null;
  private readonly idOf: (keys: readonly FigureKey[]) => string;
  private readonly gradesOf = new Map<Place, Map<string, GradedFigure>>();
  /** Is a hidden number of answers that are not yet matched taken for its most? */
  private readonly byMost: boolean;
  private readonly rangeOf: (cell: Counted) => PublishedFigure['people'];
  /** One key for all figures of the table that bear it. */
  private readonly keys = new Map<Dimension, Map<string, FigureKey>>();

  constructor(
    private readonly counter: Counter,
    private readonly asked: Asked,
    private readonly sources: readonly Freshness[],
    private readonly all: { whole: ShownCell; total: ShownCell },
  ) {
    const { funnel, edition } = counter;
    this.grades = new ByGrade(counter.frozen, counter.vocabulary);
    this.idOf = figureIds(asked.report.code, this.toldFilter());
    this.rangeOf = ranges(counter);
    this.byMost = ruleVersion(counter, UNMATCHED_RULE) >= 1;
    this.hub = hubSteps(funnel, { agencies: agenciesOf(counter), dataTo: edition?.dataTo ?? null });
    this.filterKeys = Object.entries(asked.filter).flatMap(([name, values]) =>
      values.map((code) => this.key(name as FactDimension, code)),
    );
  }

  private toldFilter(): Filters {
    const { vocabulary } = this.counter;
    return Object.fromEntries(
      Object.entries(this.asked.filter).map(([name, values]) => [
        name,
        values.map((code) => vocabulary.toldCode(name as FactDimension, code)),
      ]),
    );
  }

  figure(cell: ShownCell, place: Place): Figure {
    const keys = place.dimensions.map((dimension, at) => {
      const code = cell.keys[at] ?? '';
      return dimension === place.characteristic
        ? this.characteristicKey(dimension, code)
        : this.key(dimension, code);
    });
    return this.make(cell, keys, place);
  }

  /** Everybody under the filters; asked for first, as its parts go no higher. */
  total(of: Pick<Place, 'base' | 'most'>): Figure {
    const total = this.make(this.all.total, [], { dimensions: [], characteristic: null, ...of });
    if (!total.hidden && total.asCounted !== null && withinTheTotal(this.counter)) this.most = total.people;
    return total;
  }

  private make(cell: ShownCell, keys: FigureKey[], place: Place): Figure {
    const { grade, told } = this.graded(cell, place);
    const common = {
      id: this.idOf(keys),
      keys,
      edition: this.counter.edition,
      working: this.counter.edition === null,
      grade,
      list: told.as === 'withheld' ? null : listUnder(cell, told),
      reference: this.reference(cell, place),
    };
    const why = told.as === 'withheld' ? told.why : null;
    if (why) {
      const withheld = { ...common, hidden: true as const, reason: withheldWords(why), withheld: why };
      return withWords(withheld, this, { cell, told, corrected: null });
    }
    if (cell.hidden) {
      const reason = common.list?.words ?? hiddenReason(this.counter.policy);
      const hidden = { ...common, hidden: true as const, reason, withheld: null };
      return withWords(hidden, this, { cell, told, corrected: null });
    }
    const counted = rangeWithList(this.rangeOf(cell), cell);
    const own = corrected(counted, told, place.most?.(cell.keys));
    const people = own && this.most ? within(own, this.most) : own;
    const figure = {
      ...common,
      hidden: false as const,
      submissions: cell.submissions,
      people: people ?? counted,
      asCounted: people && counted.value,
      arguments: cell.arguments,
      // Of a base that is of the same theme both are as they were counted: what corrects them is the same.
      ...this.shareOf(people && place.base?.over === 'theme' ? people : cell.people, cell.keys, place),
      rate: this.isOfWard(place)
        ? rateOf(this.counter.census, people ?? cell.people, this.fixed(cell.keys, place))
        : null,
    };
    return withWords(figure, this, { cell, told, corrected: people && people.value });
  }

  /** Of a table of thousands few differ in what their grade hangs on: it is looked up once for all of these. */
  private graded(cell: ShownCell, place: Place): GradedFigure {
    const known = this.gradesOf.get(place) ?? new Map<string, GradedFigure>();
    this.gradesOf.set(place, known);
    const decisive = cutKey(cell.keys.filter((_, at) => DECIDES_GRADE.has(place.dimensions[at]!)));
    const grade = known.get(decisive) ?? this.grades.of(cellKeys(cell, place), this.asked.filter);
    known.set(decisive, grade);
    return grade;
  }

  private characteristicKey(of: Characteristic, value: string): FigureKey {
    return this.key('characteristic', writeCharacteristic(of, value));
  }

  private key(dimension: Dimension, code: string): FigureKey {
    const known = this.keys.get(dimension) ?? new Map<string, FigureKey>();
    this.keys.set(dimension, known);
    const key = known.get(code) ?? {
      dimension,
      code: this.counter.vocabulary.toldCode(dimension, code),
      name: this.counter.vocabulary.name(dimension, code),
    };
    known.set(code, key);
    return key;
  }

  definition(keys: readonly FigureKey[]): string {
    const cuts = keys.map((key) => key.name);
    const filters = Object.entries(this.asked.filter).map(([name, values]) =>
      values.map((code) => this.counter.vocabulary.name(name as FactDimension, code)).join(' or '),
    );
    const here = [...cuts, ...filters].join('; ');
    return here ? `${this.asked.report.definition} Here: ${here}.` : this.asked.report.definition;
  }

  private shareOf(
    people: number | Interval,
    keys: readonly string[],
    place: Place,
  ): Pick<PublishedFigure, 'share' | 'shareReason' | 'base'> {
    const none = { share: null, shareReason: null, base: null };
    if (!place.base) return none;
    const { base, dimensions } = place;
    const { policy } = this.counter;
    const overCode = base.over ? keys[dimensions.indexOf(base.over)] : undefined;
    if (this.asked.report.measure === 'people-who-answered' && overCode && restName(overCode)) return none;
    const baseKeys = base.dimensions.map((dimension) => keys[dimensions.indexOf(dimension)] ?? '');
    const found = base.cells.get(cutKey(baseKeys));
    if (!found || found.hidden || found.people < policy.minimumBase) return none;
    const shareReason = unmatchedReason(found, base.unmatched?.get(cutKey(baseKeys)), policy, this.byMost);
    if (shareReason) return { share: null, shareReason, base: found.people };
    return {
      share:
        typeof people === 'number'
          ? share(people, found.people, policy.minimumBase)
          : correctedShare(people, found.people),
      shareReason,
      base: found.people,
    };
  }

  private reference(cell: ShownCell, place: Place): Reference | null {
    const over = place.base?.over;
    if (!over || this.asked.report.reference !== 'census-2021') return null;
    const code = cell.keys[place.dimensions.indexOf(over)];
    if (this.isMissingMany(cell.keys, place)) return null;
    const ward = over === 'ward' ? undefined : cell.keys[place.dimensions.indexOf('ward')];
    const wards = ward ? [ward] : this.valuesOf('ward', this.asked.filter.ward ?? []);
    return code ? referenceOf(this.counter.census, over, code, over === 'ward' ? [] : wards) : null;
  }

  /** Whether so many were asked by a wider group that this one's share can't be compared with residents. */
  private isMissingMany(keys: readonly string[], place: Place): boolean {
    const { over, dimensions, cells, astride } = place.base!;
    const wider = astride.get(keys[place.dimensions.indexOf(over!)] ?? '');
    const baseKey = cutKey(dimensions.map((dimension) => keys[place.dimensions.indexOf(dimension)] ?? ''));
    const [missing, answered] = [wider?.get(baseKey), cells.get(baseKey)];
    if (!missing || missing.hidden || !answered || answered.hidden) return false;
    return missing.people > MOST_UNMATCHED * answered.people;
  }

  private isOfWard({ dimensions }: Place): boolean {
    return dimensions.includes('ward') || this.asked.filter.ward !== undefined;
  }

  private fixed(keys: readonly string[], place: Place): Fixed {
    const fixed: Fixed = {};
    for (const [name, values] of Object.entries(this.asked.filter))
      if (values.length === 1) fixed[name as FactDimension] = values[0]!;
      else if (name === 'ward' && !place.dimensions.includes('ward')) return {};
    place.dimensions.forEach((dimension, at) => (fixed[dimension] = keys[at]!));
    return fixed;
  }

  receipt({ cell, told, corrected }: Made, keys: readonly FigureKey[]): Receipt {
    const { policy, versions, funnel, edition } = this.counter;
    // What a grade withholds is not to be read off the steps that lead to it.
    const withheld = told.as === 'withheld';
    const ofThemes = this.asked.filter.theme !== undefined;
    const released = (each: ShownCell): number | null =>
      each.hidden || (withheld && (each === cell || ofThemes) && each !== this.all.whole)
        ? null
        : each.people;
    const filtered = this.filterKeys.length > 0;
    const steps = figureSteps(this.hub, funnel.people, {
      whole: released(this.all.whole),
      filtered: filtered
        ? { people: released(this.all.total), said: listOf(this.all.total)?.words ?? null }
        : null,
      cell:
        keys.length > 0 ? { people: released(cell), names: keys.map((key) => key.name).join(', ') } : null,
      said: withheld ? withheldWords(told.why) : (listOf(cell)?.words ?? null),
      corrected,
    });
    const suppression = withheld
      ? withheldWords(told.why)
      : cell.hidden
        ? hiddenOrList(cell, policy)
        : edition === null
          ? 'Exact, because working figures are not published.'
          : howProtected(cell, policy);
    return {
      steps,
      addsUp: funnel.balanced !== false && addsUp(steps),
      filters: [...this.filterKeys, ...keys],
      sources: this.sourcesOf(keys),
      versions,
      suppression,
    };
  }

  /** Values, a declared group's own in its place. */
  private valuesOf(dimension: FactDimension, codes: readonly string[]): string[] {
    return codes.flatMap((code) => [...(this.counter.vocabulary.group(dimension, code)?.values ?? [code])]);
  }

  /** Sources of the agencies that the figure is of. */
  private sourcesOf(keys: readonly FigureKey[]): Freshness[] {
    const key = keys.find(({ dimension }) => dimension === 'agency' || dimension === 'engagement');
    const home =
      key?.dimension === 'engagement' ? this.counter.vocabulary.homeOf(key.code)?.agency : key?.code;
    const asked = this.asked.filter.agency && this.valuesOf('agency', this.asked.filter.agency);
    const agencies = home ? [home] : asked;
    const counted = new Set(this.counter.sources.map((source) => source.source));
    return this.sources.filter(
      ({ source, agency }) => counted.has(source) && (!agencies || agencies.includes(agency.code)),
    );
  }
}

/** Values of a cell by their dimensions. */
const cellKeys = (cell: ShownCell, { dimensions }: Pick<Place, 'dimensions'>) =>
  dimensions.map((dimension, at) => ({ dimension, code: cell.keys[at] ?? '' }));
