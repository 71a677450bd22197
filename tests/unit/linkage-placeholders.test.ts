import { type LinkageRecord, joinByOwnId, link } from '#linkage';

const blank: Omit<LinkageRecord, 'id'> = {
  source: 'council', givenName: null, familyName: null, fullName: null, dateOfBirth: null, sex: null, email: null,
  phone: null, address: null, postcode: null, nationalId: null, systemId: null,
}; // prettier-ignore
const record = (id: string, fields: Partial<LinkageRecord>): LinkageRecord => ({ ...blank, id, ...fields });
const many = (n: number, fields: (at: number) => Partial<LinkageRecord>): LinkageRecord[] =>
  Array.from({ length: n }, (_, at) => record(`r${String(at).padStart(4, '0')}`, fields(at)));
const people = (records: readonly LinkageRecord[]): number => link(records).clusters.length;
const clusters = (records: readonly LinkageRecord[]): string[] =>
  link(records).clusters.map(({ members }) => members.join('+'));
const postcodes = ['PL4 8AA', 'PL1 2AA', 'PL6 5WR'];

describe('what stands for nobody makes nobody', () => {
  test.each([
    ['Not Answered', ''], ['Resident', ''], ['A N Other', ''], ['Test Test', ''], ['Prefer not to say', ''], ['xxx', ''],
    ['', 'none@none.com'], ['', 'noemail@noemail.com'], ['', 'test@example.org'], ['', 'anon@anon.com'],
  ])('thirty rows of %s%s are thirty people', (fullName, email) => {
    expect(people(many(30, (at) => ({ fullName, email, postcode: postcodes[at % 3]! })))).toBe(30);
  }); // prettier-ignore

  test.each(['07000 000000', '01234567890', '0', '07777777777'])('the phone %s joins nobody', (phone) => {
    expect(people(many(12, (at) => ({ phone, postcode: postcodes[at % 3]! })))).toBe(12);
  });

  test.each(['01/01/1900', '01/01/1970', '11/11/1111', '2000-01-01', '31/12/9999'])(
    'the birth date %s is none: two of a name in two places stay two',
    (dateOfBirth) => {
      const two = many(2, (at) => ({ fullName: 'John Smith', dateOfBirth, postcode: postcodes[at]! }));
      expect(people(two)).toBe(2);
      expect(link(two).people).toEqual({ value: 2, low: 1, high: 2 });
    },
  );

  test('half a name that is nobody’s is blank, the other half stays', () => {
    const two = many(2, (at) => ({
      givenName: at === 0 ? 'Gwen' : 'Not Answered',
      familyName: 'Trelawny',
      email: 'gwen@example.org',
    }));
    expect(people(two)).toBe(1);
  });

  test('real names that hold such a word are people’s', () => {
    const two = many(2, () => ({ fullName: 'Ann Guest', email: 'ann.guest@example.org' }));
    expect(people(two)).toBe(1);
  });
});

describe('what many records of one source hold carries no weight there', () => {
  const names = (at: number): string =>
    `${['Ann', 'Omar', 'Priya', 'Ruth', 'Tom'][at % 5]!} ${['Moss', 'Khan', 'Ware'][at % 3]!}`;

  test('a name that a form fills in, with phones or with nothing', () => {
    expect(people(many(30, (at) => ({ fullName: 'Kiosk Seven', phone: `0770090${1000 + 37 * at}` })))).toBe(
      30,
    );
    expect(people(many(30, (at) => ({ fullName: 'Kiosk Seven', postcode: postcodes[at % 3]! })))).toBe(30);
  });

  test('a desk’s e-mail and telephone under everybody’s name', () => {
    const desk = many(15, (at) => ({
      fullName: names(at),
      email: 'desk@library.example.org',
      phone: '01752 300301',
    }));
    expect(people(desk)).toBe(15);
  });

  test('a person id under which everybody stands joins nobody; one person’s does', () => {
    const everybody = many(15, (at) => ({
      fullName: names(at),
      systemId: 'K-1',
      email: `p${at}@example.org`,
    }));
    expect(people(everybody)).toBe(15);
    expect(joinByOwnId(everybody)).toHaveLength(15);
    expect(joinByOwnId(many(12, () => ({ systemId: 'P-7' })))).toHaveLength(1);
    expect(joinByOwnId(many(12, () => ({ systemId: 'guest' })))).toHaveLength(12);
  });

  test('one person who speaks often stays one', () => {
    const often = many(14, () => ({ fullName: 'Gwen Trelawny', email: 'gwen.trelawny@example.org' }));
    expect(people(often)).toBe(1);
  });
});

