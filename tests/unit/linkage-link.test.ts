import { type LinkageRecord, defaultModel, indexOf, link, linkGroups, matchOne } from '#linkage';

const blank: Omit<LinkageRecord, 'id'> = {
  source: 'council-survey', givenName: null, familyName: null, fullName: null, dateOfBirth: null, sex: null, email: null,
  phone: null, address: null, postcode: null, nationalId: null, systemId: null,
}; // prettier-ignore
const person = (id: string, fields: Partial<LinkageRecord>): LinkageRecord => ({ ...blank, id, ...fields });

const records = [
  person('a', { givenName: 'Robert', familyName: "O'Brien", dateOfBirth: '1971-06-24', postcode: 'PL4 8AA' }),
  person('b', {
    source: 'health',
    fullName: 'Bob OBrien',
    dateOfBirth: '24/06/1971',
    email: 'bob@example.org',
  }),
  person('c', { source: 'police', givenName: 'R', familyName: 'O’Brien', email: 'BOB@example.org' }),
  person('d', { givenName: 'Ruth', familyName: "O'Brien", dateOfBirth: '1975-02-11', postcode: 'PL4 8AA' }),
  person('e', { source: 'police', givenName: 'Siân', familyName: 'Evans', phone: '07700 900123' }),
  person('f', { source: 'vcs', givenName: 'Sian', familyName: 'Evans', phone: '+44 7700 900123' }),
];
const clusters = (list: LinkageRecord[], ...rest: [Parameters<typeof link>[2]?]): string[] =>
  link(list, defaultModel, rest[0]).clusters.map((cluster) => cluster.members.join(','));

test('people are recognised across sources, their household is not', () => {
  expect(clusters(records)).toEqual(['a,b,c', 'd', 'e,f']);
});

test('the order of the input does not matter', () => {
  expect(link([...records].reverse())).toEqual(link(records));
});

test('a reviewer who says "different" splits, and "same" joins', () => {
  expect(clusters(records, [{ a: 'e', b: 'f', verdict: 'different' }])).toEqual(['a,b,c', 'd', 'e', 'f']);
  expect(clusters(records, [{ a: 'd', b: 'e', verdict: 'same' }])).toEqual(['a,b,c', 'd,e,f']);
});

const robert = {
  givenName: 'Robert',
  familyName: "O'Brien",
  dateOfBirth: '1971-06-24',
  email: 'bob@example.org',
};

test('two sound NHS numbers that differ keep records apart; one with a slip keeps nobody apart', () => {
  const numbered = (id: string, nationalId: string): LinkageRecord => person(id, { ...robert, nationalId });
  expect(clusters([numbered('x', '943 476 5919'), numbered('y', '943 476 5918')])).toEqual(['x,y']);
  expect(clusters([numbered('x', '943 476 5918'), numbered('y', '943 476 5919')])).toEqual(['x,y']);
  expect(clusters([numbered('x', '943 476 5919'), numbered('y', '401 023 2137')])).toEqual(['x', 'y']);
});

test('numbers that one system gave keep its records apart; those of two systems say nothing of each other', () => {
  const numbered = (id: string, source: string, systemId: string): LinkageRecord =>
    person(id, { ...robert, source, systemId });
  expect(clusters([numbered('x', 'health', '17'), numbered('y', 'police', '99')])).toEqual(['x,y']);
  expect(clusters([numbered('x', 'health', '17'), numbered('y', 'health', '99')])).toEqual(['x', 'y']);
});

test('the range of people holds the value', () => {
  const { people } = link(records);
  expect(people.low).toBeLessThanOrEqual(people.value);
  expect(people.high).toBeGreaterThanOrEqual(people.value);
});

test('one new record finds its person, a stranger finds none', () => {
  const index = indexOf(records, link(records));
  const known = person('z', {
    source: 'vcs',
    givenName: 'Rob',
    familyName: 'O Brien',
    dateOfBirth: '1971-06-24',
  });
  expect(matchOne(known, index).cluster).toBe('a');
  expect(matchOne(person('y', { givenName: 'Nadia', familyName: 'Khan' }), index).cluster).toBeNull();
});

test('groups are recognised under short names, legal forms and slips', () => {
  const groups = [
    { id: '1', name: 'Friends of Devonport Park', postcode: 'PL1 4BU' },
    { id: '2', name: 'The Friends of Devonport Park CIO', postcode: null },
    { id: '3', name: 'Stoke Damerel Community Association (SDCA)', postcode: null },
    { id: '4', name: 'SDCA', postcode: 'PL2 1AB' },
    { id: '5', name: 'Stoke Damerell Community Assoc.', postcode: 'PL2 1AB' },
    { id: '6', name: 'Friends of Central Park', postcode: 'PL2 3DG' },
  ];
  expect(linkGroups(groups).clusters.map((cluster) => cluster.members.join(','))).toEqual([
    '1,2',
    '3,4,5',
    '6',
  ]);
});
