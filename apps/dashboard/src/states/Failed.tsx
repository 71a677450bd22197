import type { CombinedError } from 'urql';

interface Props {
  error: CombinedError;
  again: () => void;
  title?: string;
  level?: 1 | 2 | 3;
}

/** The hub's finer code for an error, e.g. `too-many-filters`. */
export const detailOf = (error: CombinedError | undefined): string => {
  const detail = error?.graphQLErrors[0]?.extensions?.['detail'];
  return typeof detail === 'string' ? detail : '';
};

/** Questions that may not be answered, as against those that could not be. */
const REFUSED = new Set([
  'too-many-filters',
  'too-many-dimensions',
  'mostly-hidden',
  'unknown-value',
  'unknown-dimension',
]);

/** True where the hub will not say, whoever asks again: e.g. too many filters at once. */
export const isRefused = (error: CombinedError | undefined): boolean => REFUSED.has(detailOf(error));

/** True where no edition has been published yet. */
export const isUnpublished = (error: CombinedError | undefined): boolean => detailOf(error) === 'no-edition';

/** True where the question names an edition that was never published. */
export const isUnknownEdition = (error: CombinedError | undefined): boolean =>
  detailOf(error) === 'unknown-edition';

/** One part failed: the rest of the page stays, with what to do next. */
export function Failed({ error, again, title = 'We could not count this', level = 2 }: Props) {
  const Heading = `h${level}` as const;
  const reference = error.graphQLErrors[0]?.extensions?.['reference'];
  const lost = !!error.networkError;
  return (
    <div className="failed" role="alert">
      <Heading>{lost ? 'No connection to the hub' : title}</Heading>
      <p>
        {lost
          ? 'The hub cannot be reached from here. Nothing was lost.'
          : 'Any other part of this page is right. Nothing was lost.'}
        {typeof reference === 'string' && ` We know about it (reference ${reference}).`}
      </p>
      <button className="button second" onClick={again}>
        Try again
      </button>
    </div>
  );
}

/** Where a reader chose a filter: what the hub said, and how to go on. Where nobody did: that there is nothing to tell here. */
export function Refused({ error, onClear }: { error: CombinedError; onClear?: (() => void) | undefined }) {
  const tooFine = /^(too-many|mostly-hidden)/.test(detailOf(error));
  if (tooFine && !onClear)
    return (
      <div className="card" role="status">
        <h3>Too few people were heard here to tell</h3>
        <p>So many of these figures would be of a few people that none is shown.</p>
      </div>
    );
  return (
    <div className="card" role="status">
      <h3>
        {tooFine ? 'We do not cut figures this fine in public' : 'These figures do not know this filter'}
      </h3>
      <p>{error.graphQLErrors[0]?.message ?? 'So few people are left that they could be recognised.'}</p>
      {onClear && (
        <>
          <p className="quiet">
            Take away a filter and the figures come back. Analysts who are signed in may go further.
          </p>
          <button className="button second" onClick={onClear}>
            Take away the last filter
          </button>
        </>
      )}
    </div>
  );
}
