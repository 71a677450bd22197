import { describe, expect, it } from '@jest/globals';

import { generateCity, MISTAKES, recordsForLinkage } from '#demo';
import { adults, residentsBy, WARDS } from '#domain';

/** What was put into the city comes out of it again: rates of mistakes, the story of the figures, who is not heard. */
const { plan, truth } = generateCity({ seed: 23, size: 20_000 });
const identified = plan.submissions.filter(({ given }) => !given.mistakes.includes('anonymous'));

const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.filter(test).length / items.length;

/** Four standard errors of a share, and never less than a quarter of a point. */
const within = (rate: number, n: number): number => Math.max(0.0025, 4 * Math.sqrt((rate * (1 - rate)) / n));

function expectRate(found: number, rate: number, n: number): void {
  expect(Math.abs(found - rate)).toBeLessThan(within(rate, n));
}

describe('mistakes', () => {
  const made = (code: string) => share(identified, ({ given }) => given.mistakes.includes(code));

  it('are made as often as stated', () => {
    const n = identified.length;
    expectRate(made('given-name-typed'), MISTAKES.nameTyped, n);
    expectRate(made('family-name-typed'), MISTAKES.nameTyped, n);
    expectRate(made('initial-only'), MISTAKES.initialOnly, n);
    expectRate(
      share(identified, ({ given }) => given.birth === null),
      MISTAKES.birthDateMissing,
      n,
    );
    expectRate(
      share(plan.submissions, ({ given }) => given.mistakes.includes('anonymous')),
      MISTAKES.anonymous,
      plan.submissions.length,
    );
  });

  it('leave the e-mail out, for those who have one', () => {
    const having = identified.filter(({ person }) => person.email !== null);
    expectRate(
      share(having, ({ given }) => given.email === null),
      MISTAKES.emailMissing,
      having.length,
    );
  });

  it('use a nickname where the name has one: a tenth of the time', () => {
    const nameable = new Set(
      identified
        .filter(({ given }) => given.mistakes.includes('nickname'))
        .map(({ person }) => person.givenName),
    );
    const those = identified.filter(({ person }) => nameable.has(person.givenName));
    expect(
      Math.abs(share(those, ({ given }) => given.mistakes.includes('nickname')) - MISTAKES.nickname),
    ).toBeLessThan(0.02);
  });

  it('change what is written, and only where the truth says so', () => {
    const plain = identified.filter(
      ({ given, person }) => given.mistakes.length === 0 && person.formerFamilyName === null,
    );
    const same = (one: string | null, two: string): boolean =>
      (one ?? '').trim().toLowerCase() === two.toLowerCase();
    expect(plain.filter(({ given, person }) => !same(given.familyName, person.familyName))).toEqual([]);
    const wrong = identified.filter(
      ({ given, person }) =>
        given.mistakes.includes('family-name-typed') &&
        !given.mistakes.includes('names-swapped') &&
        person.formerFamilyName === null,
    );
    expect(wrong.filter(({ given, person }) => same(given.familyName, person.familyName))).toEqual([]);
  });
});

describe('lives', () => {
  it('change surname for a tenth and home for a fifth', () => {
    const n = plan.people.length;
    expect(
      Math.abs(share(plan.people, ({ formerFamilyName }) => formerFamilyName !== null) - 0.1),
    ).toBeLessThan(0.015);
    expectRate(
      share(plan.people, ({ formerHome }) => formerHome !== null),
      MISTAKES.moved,
      n / 1.5,
    );
  });

  it('are shared: households with one telephone or address, twins, father and son of one name', () => {
    const households = byHousehold();
    const several = [...households.values()].filter((members) => members.length > 1);
    expect(several.length).toBeGreaterThan(1_000);
    expect(several.filter(([one]) => one?.sharedEmail !== null).length).toBeGreaterThan(50);
    expect(several.filter(([one]) => one?.landline !== null).length).toBeGreaterThan(300);
    const twins = several.filter((members) =>
      members.some((one, at) => members.some((two, other) => at < other && bornTogether(one, two))),
    );
    expect(twins.length).toBeGreaterThan(30);
    const namesakes = several.filter(
      ([one, two]) => one?.givenName === two?.givenName && one?.familyName === two?.familyName,
    );
    expect(namesakes.length).toBeGreaterThan(15);
  });

  it('answer several agencies, eight thousand of them', () => {
    expect(plan.people.length).toBeGreaterThan(7_000);
    expect(plan.people.length).toBeLessThan(9_000);
    const agencies = new Map<number, Set<string>>();
    for (const { person, engagement } of plan.submissions)
      agencies.set(person.index, (agencies.get(person.index) ?? new Set()).add(engagement.agency.code));
    expect(share([...agencies.values()], ({ size }) => size > 1)).toBeGreaterThan(0.35);
  });
});

