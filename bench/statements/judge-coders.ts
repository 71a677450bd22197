import type { DisclosurePolicy } from '#disclosure';
import {
  allowanceOf,
  auditFindings,
  type CodedTheme,
  amongThemes,
  type AreaComparison,
  type Cell,
  compareAreas,
  factorOf,
  gradeOf,
  versionsMeet,
  wardFigure,
  wholeFigure,
  wilson,
  type AuditFindings,
  type Grade,
} from '#statements';
import { chanceOf } from './chance.js';
import { auditOf, drawAudit } from './draw-audit.js';
import { judgeRanks, type RankedTruth, type RankTally } from './judge-ranks.js';
import { SAID, type CodedCity } from './made-up-coders.js';
import { heardOf, releaseWards, type ReleasedWards } from './released-wards.js';
import { directionOf, shareOf } from './rule-of-before.js';

interface Tally {
  part: number;
  whole: number;
}

/** What one city's grades and corrected figures came to, beside the truth. */
export interface CoderTally {
  grades: Record<Grade, number>;
  codings: number;
  /** City intervals that hold the truth, by grade; of `learning` only "under x%" is told. */
  covered: Record<Grade, Tally>;
  wardCoverage: Tally;
  /** Claims "above" or "below the city" of a ward, and those that point the wrong way. */
  wardWrongWay: Tally;
  versionsMeet: Tally;
  ranks: RankTally;
  before: { cityCoverage: Tally; wardCoverage: Tally; wardWrongWay: Tally; versionsMeet: Tally };
}

const tally = (): Tally => ({ part: 0, whole: 0 });
const count = (tally: Tally, held: boolean): void => {
  tally.whole += 1;
  if (held) tally.part += 1;
};

/** Any city through one audit, the real release and the real grades; and through the rule of before: what the coder says is so. */
export function judgeCoders(city: CodedCity, policy: DisclosurePolicy, seed: number): CoderTally {
  const drawn = drawAudit(city, 0, chanceOf(seed));
  const heard = heardOf(city);
  const compared: AreaComparison[][] = [];
  const ranked: RankedTruth[] = [];
  const result: CoderTally = {
    grades: { ready: 0, indicative: 0, learning: 0 },
    codings: drawn.length,
    covered: { ready: tally(), indicative: tally(), learning: tally() },
    wardCoverage: tally(),
    wardWrongWay: tally(),
    versionsMeet: tally(),
    ranks: { places: tally(), apart: tally() },
    before: { cityCoverage: tally(), wardCoverage: tally(), wardWrongWay: tally(), versionsMeet: tally() },
  };
  city.themes.forEach((theme, at) => {
    const found = theme.said.map((_, version) => auditFindings(auditOf(city, drawn, at, version)));
    const findings = found[0]!;
    const grade = gradeOf(findings);
    result.grades[grade] += 1;
    if (grade !== 'learning')
      count(result.versionsMeet, versionsMeet([found.map(({ share }) => share)]) === 1);
    const raw = theme.said.map((said) => wilson(yesOf(said) / city.people, city.people));
    count(result.before.versionsMeet, versionsMeet([raw]) === 1);
    const released = releaseWards(city, at, 0, policy, heard);
    const figure = judgeCity(city, at, { findings, grade, given: released.given }, result);
    if (figure && grade === 'ready') ranked.push(figure);
    judgeWards(city, at, findings, released, result);
    compared.push(grade === 'ready' ? compareAreas(released.areas(), codedBy(findings)) : []);
  });
  amongThemes(compared).forEach((areas, theme) => judgeClaims(city, theme, areas, result));
  result.ranks = judgeRanks(ranked);
  return result;
}

const yesOf = (said: Uint8Array): number =>
  said.reduce((sum, value) => sum + (value === SAID.yes ? 1 : 0), 0);
const sumOf = (values: Uint8Array): number => values.reduce((sum, value) => sum + value, 0);

/**
 * The figure as a page prints it: the released count times the factor that an edition keeps.
 * @returns it beside the truth; null where the theme has none
 */
