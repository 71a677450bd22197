import {
  compareRecorded,
  ENGAGE_NEXT,
  NO_CAUSE,
  type Part,
  type RecordedArea,
  STANDS,
  STANDS_WORDS,
  standsOf,
  underHeard,
  underHeardWords,
  unvoicedWords,
  voiceAndRecordHeading,
  voiceAndRecordWords,
  voiceMeasure,
} from '#statements';
import { generator } from '../support/generator.js';

const VERDICTS = ['above', 'below', 'no-clear-difference', 'cannot-compare'] as const;
const AREAS = Array.from({ length: 20 }, (_, at) => `w${at}`);
const RESIDENTS = AREAS.map((_, at) => 8_000 + 600 * at);

/** Counts by Knuth's product of uniforms. */
function poisson(mean: number, random: () => number): number {
  const end = Math.exp(-mean);
  let product = random();
  let count = 0;
  for (; product > end; product *= random()) count += 1;
  return count;
}

/**
 * Twelve months of a city in which crimes come in runs: so many runs a month, each of one to `run` records; one area has `times` the
 * rate of the others.
 */
function city(seed: number, { rate = 0.5, run = 1, times = 1 }): RecordedArea[] {
  const random = generator(seed);
  return AREAS.map((code, at) => {
    const mean = ((rate * RESIDENTS[at]!) / 1000) * (at === 0 ? times : 1);
    const months = Array.from({ length: 12 }, () => {
      const runs = poisson((2 * mean) / (run + 1), random);
      return Array.from({ length: runs }, () => 1 + Math.floor(random() * run)).reduce(
        (sum, one) => sum + one,
        0,
      );
    });
    return { code, months, residents: RESIDENTS[at]! };
  });
}

describe('recorded crime by area', () => {
  test.each([1, 5])(
    'areas alike are hardly ever called different, where crimes come in runs of up to %d',
    (run) => {
      let called = 0;
      let cities = 0;
      for (let seed = 1; seed <= 200; seed++) {
        const wrong = compareRecorded(city(seed, { run })).filter(
          ({ verdict }) => verdict === 'above' || verdict === 'below',
        ).length;
        called += wrong;
        cities += Number(wrong > 0);
      }
      expect(called / (200 * AREAS.length)).toBeLessThan(0.01);
      expect(cities / 200).toBeLessThanOrEqual(0.05);
    },
  );

  test('an area with twice the rate is found, never the wrong way, and its interval holds the truth', () => {
    let found = 0;
    let held = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const [first] = compareRecorded(city(seed, { rate: 1, run: 3, times: 2 }));
      if (first?.verdict === 'cannot-compare') continue;
      expect(first?.verdict).not.toBe('below');
      found += Number(first?.verdict === 'above');
      held += Number(first!.ratio.low <= 2 && first!.ratio.high >= 2);
    }
    expect(found / 200).toBeGreaterThan(0.8);
    expect(held / 200).toBeGreaterThan(0.92);
  });

  test('counts that vary more than chance have the wider interval', () => {
    const width = (areas: RecordedArea[]): number => {
      const [one] = compareRecorded(areas);
      return one?.verdict === 'cannot-compare' || !one ? NaN : Math.log(one.ratio.high / one.ratio.low);
    };
    const even = AREAS.map((code) => ({ code, months: Array<number>(12).fill(10), residents: 10_000 }));
    const wild = AREAS.map((code, at) => ({
      code,
      months: Array.from({ length: 12 }, (_, month) => ((at + month) % 2 === 0 ? 20 : 0)),
      residents: 10_000,
    }));
    expect(width(wild)).toBeGreaterThan(2 * width(even));
  });

  test('few are not compared, and a tenth more is no difference, however sure', () => {
    const few = AREAS.map((code) => ({
      code,
      months: [0, 1, ...Array<number>(10).fill(0)],
      residents: 10_000,
    }));
    for (const one of compareRecorded(few)) expect(one.verdict).toBe('cannot-compare');
    const sure = AREAS.map((code, at) => ({
      code,
      months: Array<number>(12).fill(at === 0 ? 10_900 : 10_000),
      residents: 10_000,
    }));
    for (const one of compareRecorded(sure)) expect(one.verdict).toBe('no-clear-difference');
    expect(compareRecorded([])).toEqual([]);
  });
});

