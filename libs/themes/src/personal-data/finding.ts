import type { Span } from '../contract.js';

export type PersonalDataType =
  | 'person'
  | 'address'
  | 'phone'
  | 'email'
  | 'postcode'
  | 'zip-code'
  | 'nhs-number'
  | 'national-insurance-number'
  | 'number-plate'
  | 'bank-account'
  | 'card'
  | 'iban'
  | 'us-social-security-number'
  | 'ip-address'
  | 'date-of-birth';

/** A piece of personal data in a text, and why it was taken for that. */
export interface Finding {
  span: Span;
  type: PersonalDataType;
  because: string;
}