function judgeCity(
  city: CodedCity,
  theme: number,
  { findings, grade, given }: { findings: AuditFindings; grade: Grade; given: Cell },
  result: CoderTally,
): RankedTruth | null {
  const { actual, said } = city.themes[theme]!;
  const raw = wilson(yesOf(said[0]!) / city.people, city.people);
  const truth = sumOf(actual);
  count(result.before.cityCoverage, raw.low <= truth / city.people && truth / city.people <= raw.high);
  const factor = factorOf(findings);
  if (grade === 'learning') count(result.covered.learning, truth <= findings.share.high * city.people);
  if (grade === 'learning' || !factor || given === null) return null;
  const figure = wholeFigure({ value: given, low: given, high: given }, factor);
  count(result.covered[grade], figure.low <= truth && truth <= figure.high);
  return { ...figure, truth };
}

/** Ward figures of a ready theme; of the rule of before those of every theme and their claims, for it knew no grades. */
function judgeWards(
  city: CodedCity,
  theme: number,
  findings: AuditFindings,
  { wards, wardsHeard, given, heard }: ReleasedWards,
  result: CoderTally,
): void {
  const truth = new Float64Array(city.wards);
  city.ward.forEach((ward, person) => (truth[ward]! += city.themes[theme]!.actual[person]!));
  const likeness = new Likeness(city, theme);
  const ready = gradeOf(findings) === 'ready';
  wards.forEach((shown, ward) => {
    const base = wardsHeard[ward];
    if (shown === null || shown === 0 || !base) return;
    const figure = ready ? wardFigure(shown, findings) : null;
    if (figure) count(result.wardCoverage, figure.low <= truth[ward]! && truth[ward]! <= figure.high);
    const raw = shareOf(shown, base);
    count(result.before.wardCoverage, raw.low <= truth[ward]! / base && truth[ward]! / base <= raw.high);
    if (given === null || heard === null) return;
    const direction = directionOf(raw, shareOf(Math.max(0, given - shown), heard - base));
    if (direction !== 0) count(result.before.wardWrongWay, likeness.direction(ward) !== direction);
  });
}

const codedBy = (findings: AuditFindings): CodedTheme => ({ allowance: allowanceOf(findings) });

/** Which "above" and "below the rest of the city" of a theme point the wrong way. */
function judgeClaims(
  city: CodedCity,
  theme: number,
  areas: readonly AreaComparison[],
  result: CoderTally,
): void {
  const claims = areas.filter(({ verdict }) => verdict === 'above' || verdict === 'below');
  if (claims.length === 0) return;
  const likeness = new Likeness(city, theme);
  for (const { code, verdict, engagements } of claims) {
    const way = likeness.direction(Number(code), engagements.map(Number));
    count(result.wardWrongWay, way !== (verdict === 'above' ? 1 : -1));
  }
}

/** People and propensities of every ward in every engagement: what wards are like, without the chance of who answered. */
class Likeness {
  private readonly people: Float64Array;
  private readonly inclined: Float64Array;

  constructor(
    private readonly city: CodedCity,
    theme: number,
  ) {
    const { propensity } = city.themes[theme]!;
    this.people = new Float64Array((city.wards + 1) * city.engagements);
    this.inclined = new Float64Array(this.people.length);
    for (let person = 0; person < city.people; person++)
      for (const ward of [city.ward[person]!, city.wards]) {
        this.people[ward * city.engagements + city.engagement[person]!]! += 1;
        this.inclined[ward * city.engagements + city.engagement[person]!]! += propensity[person]!;
      }
  }

  /**
   * Is a ward truly more (1) or less (-1) given to the theme than the rest of the city, in the same engagements?
   * @param within engagements of the claim; all of them unless told
   */
  direction(ward: number, within?: readonly number[]): number {
    let sum = 0;
    for (let engagement = 0; engagement < this.city.engagements; engagement++) {
      if (within && !within.includes(engagement)) continue;
      const [own, whole] = [ward, this.city.wards].map((at) => at * this.city.engagements + engagement) as [
        number,
        number,
      ];
      const n1 = this.people[own]!;
      const n0 = this.people[whole]! - n1;
      if (n1 === 0 || n0 === 0) continue;
      const x1 = this.inclined[own]!;
      sum += ((n1 * n0) / (n1 + n0)) * (x1 / n1 - (this.inclined[whole]! - x1) / n0);
    }
    return Math.sign(sum);
  }
}
