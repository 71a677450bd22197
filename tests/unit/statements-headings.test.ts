import { describe, expect, it } from '@jest/globals';
import { generator } from '../support/generator.js';
import {
  gapsHeading,
  recordedHeading,
  underHeard,
  underHeardHeading,
  votesHeading,
  weightedHeading,
  withinMonths,
  type ComparedPart,
} from '#statements';

it('a promise is within a month, or within several', () => {
  expect([1, 6].map(withinMonths)).toEqual(['within a month', 'within 6 months']);
});

describe('headings that compare', () => {
  it('tell gaps between women and men in both directions, and only those that are clear', () => {
    const [lower, higher, none] = [
      { low: -9, high: -2 },
      { low: 1, high: 6 },
      { low: -3, high: 4 },
    ];
    expect(gapsHeading([lower, lower, higher, none])).toBe(
      'Women are lower than men 2 and higher 1 of 4 times',
    );
    expect(gapsHeading([higher, none])).toBe('Women are higher than men 1 of 2 times');
    expect(gapsHeading([lower])).toBe('Women are lower than men 1 of 1 time');
    expect(gapsHeading([none, none])).toBe('No clear gap between women and men');
    expect(gapsHeading([])).toBe('Women and men can’t be told apart here');
  });

  it('name a gap by chance in at most one heading of twenty, however many times were asked', () => {
    const random = generator(41);
    const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const times = 9;
    let named = 0;
    for (let at = 0; at < 2_000; at++) {
      const gaps = Array.from({ length: times }, () => 3 * normal()).map((points) => ({
        low: points - 3 * 1.96,
        high: points + 3 * 1.96,
      }));
      if (!gapsHeading(gaps).startsWith('No clear gap')) named += 1;
    }
    expect(named / 2_000).toBeLessThan(0.065);
  });

  it('count what would read otherwise, were everybody heard alike, and not what is not told', () => {
    const [out, within] = [
      { asHeard: 20, weighted: { low: 10, high: 18 } },
      { asHeard: 14, weighted: { low: 10, high: 18 } },
    ];
    expect(weightedHeading([within, { asHeard: 90, weighted: null }])).toMatch(
      /^The themes would read much the same/,
    );
    expect(weightedHeading([out, within])).toMatch(/^One theme would read otherwise/);
    expect(weightedHeading([out, out])).toMatch(/^2 themes would read otherwise/);
  });

  it('count statements by where they stand', () => {
    expect(votesHeading({ mostAgree: 3, mostDisagree: 1, divide: 1 })).toBe(
      'Most agree with 3 statements, most disagree with 1 and 1 divides',
    );
    expect(votesHeading({ mostAgree: 1, mostDisagree: 0, divide: 2 })).toBe(
      'Most agree with 1 statement and 2 divide',
    );
    expect(votesHeading({ mostAgree: 0, mostDisagree: 0, divide: 0 })).toBe(
      'No statement has a clear majority',
    );
  });

  it('name the kinds recorded most, those that are equal together', () => {
    const last = { month: 'March 2026', count: 1200 };
    const year = [
      { name: 'Drugs', count: 700 },
      { name: 'CCTV theft', count: 700 },
      { name: 'Noise', count: 20 },
    ];
    expect(recordedHeading({ year, last }, 'Ham')).toBe(
      '1,420 crimes and incidents were recorded in Ham in twelve months, drugs and CCTV theft most of all',
    );
    expect(recordedHeading({ year: null, last }, 'Ham')).toBe('Recorded crime in Ham: 1,200 in March 2026');
    expect(recordedHeading({ year: null, last: null }, 'Ham')).toBe('Nothing is recorded of Ham');
  });
});

describe('who is under-heard, in a heading', () => {
  const part = (by: string, code: string, name: string): ComparedPart => ({ by, code, name });
  const [young, men, nobody] = [
    part('age-band', '15-24', '15 to 24'),
    part('sex', 'male', 'Male'),
    part('disability', 'no', 'No'),
  ];

  it('is named as people say it, the widest gap first, three at most and how many more', () => {
    expect(underHeardHeading([men, young], true)).toBe('Men and people aged 15 to 24 are under-heard');
    const many = ['a', 'b', 'c'].map((code) => part('ward', code, `Ward ${code}`));
    expect(underHeardHeading([young, ...many], true)).toBe(
      'People aged 15 to 24, people in Ward a and 2 more are under-heard',
    );
    expect(underHeardHeading([nobody, men], true)).toBe('Men are under-heard');
    // Never that nobody is, where a table beside it has one in bold.
    expect(underHeardHeading([nobody], true)).toBe('People who are not disabled are under-heard');
    expect(underHeardHeading([part('age-band', '0-14', 'Under 15')], true)).toBe(
      'Children under 15 are under-heard',
    );
    expect(underHeardHeading([], true)).toBe('Nobody is clearly under-heard');
    expect(underHeardHeading([], false)).toBe('We cannot yet say who is missing');
  });

  it('names somebody in at most 5% of tables where all are heard as they live here', () => {
    const random = generator(5);
    const rounds = 2000;
    let named = 0;
    for (let round = 0; round < rounds; round++) {
      const base = 400;
      const parts = Array.from({ length: 20 }, (_, at) => {
        let heard = 0;
        for (let one = 0; one < base; one++) if (random() < 0.08) heard += 1;
        return { by: 'ward', code: String(at), heard: 5 * Math.round(heard / 5), base, residents: 0.08 };
      });
      if (underHeard(parts).length > 0) named += 1;
    }
    expect(named / rounds).toBeLessThan(0.05);
  });
});
