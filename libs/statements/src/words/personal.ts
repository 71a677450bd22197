const KINDS: Record<string, string> = {
  person: 'name',
  address: 'address',
  phone: 'phone number',
  email: 'e-mail address',
  postcode: 'postcode',
  'nhs-number': 'NHS number',
  'national-insurance-number': 'National Insurance number',
  'number-plate': 'number plate',
  'bank-account': 'bank account',
  card: 'card number',
  'date-of-birth': 'date of birth',
};

/** What stood where personal data was left out, in words: in a quote as `[name removed]`. */
export const personalKind = (code: string): string => KINDS[code] ?? code;
