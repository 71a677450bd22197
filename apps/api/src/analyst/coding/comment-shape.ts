import type { AssignmentLine, CommentToCodeRow, PersonsCoding } from '#store';
import { stands, stretchesOf, type Mask, type Span } from '../stretches.js';
import { areaByCode } from '../../public/areas/areas.js';
import type { CommentPart, CommentSegment, CommentToCode, SuggestedTheme } from './coding.type.js';

/** What the coder itself says of a comment, whatever people said since: the latest of each theme by its latest model. */
export function machineLines(history: readonly AssignmentLine[]): AssignmentLine[] {
  const machine = history.filter(({ source }) => source !== 'human');
  const last = machine.at(-1);
  const latest = new Map<string, AssignmentLine>();
  for (const line of machine)
    if (line.model === last?.model && line.codebookVersion === last.codebookVersion)
      latest.set(line.theme, line);
  return [...latest.values()]
    .filter(({ decision }) => decision !== 'absent')
    .sort((a, b) => b.probability - a.probability || (a.theme < b.theme ? -1 : 1));
}

/** What is to be marked in the words of one answer beside what the coder goes by, each under a code. */
export type MarksOf = (
  submission: string,
  part: { answer: number; text: string },
) => { theme: string; span: Span }[];

/** A comment as it may be shown. Blind: nothing of the coder or of other people. */
export function commentToCode(
  row: CommentToCodeRow,
  history: readonly AssignmentLine[],
  codings: readonly PersonsCoding[],
  show: { coder: boolean; people: boolean },
  marksOf: MarksOf = () => [],
): CommentToCode {
  const lines = show.coder ? machineLines(history) : [];
  return {
    submission: row.submission,
    agency: row.agency,
    engagement: row.engagement,
    ward: areaByCode(row.ward),
    submittedOn: row.submittedOn,
    parts: row.parts.map((part) => partOf(part, row, lines, marksOf(row.submission, part))),
    sameArgument: Math.max(1, row.sameArgument),
    safeguarding: row.safeguarding,
    blind: !show.coder,
    suggestions: lines.map(suggested),
    codings: show.people ? [...codings] : codings.filter(({ mine }) => mine),
    history: show.coder && show.people ? [...history] : [],
  };
}

const suggested = (line: AssignmentLine): SuggestedTheme => ({
  theme: line.theme,
  decision: line.decision,
  probability: line.probability,
  source: line.source,
  model: line.model,
  codebookVersion: line.codebookVersion,
  because: [...new Set(line.evidence.map(({ because }) => inWords(because)))],
});

function partOf(
  part: CommentToCodeRow['parts'][number],
  row: CommentToCodeRow,
  lines: readonly AssignmentLine[],
  others: readonly { theme: string; span: Span }[],
): CommentPart {
  const here = ({ answer }: { answer: number }): boolean => answer === part.answer;
  const masks = row.personalData.filter(here);
  const marks = lines.flatMap(({ theme, evidence }) =>
    pointed(evidence.filter(here)).map(({ span }) => ({ theme, span })),
  );
  return { question: part.question, segments: segmentsOf(part.text, masks, [...marks, ...others]) };
}

/** The words that a theme rests on; the sentence around them only where no words are told. */
function pointed<T extends { span: { start: number; end: number } }>(evidence: T[]): T[] {
  const around = (one: T): boolean =>
    evidence.some(
      (other) =>
        other !== one &&
        one.span.start <= other.span.start &&
        other.span.end <= one.span.end &&
        size(other) < size(one),
    );
  return evidence.filter((one) => !around(one));
}

const size = ({ span }: { span: { start: number; end: number } }): number => span.end - span.start;

/** A comment's stretches, with the themes that rest on each. */
export function segmentsOf(
  text: string,
  masks: readonly Mask[],
  marks: readonly { theme: string; span: Span }[],
): CommentSegment[] {
  return stretchesOf(
    text,
    masks,
    marks.map(({ span }) => span),
  ).map((stretch) => ({
    text: stretch.text,
    masked: stretch.masked,
    themes: [...new Set(marks.filter(({ span }) => stands(span, stretch)).map(({ theme }) => theme))],
  }));
}

/** Reasons are kept as the model gave them, so that it can be replayed to the byte; its weights say nothing to a reader. */
const inWords = (because: string): string =>
  because.startsWith('word with weight ') ? 'a word that speaks for it' : because;
