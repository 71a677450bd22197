import { Kind, type OperationDefinitionNode } from 'graphql';

/**
 * Fields whose answer is the same for everybody and hangs on the editions alone. No other question's answer is kept:
 * not one that names a postcode, nor one about whoever asks.
 */
const OF_EDITIONS = new Set([
  '__typename',
  'agencies',
  'answers',
  'areas',
  'codebook',
  'communities',
  'countedBy',
  'edition',
  'editionDifference',
  'editions',
  'engageNext',
  'figureColumns',
  'figures',
  'measure',
  'measures',
  'questions',
  'recordedCrime',
  'recordedSeries',
  'reports',
  'statements',
  'voiceAndRecord',
  'votes',
  'weightedThemes',
]);

/** Is every part of the question of that kind, and asked of what is published? */
export function isOfEditions(
  operation: OperationDefinitionNode | null | undefined,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  return (
    operation?.operation === 'query' &&
    variables.working !== true &&
    operation.selectionSet.selections.every(
      (one) =>
        one.kind === Kind.FIELD &&
        OF_EDITIONS.has(one.name.value) &&
        !one.arguments?.some(
          ({ name, value }) => name.value === 'working' && value.kind === Kind.BOOLEAN && value.value,
        ),
    )
  );
}
