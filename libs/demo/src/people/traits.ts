import { CENSUS_CATEGORIES, residentsBy, type CensusCharacteristic } from '#domain';
import type { Sex } from '../names/choose.js';
import { Weighted, type Random } from '../random.js';

/**
 * How readily people answer, beside the census share: young adults and men are under-heard, people in later middle age
 * and the newly retired are over-heard.
 */
export const RESPONSE: Record<'age' | 'sex' | 'ethnic-group' | 'disability', Record<string, number>> = {
  age: { '0-14': 0.03, '15-24': 0.4, '25-34': 0.7, '35-49': 1, '50-64': 1.35, '65-74': 1.6, '75+': 1.05 },
  sex: { female: 1, male: 0.65 },
  'ethnic-group': {
    'white-british': 1,
    'white-other': 0.75,
    asian: 0.8,
    black: 0.8,
    mixed: 0.85,
    other: 0.7,
  },
  disability: { yes: 1.1, no: 1 },
};

/** First and last age of each band; the youngest who answer are 11 and the oldest 96. */
const AGES: Record<string, readonly [number, number]> = {
  '0-14': [11, 14],
  '15-24': [15, 24],
  '25-34': [25, 34],
  '35-49': [35, 49],
  '50-64': [50, 64],
  '65-74': [65, 74],
  '75+': [75, 96],
};

/** Traits of those who answer, drawn from the census of a ward (null: the whole city). */
export class Traits {
  private readonly tables = new Map<string, Weighted<string>>();

  private table(
    ward: string | null,
    characteristic: CensusCharacteristic & keyof typeof RESPONSE,
  ): Weighted<string> {
    const key = `${ward}/${characteristic}`;
    let table = this.tables.get(key);
    if (!table) {
      table = new Weighted(
        CENSUS_CATEGORIES[characteristic].map((category) => {
          const people = residentsBy(ward, characteristic, category) ?? 0;
          return [category, people * (RESPONSE[characteristic][category] ?? 0)] as const;
        }),
      );
      this.tables.set(key, table);
    }
    return table;
  }

  age(random: Random, ward: string | null): number {
    const [low, high] = AGES[this.table(ward, 'age').draw(random)] ?? [18, 80];
    // The oldest band thins out with age.
    return high - low > 20 ? low + Math.min(random.int(22), random.int(22)) : random.between(low, high);
  }

  sex(random: Random, ward: string | null): Sex {
    return this.table(ward, 'sex').draw(random) as Sex;
  }

  ethnicGroup(random: Random, ward: string | null): string {
    return this.table(ward, 'ethnic-group').draw(random);
  }

  /** Disability rises with age around the ward's share. */
  disabled(random: Random, ward: string | null, age: number): boolean {
    const yes = residentsBy(ward, 'disability', 'yes') ?? 1;
    const no = residentsBy(ward, 'disability', 'no') ?? 4;
    const share = (yes / (yes + no)) * (RESPONSE.disability.yes ?? 1);
    return random.chance(Math.min(0.8, share * (0.45 + age / 85)));
  }
}
