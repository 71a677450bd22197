import { findPersonalData, redact } from '#themes';

const types = (text: string): string[] => findPersonalData(text).map(({ type }) => type);

test.each([
  ['My NHS number is 943 476 5919', 'nhs-number'],
  ['card 4111 1111 1111 1111 please', 'card'],
  ['pay GB82 WEST 1234 5698 7654 32', 'iban'],
  ['NI number QQ123456C is not given out but AB 12 34 56 C is', 'national-insurance-number'],
  ['write to PL4 8AA about it', 'postcode'],
  ['a white van, WA19 XYZ, parked', 'number-plate'],
  ['ring 01752 668000 after six', 'phone'],
  ['or 07700 900123', 'phone'],
  ['mail jo.bloggs@example.org', 'email'],
  ['sort code 20-00-00 account 55779911', 'bank-account'],
  ['from 192.168.10.1', 'ip-address'],
  ['She lives at 14 Albert Road, Plymouth', 'address'],
  ['my neighbour Mr Pengelly shouts', 'person'],
  ['I spoke to Sarah Trelawny about it', 'person'],
  ['born 12/03/1956', 'date-of-birth'],
])('%s', (text, type) => expect(types(text)).toContain(type));

test.each([
  ['943 476 5918', 'nhs-number'],
  ['4111 1111 1111 1112', 'card'],
  ['GB82 WEST 1234 5698 7654 33', 'iban'],
])('%s has a wrong check digit', (text, type) => expect(types(text)).not.toContain(type));

test.each([
  'The police took 45 minutes and there were 3 of them in 2019',
  'I feel unsafe on Union Street at night, especially on Fridays',
  'Speeding is bad, cars do 60 in a 30 zone past the school',
  'Thank you for asking. Nothing more to add.',
])('"%s" holds no personal data', (text) => expect(findPersonalData(text)).toEqual([]));

test('findings never overlap, and each is replaced by its type', () => {
  const text = 'Call Mr Hocking on 07700 900123 or write to 3 Efford Lane, Plymouth PL3 6AA, jim@example.org';
  const found = findPersonalData(text);
  found.slice(1).forEach(({ span }, i) => expect(span.start).toBeGreaterThanOrEqual(found[i]!.span.end));
  const clean = redact(text);
  for (const part of ['Hocking', '07700', 'Efford', 'PL3', 'jim@']) expect(clean).not.toContain(part);
  expect(clean).toContain('[phone]');
});
