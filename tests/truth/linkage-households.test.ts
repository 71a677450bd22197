import { recordsForLinkage } from '#demo';
import { type LinkageRecord, RecordTable, link, runEngine } from '#linkage';

/** A town around the cases, so that the engine learns from more than the cases themselves; all are linked in one run. */
const town: LinkageRecord[] = [...recordsForLinkage({ n: 600, seed: 3 })]
  .map(({ record }) => record)
  .filter((record) => record.givenName !== null && record.familyName !== null);

const blank: Omit<LinkageRecord, 'id'> = {
  source: 'council',
  givenName: null,
  familyName: null,
  fullName: null,
  dateOfBirth: null,
  sex: null,
  email: null,
  phone: null,
  address: null,
  postcode: null,
  nationalId: null,
  systemId: null,
};

type Case = Record<string, Partial<LinkageRecord>>;

const home = (street: string): Partial<LinkageRecord> => ({ address: `14 ${street}`, postcode: 'PL4 8BR' });
const twins = {
  familyName: 'Penrose',
  dateOfBirth: '1991-03-14',
  phone: '01632 960455',
  ...home('Gibbon Lane'),
};
const namesakes = { givenName: 'Denzil', familyName: 'Trevanion', sex: 'M', ...home('Lipson Road') };
const line = { phone: '01632 960777' };
const family = { familyName: 'Chenoweth', email: 'thechenoweths@example.org', ...home('Tothill Avenue') };
const mother = { givenName: 'Rosenwyn', dateOfBirth: '1970-02-17', sex: 'F', ...family };
const loveday = { givenName: 'Loveday', familyName: 'Retallack', postcode: 'PL5 2QT' };
const tamsin = {
  givenName: 'Tamsin',
  dateOfBirth: '1988-12-11',
  sex: 'F',
  email: 'tamsin.k88@example.org',
  phone: '07700 900451',
};
const david = { givenName: 'David', familyName: 'Bolitho', ...home('Beaumont Road') };
const kerensa = {
  givenName: 'Kerensa',
  familyName: 'Polglase',
  dateOfBirth: '1995-06-06',
  ...home('Sutton Close'),
};

/** Cases by what they show: records, and the groups they must fall into. */
const cases: Record<string, { records: Case; people: string[] }> = {
  'twins are two people': {
    records: {
      a1: { givenName: 'Morwenna', sex: 'F', ...twins },
      a2: { givenName: 'Morwena', sex: 'F', source: 'health', ...twins },
      b1: { givenName: 'Jago', sex: 'M', ...twins },
      b2: { givenName: 'Jago', sex: 'M', source: 'health', ...twins },
    },
    people: ['a1+a2', 'b1+b2'],
  },
  'a father and a son of one name are two people': {
    records: {
      father1: { ...namesakes, dateOfBirth: '1948-07-02', phone: '01632 960188' },
      father2: { ...namesakes, dateOfBirth: '2 July 1948', phone: '01632 960188', source: 'vcs' },
      son1: { ...namesakes, dateOfBirth: '1979-11-23', phone: '07700 900332' },
      son2: { ...namesakes, dateOfBirth: '23/11/1979', phone: '07700 900332', source: 'vcs' },
    },
    people: ['father1+father2', 'son1+son2'],
  },
  'a shared landline makes nobody one person': {
    records: {
      a: { givenName: 'Harriet', familyName: 'Okafor', dateOfBirth: '1983-05-05', ...line },
      b: { givenName: 'Stefan', familyName: 'Kowalczyk', dateOfBirth: '1990-09-19', ...line },
      c: { givenName: 'Lowena', familyName: 'Bassett', ...line },
    },
    people: ['a', 'b', 'c'],
  },
  'a family e-mail makes the family several people': {
    records: {
      mother1: mother,
      mother2: { ...mother, source: 'health' },
      son: { givenName: 'Piran', dateOfBirth: '2001-08-30', sex: 'M', ...family },
    },
    people: ['mother1+mother2', 'son'],
  },
  'births on 1 January say little: systems write it where only the year is known': {
    records: {
      a: { givenName: 'Ali', familyName: 'Hassan', dateOfBirth: '1985-01-01', postcode: 'PL1 3AA' },
      b: { givenName: 'Omar', familyName: 'Hussain', dateOfBirth: '1985-01-01', postcode: 'PL1 3AA' },
      c: { ...loveday, dateOfBirth: '1962-01-01' },
      d: { ...loveday, dateOfBirth: '1962-10-23', source: 'health' },
    },
    people: ['a', 'b', 'c+d'],
  },
  'a married name is followed by what stays': {
    records: {
      before: { ...tamsin, familyName: 'Kitto' },
      after: { ...tamsin, familyName: 'Rashleigh', source: 'health' },
      other: { givenName: 'Tamsin', familyName: 'Rashleigh', dateOfBirth: '1951-04-06' },
    },
    people: ['after+before', 'other'],
  },
  'partial birth dates neither part nor join by themselves': {
    records: {
      full: { ...david, dateOfBirth: '1974-05-19' },
      year: { ...david, dateOfBirth: '1974', source: 'vcs' },
      month: { ...david, dateOfBirth: '05/1974', source: 'police' },
      other: { givenName: 'David', familyName: 'Nankivell', dateOfBirth: '1974', postcode: 'PL9 9ZZ' },
    },
    people: ['full+month+year', 'other'],
  },
  'differing sound NHS numbers part what all else would join': {
    records: {
      a: { ...kerensa, nationalId: '943 476 5919' },
      b: { ...kerensa, nationalId: '401 023 2137', source: 'health' },
    },
    people: ['a', 'b'],
  },
};

const idOf = (name: string, record: string): string => `${name}/${record}`;
const { clusters } = link([
  ...town,
  ...Object.entries(cases).flatMap(([name, { records }]) =>
    Object.entries(records).map(([record, fields]) => ({ ...blank, ...fields, id: idOf(name, record) })),
  ),
]);

test.each(Object.entries(cases))('%s', (name, { records, people }) => {
  const own = new Map(Object.keys(records).map((record) => [idOf(name, record), record]));
  const found = clusters
    .map(({ members }) => members.map((id) => own.get(id)).filter((record) => record !== undefined))
    .filter((group) => group.length > 0)
    .map((group) => group.sort().join('+'));
  expect(found.sort()).toEqual(people);
});

test('a chain of 8,000 near names falls apart instead of growing into one cluster of 7,000', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const table = new RecordTable();
  for (let at = 0; at < 8000; at++) {
    const step = (unit: number): string => letters[Math.floor(at / unit) % 26]!;
    table.add({
      id: `chain-${String(at).padStart(5, '0')}`,
      givenName: `m${step(1)}r${step(26)}o`,
      familyName: `tren${step(13)}ck`,
      dateOfBirth: `19${60 + (Math.floor(at / 20) % 30)}-0${1 + (at % 9)}-1${at % 10}`,
      postcode: `PL${1 + (Math.floor(at / 100) % 9)} ${at % 10}AA`,
    });
  }
  const { home } = runEngine(table);
  const sizes = new Int32Array(home.length);
  home.forEach((group) => sizes[group]!++);
  expect(Math.max(...sizes)).toBeLessThan(100);
});
