/** What came back of an action; `data` is undefined where nothing was asked yet, null where it was refused. */
export interface CameBack<Data> {
  data?: Data | null | undefined;
  error?: { graphQLErrors: readonly { message: string }[] } | undefined;
}

const NO_ANSWER = 'The hub did not answer. Try again.';
const NOT_DONE = 'The hub did not do it. Load the page anew to see how things stand, then try again.';

/**
 * Why an action was not done, in words for the person who asked; null where it was, or was never asked.
 * An answer without the field that was asked for is a refusal, whether or not an error came with it.
 */
export function problemOf<Data>(
  { data, error }: CameBack<Data>,
  answerOf: (data: Data) => unknown,
): string | null {
  if (error) return error.graphQLErrors[0]?.message ?? NO_ANSWER;
  if (data === undefined) return null;
  const answer = data === null ? null : answerOf(data);
  return answer === null || answer === undefined || answer === false ? NOT_DONE : null;
}
