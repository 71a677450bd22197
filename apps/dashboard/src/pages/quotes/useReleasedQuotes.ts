import { useAnswer } from '../../app/answer';
import { graphql } from '../../gql';

const RELEASED_QUOTES = graphql(`
  query ReleasedQuotes($theme: String!, $edition: Int!) {
    releasedQuotes(theme: $theme, edition: $edition) {
      edition
      quote
      words
    }
  }
`);

/** Released quotes about a theme in an edition, to choose from. `none` says that there are none, once that is known. */
export function useReleasedQuotes(theme: string, edition: number) {
  const { data } = useAnswer({ query: RELEASED_QUOTES, variables: { theme, edition } });
  const quotes = data?.releasedQuotes ?? [];
  const none =
    data && quotes.length === 0
      ? `No quote about ${theme.replaceAll('-', ' ')} is released in edition ${edition}.`
      : null;
  return { quotes, none };
}
