import { day } from '../../figures/format';
import type { EditionPartsQuery } from '../../gql/graphql';

type Signature = NonNullable<EditionPartsQuery['edition']>['signatures'][number];

const KINDS: Record<string, string> = {
  'sign-off': 'The coder of themes was let speak',
  codebook: 'The codebook was changed',
  'own-codebook': 'A codebook of an agency was signed off',
  publication: 'This edition was published',
};

/** Who decided what this edition rests on: two people, or one where nobody else had the right. */
export function Signatures({ signatures }: { signatures: readonly Signature[] }) {
  if (signatures.length === 0) return null;
  return (
    <ul className="plain">
      {signatures.map((one) => (
        <li key={`${one.kind} ${one.at}`}>
          {KINDS[one.kind] ?? one.kind} by{' '}
          {one.alone
            ? `one person, ${one.proposedBy}`
            : `two people, ${[one.proposedBy, one.second].filter(Boolean).join(' and ')}`}
          , on {day(one.at)}.{one.reason && ` “${one.reason}”`}
        </li>
      ))}
    </ul>
  );
}
