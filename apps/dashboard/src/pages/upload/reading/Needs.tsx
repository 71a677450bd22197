import { plural } from '../../../figures/format';
import { Section } from '../../../layout/Section';
import type { Ask } from '../look';
import { AnswerCodes } from './AnswerCodes';
import { AskActions } from './AskActions';
import { askKey } from './draft';
import type { Reading } from './useReading';

export const askId = (ask: Ask): string =>
  `ask-${askKey(ask)
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 80)}`;

const HEADS: Record<string, string> = {
  'codes-of-answers': 'Some answers have no code yet: match them',
  'date-order': 'Is the day or the month first?',
  dates: 'Some dates look wrong',
  'column-missing': 'A column is not where it was',
  'column-unknown': 'A column is new',
  sheet: 'Which sheet holds the answers?',
  header: 'Which row holds the labels?',
  note: 'Is this row a note?',
  'hidden-rows': 'Some rows are hidden',
  consent: 'Who agreed to take part?',
  'rows-that-do-not-fit': 'Some rows do not fit under the labels',
  'nothing-to-take': 'No row holds an answer',
  layout: 'One thing about this kind of file',
  question: 'What do these answers stand for?',
  codes: 'What do these answers stand for?',
  kind: 'Is it read as what it is?',
  field: 'Is it what it looks like?',
  name: 'Are these names of people?',
  place: 'Is it a place that people speak of?',
  date: 'Is it the day of the answer?',
  number: 'Is this number an answer?',
  other: 'Was something written under “Other”?',
  options: 'Is this one option or two?',
  characteristic: 'Is it asked of the person who answers?',
  'left-out': 'Are these answers of people?',
  languages: 'Are these one question in two languages?',
  'hidden-sheet': 'A hidden sheet looks like the answers',
  agreement: 'Your agreement does not cover this',
  'would-wait': 'Sent like this, the file would wait for you',
};

/** What an ask is about, in a short line. */
export const headOf = ({ about, column }: Ask): string => {
  const head = HEADS[about] ?? 'Please look at this';
  if (about === 'agreement' || column === null) return head;
  return `“${column}”: ${head.charAt(0).toLowerCase()}${head.slice(1)}`;
};

/** Problems first: what the hub can't know, each with what to do about it. */
export function Needs({ reading, asks }: { reading: Reading; asks: readonly Ask[] }) {
  const { draft } = reading;
  const done = draft.settled.length;
  if (asks.length === 0)
    return done > 0 ? (
      <p className="callout calm" role="status">
        <strong>Nothing needs you any more.</strong> You have dealt with {plural(done, 'thing', 'things')}.
      </p>
    ) : null;
  return (
    <Section
      title={`${plural(asks.length, 'thing needs', 'things need')} you`}
      measure="Problems first. Of everything else we are sure; it is below. The words as written are always kept beside the code."
      id="needs"
    >
      <div className="needs">
        {asks.map((ask) => (
          <article key={askKey(ask)} className="need" id={askId(ask)} tabIndex={-1} aria-label={headOf(ask)}>
            <h3>{headOf(ask)}</h3>
            <p>{ask.why}</p>
            {ask.about === 'codes-of-answers' ? (
              <AnswerCodes ask={ask} reading={reading} />
            ) : (
              <AskActions ask={ask} reading={reading} />
            )}
          </article>
        ))}
      </div>
    </Section>
  );
}
