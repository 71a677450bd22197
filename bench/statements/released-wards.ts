import { release, type CountCell, type DisclosurePolicy, type LargerSet } from '#disclosure';
import type { Area, Cell } from '#statements';
import { SAID, type CodedCity } from './made-up-coders.js';

/** Wards are grouped into areas by fives: a declared group, and so a larger set of each of its wards. */
const BY_AREA = 5;

/** Distinct people of every ward (and area, and all) x engagement (and all), all who were heard or who a coder says raised a theme. */
class WardCounts {
  private readonly places: number;
  readonly people: Int32Array;
  readonly keys: Int32Array;
  readonly everywhere: number;

  constructor(
    private readonly city: CodedCity,
    counts: (person: number) => boolean,
  ) {
    this.everywhere = city.wards + Math.ceil(city.wards / BY_AREA);
    this.places = city.engagements + 1;
    this.people = new Int32Array((this.everywhere + 1) * this.places);
    this.keys = new Int32Array(this.people.length);
    for (let person = 0; person < city.people; person++) {
      if (!counts(person)) continue;
      const ward = city.ward[person]!;
      for (const area of [ward, this.areaOf(ward), this.everywhere])
        for (const engagement of [city.engagement[person]!, city.engagements]) {
          this.people[area * this.places + engagement]! += 1;
          this.keys[area * this.places + engagement]! += city.personKey[person]!;
        }
    }
  }

  areaOf(ward: number): number {
    return this.city.wards + Math.floor(ward / BY_AREA);
  }

  at(area: number, engagement: number): LargerSet {
    const place = area * this.places + engagement;
    return { people: this.people[place]!, noiseKey: this.keys[place]! };
  }

  cell(area: number, engagement: number, heard: WardCounts | null): CountCell {
    const { people, noiseKey } = this.at(area, engagement);
    const larger: LargerSet[] = [];
    if (engagement !== this.city.engagements) larger.push(this.at(area, this.city.engagements));
    if (area < this.city.wards) larger.push(this.at(this.areaOf(area), engagement));
    if (area !== this.everywhere) larger.push(this.at(this.everywhere, engagement));
    if (heard) larger.push(heard.at(area, engagement));
    const noiseKeys = { people: noiseKey, submissions: noiseKey, arguments: noiseKey };
    return { keys: [], people, submissions: people, arguments: people, noiseKeys, larger };
  }
}

export interface ReleasedWards {
  /** Released people whom the coder gave the theme, by ward; and of the whole city those heard and given it. */
  wards: Cell[];
  wardsHeard: Cell[];
  heard: Cell;
  given: Cell;
  /** The same within engagements; counted when it is asked for. */
  areas(): Area[];
}

/** One theme as one version of the coder says it, through the real release. */
export function releaseWards(
  city: CodedCity,
  theme: number,
  version: number,
  policy: DisclosurePolicy,
  heard = heardOf(city),
): ReleasedWards {
  const said = city.themes[theme]!.said[version]!;
  const given = new WardCounts(city, (person) => said[person] === SAID.yes);
  const released = (counts: WardCounts, area: number, engagement: number, base: WardCounts | null): Cell => {
    const dimension = area === given.everywhere ? 'engagement' : 'ward';
    const cells = [counts.cell(area, engagement, base)];
    const outcome = release(
      { dimensions: [dimension], filters: {}, cells },
      { ...policy, refuseHiddenOver: 1 },
    );
    if (!outcome.ok) throw new Error(outcome.reason);
    const [cell] = outcome.table.cells;
    return cell && !cell.hidden ? cell.people : null;
  };
  const wards = Array.from({ length: city.wards }, (_, at) => at);
  const engagements = Array.from({ length: city.engagements }, (_, at) => at);
  const both = (area: number, engagement: number): { base: Cell; raised: Cell } => ({
    base: released(heard, area, engagement, null),
    raised: released(given, area, engagement, heard),
  });
  return {
    wards: wards.map((ward) => released(given, ward, city.engagements, heard)),
    wardsHeard: wards.map((ward) => released(heard, ward, city.engagements, null)),
    heard: released(heard, given.everywhere, city.engagements, null),
    given: released(given, given.everywhere, city.engagements, heard),
    areas: () => {
      const inCity = engagements.map((engagement) => both(given.everywhere, engagement));
      return wards.map((ward) => ({
        code: String(ward),
        engagements: engagements.map((engagement) => ({
          engagement: String(engagement),
          area: both(ward, engagement),
          city: inCity[engagement]!,
        })),
      }));
    },
  };
}

export const heardOf = (city: CodedCity): WardCounts => new WardCounts(city, () => true);