describe('who is heard', () => {
  const people = plan.people;

  it('is every ward in about its proportion', () => {
    for (const { code } of WARDS) {
      const heard = share(people, ({ home }) => home.ward === code);
      const census = (adults(code) ?? 0) / (adults(null) ?? 1);
      expect(heard / census).toBeGreaterThan(0.6);
      expect(heard / census).toBeLessThan(1.6);
    }
  });

  it('is too few young adults, men and people of the most deprived fifth', () => {
    const fifth = (residentsBy(null, 'deprivation', '1') ?? 0) / 264_734;
    expect(share(people, ({ home }) => home.fifth === '1')).toBeLessThan(fifth * 0.8);
    expect(share(people, ({ sex }) => sex === 'male')).toBeLessThan(0.46);
    const young = (residentsBy(null, 'age', '15-24') ?? 0) / 264_734;
    expect(share(plan.submissions, ({ told }) => told.age === '15-24')).toBeLessThan(young);
  });
});

describe('what is said', () => {
  const dated = plan.submissions.flatMap(({ day, texts, engagement }) =>
    texts.map((text) => ({ ...text, day, agency: engagement.agency.kind })),
  );
  const yearOf = (day: number): number => Math.floor((day - Date.UTC(2022, 5, 1) / 86_400_000) / 365.25);

  it('turns to safety at night from year to year', () => {
    const shares = [0, 1, 2].map((year) =>
      share(
        dated.filter(({ day }) => yearOf(day) === year),
        ({ themes }) => themes.includes('safety-at-night'),
      ),
    );
    expect(shares[1]).toBeGreaterThan((shares[0] ?? 1) * 1.2);
    expect(shares[2]).toBeGreaterThan((shares[1] ?? 1) * 1.1);
  });

  it('differs by agency and ward', () => {
    const by = (kind: string, theme: string): number =>
      share(
        dated.filter(({ agency }) => agency === kind),
        ({ themes }) => themes.includes(theme),
      );
    expect(by('police', 'police-visibility')).toBeGreaterThan(by('health', 'police-visibility') * 4);
    expect(by('health', 'mental-health-and-vulnerability')).toBeGreaterThan(
      by('police', 'mental-health-and-vulnerability') * 1.5,
    );
  });

  it('has blanks, non-answers, two themes and mixed stances', () => {
    expect(share(plan.submissions, ({ texts }) => texts.length === 0)).toBeGreaterThan(0.02);
    expect(share(dated, ({ themes }) => themes.includes('no-answer'))).toBeGreaterThan(0.03);
    expect(share(dated, ({ themes }) => themes.length > 1)).toBeGreaterThan(0.25);
    for (const stance of ['positive', 'negative', 'mixed', 'neutral'])
      expect(share(dated, (one) => one.stance === stance)).toBeGreaterThan(0.05);
  });

  it('holds letters of four campaigns, alike but seldom the same', () => {
    const copies = truth.texts.filter(({ copyOf }) => copyOf?.startsWith('campaign-'));
    expect(new Set(copies.map(({ copyOf }) => copyOf)).size).toBe(4);
    expect(copies.length).toBeGreaterThan(300);
    const letters = dated.filter(({ copyOf }) => copyOf === 'campaign-lights-on').map(({ text }) => text);
    expect(new Set(letters).size).toBeGreaterThan(10);
  });

  it('calls groups by several names, and no name stands for most of them', () => {
    const names = new Map<string, number>();
    for (const { group } of truth.groups) names.set(group, (names.get(group) ?? 0) + 1);
    expect(names.size).toBeGreaterThan(40);
    expect(truth.groups.length / names.size).toBeGreaterThan(3);
  });
});

describe('records for measuring linkage', () => {
  it('bear the same rates of mistakes, 2.5 to a person', () => {
    let last = 0;
    let [n, noBirth, noEmail] = [0, 0, 0];
    for (const { record, person } of recordsForLinkage({ n: 30_000, seed: 2 })) {
      n++;
      last = person;
      if (record.dateOfBirth === null) noBirth++;
      if (record.email === null) noEmail++;
    }
    expect(n / (last + 1)).toBeGreaterThan(2.35);
    expect(n / (last + 1)).toBeLessThan(2.65);
    expect(Math.abs(noBirth / n - MISTAKES.birthDateMissing)).toBeLessThan(0.025);
    // One in seventeen has no address to leave out.
    expect(Math.abs(noEmail / n - (MISTAKES.emailMissing + 0.045))).toBeLessThan(0.03);
  });
});

type Person = (typeof plan.people)[number];

function byHousehold(): Map<number, Person[]> {
  const households = new Map<number, Person[]>();
  for (const person of plan.people)
    households.set(person.household, [...(households.get(person.household) ?? []), person]);
  return households;
}

function bornTogether(one: Person, two: Person): boolean {
  return (
    one.birth.year === two.birth.year &&
    one.birth.month === two.birth.month &&
    one.birth.day === two.birth.day
  );
}
