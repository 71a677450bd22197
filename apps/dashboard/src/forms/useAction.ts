import { useMutation, type AnyVariables, type OperationResult, type TypedDocumentNode } from 'urql';
import { problemOf } from './refusal';

export interface Action<Variables> {
  /** Asks the hub to do it. True where it did; otherwise `problem` says why not. */
  act: (variables: Variables) => Promise<boolean>;
  busy: boolean;
  /** True once the hub has done it. */
  done: boolean;
  /** Why the hub did not do it, for people; null before it was asked and where it did. */
  problem: string | null;
}

/**
 * Something that a person asks the hub to do.
 * @param answerOf the field that comes back: a refusal leaves it, or all of the data, null or false
 */
export function useAction<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  answerOf: (data: Data) => unknown,
): Action<Variables> {
  const [result, run] = useMutation<Data, Variables>(document);
  const problem = result.fetching ? null : problemOf(result, answerOf);
  return {
    act: async (variables) => {
      const answer: OperationResult<Data, Variables> = await run(variables);
      return problemOf(answer, answerOf) === null;
    },
    busy: result.fetching,
    done: !!result.data && problem === null && !result.fetching,
    problem,
  };
}
