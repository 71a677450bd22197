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

/** What stands where personal data was left out: `[name removed]`. Places of quotes count over it, so that it is the same everywhere. */
export const removedMark = (kind: string): string => `[${KINDS[kind] ?? kind} removed]`;

/** The words of a comment in pieces, with a mark for each that was left out. */
export const shownWords = (segments: readonly { text: string; masked?: string | null }[]): string =>
  segments.map(({ text, masked }) => (masked ? removedMark(masked) : text)).join('');
