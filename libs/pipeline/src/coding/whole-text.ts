import type * as Themes from '#themes';
import type { CodedResponse, Response, Span } from '#themes';
import type { AssignmentRow, CodedRow, ReadSubmission, TextPart } from '#store';

/** Everything that one submission says in its own words, as one text, with the way back to each answer. */
export interface WholeText {
  submission: string;
  /** Content hash of the submission as it was read. */
  hash: string;
  agency: string;
  /** What the coder is given; null where there is no text. */
  response: Response | null;
  parts: { answer: number; from: number; text: string }[];
}

/** One whole text for each submission, in the order given. An answer that says nothing is left out beside one that does. */
export function wholeTexts(rows: readonly TextPart[], isNoAnswer: (text: string) => boolean): WholeText[] {
  const groups = new Map<string, TextPart[]>();
  for (const row of rows) {
    const group = groups.get(row.submission);
    if (group) group.push(row);
    else groups.set(row.submission, [row]);
  }
  return [...groups].map(([submission, all]) => wholeOf(submission, all, isNoAnswer));
}

function wholeOf(
  submission: string,
  rows: readonly TextPart[],
  isNoAnswer: (text: string) => boolean,
): WholeText {
  const agency = rows[0]?.agency ?? '';
  const hash = rows[0]?.hash ?? '';
  const written = rows.filter((row) => row.text !== null);
  const said = written.filter((row) => !isNoAnswer(row.text ?? ''));
  const kept = said.length > 0 ? said : written.slice(0, 1);
  const parts: WholeText['parts'] = [];
  let text = '';
  for (const row of kept) {
    if (parts.length > 0) text += '\n';
    parts.push({ answer: row.answer ?? 0, from: text.length, text: row.text ?? '' });
    text += row.text ?? '';
  }
  const response = kept.length > 0 ? { id: submission, question: kept[0]?.question ?? null, text } : null;
  return { submission, hash, agency, response, parts };
}

/** Where a place in the whole text stands in the answers; a place that runs over an end is cut there. */
export function inAnswers({ parts }: WholeText, span: Span): { answer: number; span: Span }[] {
  return parts.flatMap(({ answer, from, text }) => {
    const start = Math.max(span.start - from, 0);
    const end = Math.min(span.end - from, text.length);
    return start < end ? [{ answer, span: { start, end } }] : [];
  });
}

/** What the coder made of a whole text, as rows to keep. */
export function rowsOf(
  whole: WholeText,
  coded: CodedResponse | null,
  { riskOf, safeguardingReasons }: Pick<typeof Themes, 'riskOf' | 'safeguardingReasons'>,
): { coded: CodedRow; assignments: AssignmentRow[] } {
  const { submission, agency } = whole;
  const assignments = (coded?.assignments ?? []).map((a) => ({
    submission,
    agency,
    theme: a.theme,
    decision: a.decision,
    source: a.source,
    probability: a.probability,
    evidence: a.evidence.flatMap((e) =>
      inAnswers(whole, e.span).map((place) => ({ ...place, because: e.because })),
    ),
  }));
  const risks = coded?.safeguarding
    ? safeguardingReasons(whole.response?.text ?? '').map(({ kind }) => kind)
    : [];
  return {
    coded: {
      submission,
      agency,
      hasText: coded !== null,
      noAnswer: coded?.noAnswer ?? false,
      stance: coded ? (coded.stance ?? 'neutral') : null,
      safeguarding: coded?.safeguarding ?? false,
      risks: [...new Set(risks)].sort(),
      risk: coded?.safeguarding ? riskOf(whole.response?.text ?? '') : null,
      personalData: (coded?.personalData ?? []).flatMap((found) =>
        inAnswers(whole, found.span).map((place) => ({ ...place, type: found.type })),
      ),
    },
    assignments,
  };
}

/** What was read, to be told from what stands there when its coding is kept. */
export const readOf = ({ submission, hash }: WholeText): ReadSubmission => ({ id: submission, hash });