describe('phones', () => {
  test.each(['7700900102', '7700900102.0', '7.700900102E+09', "'07700900102", '+44 (0)7700 900102', '00447700900102', '07700-900-102'])(
    '%s is 07700 900102',
    (phone) => {
      const two = [record('a', { phone: '07700 900102', fullName: 'Ann Moss' }), record('b', { phone, source: 'health', fullName: 'A Moss' })];
      expect(people(two)).toBe(1);
    },
  ); // prettier-ignore

  test('a number of which a spreadsheet kept five digits is none', () => {
    const two = many(2, () => ({ phone: '7.7009E+09' }));
    expect(link(two).bare).toHaveLength(2);
  });

  test.each([
    ['phones', { phone: '07700 900100' }, { phone: '07700 900773' }],
    ['e-mails', { email: 'aaa@example.org' }, { email: 'zqx@example.net' }],
  ])('the same name with different %s is a case for a reviewer, not one person', (_, a, b) => {
    const result = link([
      record('a', { fullName: 'John Smith', ...a }),
      record('b', { fullName: 'John Smith', source: 'health', ...b }),
    ]);
    expect(result.clusters).toHaveLength(2);
    expect(result.people).toEqual({ value: 2, low: 1, high: 2 });
    expect(result.review).toHaveLength(1);
    const [{ evidence, weight }] = result.review as [(typeof result.review)[0]];
    expect(evidence.map(({ field }) => field)).toContain('names');
    expect(weight).toBeLessThan(0);
  });
});

describe('files that have nothing to do with each other', () => {
  const given = [
    'Ann',
    'Robert',
    'Priya',
    'Tomasz',
    'Ruth',
    'Declan',
    'Yasmin',
    'Gwen',
    'Omar',
    'Nia',
    'Piotr',
    'Moira',
  ];
  const family = [
    'Trent',
    'Moss',
    'Khan',
    'Evans',
    'Ware',
    'Penrose',
    'Byrne',
    'Aziz',
    'Haddad',
    'Nowak',
    'Nair',
  ];
  const named = Array.from({ length: 30 }, (_, at) => ({
    givenName: given[at % 12]!,
    familyName: family[(at * 7 + Math.floor(at / 12)) % 11]!,
    dateOfBirth: `19${50 + at}-0${1 + (at % 9)}-1${at % 10}`,
  })).flatMap((person, at) => [
    record(`n${at}a`, { ...person, source: 'x', dateOfBirth: at % 3 ? person.dateOfBirth : null, postcode: at % 2 ? 'PL4 8AA' : null }),
    record(`n${at}b`, { ...person, source: 'y', dateOfBirth: at % 5 ? person.dateOfBirth : null, postcode: at % 4 < 2 ? 'PL4 8AA' : null }),
  ]); // prettier-ignore
  const ofNamed = (records: readonly LinkageRecord[]): string[] =>
    clusters(records).filter((members) => members.startsWith('n')).sort(); // prettier-ignore

  test('a large file without names changes nobody’s links beside it, nor any weight', () => {
    const anonymous = many(3000, (at) => ({
      source: 'street',
      postcode: postcodes[at % 3]!,
      sex: at % 2 ? 'male' : 'female',
    }));
    const alone = link(named);
    const beside = link([...anonymous, ...named]);
    expect(alone.clusters.some(({ members }) => members.length > 1)).toBe(true);
    expect(ofNamed([...anonymous, ...named])).toEqual(ofNamed(named));
    expect(beside.pairs).toEqual(alone.pairs);
    expect(beside.people.value - alone.people.value).toBe(3000);
    expect(beside.people.high - alone.people.high).toBe(3000);
  });

  test('unrelated named people undo no link outside the grey band', () => {
    const others = many(1500, (at) => ({
      source: 'other',
      givenName: `${['Ad', 'Bet', 'Car', 'Dor', 'Er'][at % 5]!}${['am', 'ina', 'los'][at % 3]!}`,
      familyName: `${['Abb', 'Bak', 'Col', 'Drew', 'Ell', 'Fro', 'Gil'][at % 7]!}${['ot', 'er', 'ins', 'itt', 'sham', 'ley', 'ford', 'wick'][at % 8]!}`,
      dateOfBirth: `19${40 + (at % 60)}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
    }));
    const certain = link(named).pairs.filter(({ weight }) => weight >= 6);
    const home = new Map(
      link([...others, ...named]).clusters.flatMap(({ id, members }) =>
        members.map((member) => [member, id]),
      ),
    );
    expect(certain.length).toBeGreaterThan(10);
    for (const { a, b } of certain) expect(home.get(a)).toBe(home.get(b));
  });
});