describe('voice beside record', () => {
  test('each pair of verdicts stands where it says', () => {
    expect(standsOf('above', 'above')).toBe('voiced-and-recorded');
    expect(standsOf('above', 'below')).toBe('voiced-not-recorded');
    expect(standsOf('above', 'no-clear-difference')).toBe('voiced-not-recorded');
    expect(standsOf('below', 'above')).toBe('recorded-not-voiced');
    expect(standsOf('no-clear-difference', 'above')).toBe('recorded-not-voiced');
    expect(standsOf('below', 'below')).toBe('neither');
    for (const other of [...VERDICTS, null]) {
      expect(standsOf('cannot-compare', other)).toBe('cannot-say');
      expect(standsOf(other, null)).toBe('cannot-say');
      expect(standsOf(null, other)).toBe('cannot-say');
    }
  });

  const ratio = { value: 1.62, low: 1.41, high: 1.84 };
  const record = (verdict: (typeof VERDICTS)[number]) =>
    verdict === 'cannot-compare'
      ? { code: 'a', verdict, count: 3 }
      : { code: 'a', verdict, count: 240, ratio };
  const voice = (verdict: (typeof VERDICTS)[number]) => ({
    verdict,
    difference: verdict === 'cannot-compare' ? null : { value: 0.043, low: 0.012, high: 0.071 },
  });
  const sentences = [...VERDICTS, null].flatMap((said) =>
    [...VERDICTS, null].map((kept) =>
      voiceAndRecordWords({
        theme: 'Drugs',
        area: 'Ham',
        voice: said && voice(said),
        record: kept && record(kept),
      }),
    ),
  );

  test('no sentence of any pair claims a cause, and each names the place and the theme', () => {
    const others = VERDICTS.flatMap((kept) =>
      kept === 'cannot-compare'
        ? []
        : VERDICTS.filter((said) => said !== 'above').map((said) =>
            unvoicedWords('Drugs', record(kept), said),
          ),
    );
    const cause =
      /\b(because|cause[sd]?|due to|leads? to|result|therefore|so that|explains? why|despite|although|fear|unfounded|justified|in fact|really)\b/i;
    for (const sentence of [...sentences, ...others]) expect(sentence).not.toMatch(cause);
    for (const sentence of sentences) expect(sentence).toMatch(/Ham.*drugs/);
    // Nine pairs of verdicts can be told, each in a sentence of its own.
    expect(new Set(sentences.filter((one) => one.startsWith('People heard'))).size).toBe(9);
    expect(NO_CAUSE).toContain('Neither explains the other');
    expect(ENGAGE_NEXT).toContain('nor why they were not heard');
  });

  test('what is said reads as it should', () => {
    expect(
      voiceAndRecordWords({ theme: 'Drugs', area: 'Ham', voice: voice('above'), record: record('above') }),
    ).toBe(
      'People heard in Ham raise drugs more than in the rest of the city, and police recorded more of its kinds there for each resident.',
    );
    expect(
      voiceAndRecordWords({ theme: 'Drugs', area: 'Ham', voice: null, record: record('cannot-compare') }),
    ).toBe(
      'Ham, drugs: people have not checked the coding of this theme enough to compare wards; too little was recorded or expected there.',
    );
    // What stands in a range stays on one line.
    expect(voiceMeasure(voice('above'))).toBe(
      '4 more of 100 heard than in the rest of the city (+1\u00a0to\u00a0+7)',
    );
    expect(unvoicedWords('Drugs', record('above'), 'cannot-compare')).toBe(
      'Of its kinds police recorded 1.6 times the rest of the city for each resident (1.4\u00a0to\u00a01.8); too few people were heard there in the same consultations to say whether they raise it.',
    );
    expect(Object.keys(STANDS_WORDS)).toEqual([...STANDS]);
  });

  test('a heading names the few, counts the many, and is silent where nothing can be said', () => {
    const row = (area: string, stands: (typeof STANDS)[number]) => ({ area, stands });
    expect(
      voiceAndRecordHeading([
        row('Ham', 'voiced-and-recorded'),
        row('Stoke', 'recorded-not-voiced'),
        row('Drake', 'neither'),
      ]),
    ).toBe('Worried and recorded: Ham; recorded and not voiced more: Stoke');
    expect(voiceAndRecordHeading(AREAS.map((area) => row(area, 'voiced-not-recorded')))).toBe(
      'Worried and not recorded more: 20 wards',
    );
    expect(voiceAndRecordHeading([row('Ham', 'cannot-say')])).toContain('can’t be put side by side');
    expect(voiceAndRecordHeading([row('Drugs', 'neither')], 'theme')).toContain('No theme stands out');
  });
});

describe('who is heard less than they live here', () => {
  const part = (
    code: string,
    heard: number | null,
    residents: number,
    base: number | null = 1_000,
  ): Part => ({
    by: 'age-band',
    code,
    heard,
    base,
    residents,
  });

  test('the widest gap comes first, with its range and the people that it comes to', () => {
    const found = underHeard([part('young', 50, 0.13), part('men', 390, 0.49), part('old', 190, 0.1)]);
    expect(found.map(({ code, fewer }) => [code, fewer])).toEqual([
      ['men', 100],
      ['young', 80],
    ]);
    expect(underHeardWords(found[1]!, 'of those heard whose age is known')).toBe(
      '5.0% of those heard whose age is known (2.9%\u00a0to\u00a07.1%), and 13% of residents: about 80 people fewer than the share of residents.',
    );
  });

  test('what is hidden, rests on few, or lies within chance or a fifth is not told', () => {
    expect(underHeard([part('hidden', null, 0.2), part('base', 5, 0.2, null)])).toEqual([]);
    expect(underHeard([part('few', 0, 0.2, 95)])).toEqual([]);
    expect(underHeard([part('chance', 10, 0.018)])).toEqual([]);
    expect(underHeard([part('fifth', 17_000, 0.2, 100_000)])).toEqual([]);
  });
});
