import { dayNumber, daysIn, partsOf, type DateParts } from '../calendar.js';
import { MISTAKES } from '../mistakes/rates.js';
import { familyName, givenName, originOf, type Sex } from '../names/choose.js';
import type { Origin } from '../names/origins.js';
import { Weighted, type Random } from '../random.js';
import type { Homes } from './homes.js';
import { Identifiers } from './identifiers.js';
import type { Person } from './person.js';
import { Traits } from './traits.js';

/** The demonstration covers three years; both days included. */
export const PERIOD = { from: dayNumber('2022-06-01'), until: dayNumber('2025-05-31') };

type Kind = 'alone' | 'couple' | 'parent-and-child' | 'namesakes' | 'twins' | 'sharers' | 'family';

/** Kinds of household by how many of its members answer anything. */
const KINDS = new Weighted<Kind>([
  ['alone', 0.7],
  ['couple', 0.17],
  ['parent-and-child', 0.05],
  ['namesakes', 0.008],
  ['twins', 0.012],
  ['sharers', 0.03],
  ['family', 0.03],
]);

interface Member {
  age: number;
  sex: Sex;
  /** Takes the household's surname. */
  sameName: boolean;
  /** Bears the first member's first name: father and son of one name. */
  namesake?: boolean;
  /** Shares the birth date of the member before. */
  twin?: boolean;
}

/** Makes households one at a time, so that a set of any size can be streamed. */
export class HouseholdMaker {
  private readonly identifiers = new Identifiers();
  private readonly traits = new Traits();
  private people = 0;
  private households = 0;

  constructor(
    private readonly random: Random,
    private readonly homes: Homes,
  ) {}

  /** The members who answer: between one and four people. */
  next(): Person[] {
    const { random } = this;
    const home = this.homes.draw(random);
    const moved = random.chance(MISTAKES.moved);
    const movedOn = moved ? random.between(PERIOD.from + 60, PERIOD.until - 60) : null;
    const ethnicGroup = this.traits.ethnicGroup(random, home.ward);
    const shared = {
      household: this.households++,
      ethnicGroup,
      home,
      formerHome: moved ? this.homes.draw(random) : null,
      movedOn,
      landline: random.chance(0.45) ? this.identifiers.landline() : null,
    };
    const origin = originOf(random, ethnicGroup);
    const surname = familyName(random, origin);
    const members: Person[] = [];
    for (const plan of this.plan(home.ward)) {
      const birth = (plan.twin && members.at(-1)?.birth) || this.birth(plan.age);
      const family = plan.sameName ? surname : familyName(random, origin);
      const given =
        plan.namesake && members[0] ? members[0].givenName : this.freshName(plan.sex, birth, origin, members);
      members.push(this.person(shared, { ...plan, birth, given, family, origin }));
    }
    this.shareEmail(members);
    return members;
  }

  private plan(ward: string | null): Member[] {
    const { random, traits } = this;
    const age = traits.age(random, ward);
    const sex = traits.sex(random, ward);
    const other: Sex = random.chance(0.95) ? (sex === 'female' ? 'male' : 'female') : sex;
    const lead: Member = { age, sex, sameName: true };
    const adult = Math.max(age, 24);
    const partner: Member = { age: around(random, adult, 4), sex: other, sameName: random.chance(0.75) };
    const parentAge = Math.max(age, 46);
    const child = (): Member => ({
      age: Math.max(14, parentAge - random.between(24, 34)),
      sex: random.chance(0.55) ? 'female' : 'male',
      sameName: true,
    });
    switch (KINDS.draw(random)) {
      case 'couple':
        return [{ ...lead, age: adult }, partner];
      case 'parent-and-child':
        return [{ ...lead, age: parentAge }, child()];
      case 'namesakes':
        return [
          { ...lead, age: parentAge, sex: 'male' },
          { ...child(), sex: 'male', namesake: true },
        ];
      case 'twins':
        return [lead, { ...lead, sex: random.chance(0.7) ? sex : other, twin: true }];
      case 'sharers':
        return [1, 2, 3].slice(random.int(2)).map(() => ({
          age: random.between(18, 31),
          sex: traits.sex(random, ward),
          sameName: false,
        }));
      case 'family': {
        const first = child();
        const second = random.chance(0.3) ? [{ ...child(), age: first.age, twin: true }] : [];
        return [
          { ...lead, age: parentAge },
          { ...partner, age: around(random, parentAge, 4) },
          first,
          ...second,
        ];
      }
      default:
        return [lead];
    }
  }

  /** A first name that nobody else of the household bears. */
  private freshName(sex: Sex, birth: DateParts, origin: Origin, others: Person[]): string {
    for (;;) {
      const name = givenName(this.random, sex, birth.year, origin);
      if (!others.some((other) => other.givenName === name)) return name;
    }
  }

  /** A birth date that makes the person `age` in the middle of the period. */
  private birth(age: number): DateParts {
    const middle = partsOf((PERIOD.from + PERIOD.until) >> 1);
    const year = middle.year - age;
    const month = this.random.between(1, 12);
    return { year, month, day: this.random.between(1, daysIn(year, month)) };
  }

  private person(
    shared: Pick<Person, 'household' | 'ethnicGroup' | 'home' | 'formerHome' | 'movedOn' | 'landline'>,
    own: Member & { birth: DateParts; given: string; family: string; origin: Origin },
  ): Person {
    const { random, identifiers } = this;
    const rate = own.sex === 'female' ? MISTAKES.surnameChanged.female : MISTAKES.surnameChanged.male;
    const changed = own.age > 19 && random.chance(rate);
    const named = { givenName: own.given, familyName: own.family, birth: own.birth };
    return {
      index: this.people++,
      ...shared,
      ...named,
      sex: own.sex,
      middleName: random.chance(0.7) ? givenName(random, own.sex, own.birth.year, own.origin) : null,
      formerFamilyName: changed ? familyName(random, own.origin) : null,
      surnameChangedOn: changed ? random.between(PERIOD.from + 60, PERIOD.until - 60) : null,
      disabled: this.traits.disabled(random, shared.home.ward, own.age),
      email: random.chance(own.age > 75 ? 0.7 : 0.95) ? identifiers.email(random, named) : null,
      sharedEmail: null,
      mobile: random.chance(own.age > 75 ? 0.7 : 0.95) ? identifiers.mobile() : null,
      nhsNumber: identifiers.nhsNumber(),
    };
  }

  /** One household in eight writes from one address, and then each member does so half of the time. */
  private shareEmail(members: Person[]): void {
    if (members.length < 2 || !this.random.chance(1 / 8)) return;
    const address = members.find((member) => member.email !== null)?.email ?? null;
    for (const member of members) member.sharedEmail = address;
  }
}

function around(random: Random, age: number, spread: number): number {
  return Math.max(18, Math.min(96, Math.round(age + random.normal() * spread)));
}
