import type { FieldKind } from '#domain';
import type { SheetMapping } from './schema.js';

const OF_RESPONDENT: Record<string, FieldKind> = {
  givenName: 'name',
  familyName: 'name',
  fullName: 'name',
  dateOfBirth: 'date-of-birth',
  email: 'email',
  phone: 'phone',
  address: 'address',
  postcode: 'postcode',
  nhsNumber: 'nhs-number',
  systemId: 'system-id',
};

/** The kinds of field that a delivery under this mapping carries, for comparison with the data-sharing agreement. */
export function mappedFieldKinds(mapping: SheetMapping): FieldKind[] {
  const kinds = new Set<FieldKind>();
  for (const rule of mapping.columns) {
    if (rule.as === 'respondent') kinds.add(OF_RESPONDENT[rule.field] ?? 'system-id');
    else if (rule.as === 'codes') kinds.add('codes');
    else if (rule.as === 'demographic') kinds.add(rule.characteristic);
    else if (rule.as === 'question') kinds.add(rule.kind === 'free-text' ? 'free-text' : 'answers');
    else if (rule.as === 'options' || rule.as === 'matrix' || rule.as === 'ranking') kinds.add('answers');
    else if (rule.as === 'date') kinds.add('dates');
    else if (rule.as === 'place') kinds.add('place');
    else if (rule.as === 'community') kinds.add('community');
  }
  return [...kinds].sort();
}
