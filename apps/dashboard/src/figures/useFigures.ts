import { useMemo } from 'react';
import { useAnswer, type Answer } from '../app/answer';
import { useView } from '../app/view';
import type { FiguresQuery } from '../gql/graphql';
import type { Figure, Question } from './figure';
import { FIGURES } from './queries';

export interface Figures {
  question: Question;
  nodes: Figure[];
  total: Figure;
  note: string | null;
  definition: string;
  /** What the edition says of change and of wards beside these figures, and why it says nothing where it does not. */
  statements: Statement[];
  silent: string | null;
  /** Who is under-heard, where the figures are of all groups beside residents. */
  underHeard: NonNullable<FiguresQuery['figures']['underHeard']> | null;
  /** Of all wards with a rate together, where the figures are cut by ward. */
  wardsRate: NonNullable<FiguresQuery['figures']['wardsRate']> | null;
}

export type Statement = FiguresQuery['figures']['statements'][number];

/** The most that the hub gives at once: every table of these pages is far under it, so that none is cut off. */
const WHOLE = 1000;

/** The dimensions and filters of a question, in one stable order, so that equal questions are asked once. */
export function useFigures(question: Question, options: { pause?: boolean } = {}): Answer<Figures> {
  const view = useView();
  const key = JSON.stringify(question);
  const answer = useAnswer({
    query: FIGURES,
    variables: { ...question, ...view, first: WHOLE, after: null },
    pause: options.pause ?? false,
  });
  const data = useMemo(() => {
    const figures = (answer.data as FiguresQuery | undefined)?.figures;
    if (!figures) return undefined;
    return {
      question: JSON.parse(key) as Question,
      nodes: figures.nodes,
      total: figures.total,
      note: figures.note ?? null,
      definition: figures.report.definition,
      statements: figures.statements,
      silent: figures.silent ?? null,
      wardsRate: figures.wardsRate ?? null,
      underHeard: figures.underHeard ?? null,
    };
  }, [answer.data, key]);
  return { ...answer, data };
}
