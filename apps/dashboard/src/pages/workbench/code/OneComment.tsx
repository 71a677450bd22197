import { useEffect, useMemo, useRef, useState } from 'react';
import { day } from '../../../figures/format';
import { NotDone } from '../../../forms/NotDone';
import { CommentText } from '../CommentText';
import { useNames, type Bench } from '../useWorkbench';
import { Choices } from './Choices';
import { Quote } from './Quote';
import { ThemePicker } from './ThemePicker';
import { useChoice, type Choice } from './useChoice';
import type { Comment } from './sitting';
import type { Coding } from './useCoding';
import { useCodingKeys } from './useCodingKeys';

interface Props {
  bench: Bench;
  coding: Coding;
  comment: Comment;
}

/** What is open beside the comment. */
type Open = 'picker' | 'quote' | null;

/** A comment, what the coder suggests, and the keys that decide. */
export function OneComment({ bench, coding, comment }: Props) {
  const choice = useChoice(comment, coding);
  const [open, setOpen] = useState<Open>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // The next comment is read out, and back from a field the keys work again.
  useEffect(() => {
    if (open === null) heading.current?.focus({ preventScroll: true });
  }, [open]);
  const numbers = useMemo(
    () => new Map(choice.listed.map((theme, index) => [theme, index + 1])),
    [choice.listed],
  );
  const pick = () => setOpen('picker');
  const quote = () => setOpen(comment.blind ? null : 'quote');
  const close = () => setOpen(null);
  useCodingKeys({ choice, coding, pick, quote }, open === null);
  return (
    <div className="coding">
      <article className="comment" aria-labelledby="comment-heading">
        <div className="comment-head">
          <h2 id="comment-heading" ref={heading} tabIndex={-1}>
            What does this comment say?
          </h2>
          <span className="quiet">
            Comment {coding.at + 1} · {comment.engagement}
          </span>
        </div>
        <CommentText parts={comment.parts} numbers={numbers} />
        <Origin comment={comment} />
        <NotDone problem={choice.problem ?? coding.undoProblem} />
        <Buttons choice={choice} coding={coding} pick={pick} quote={comment.blind ? null : quote} />
        {open === 'quote' && <Quote comment={comment} onClose={close} />}
      </article>
      <section className="choices" aria-labelledby="choices-heading">
        <h2 id="choices-heading">{comment.blind ? 'Themes' : 'Suggested themes'}</h2>
        {open === 'picker' && (
          <ThemePicker
            themes={bench.themes}
            taken={choice.chosen.themes}
            onPick={(theme) => {
              choice.add(theme);
              close();
            }}
            onClose={close}
          />
        )}
        <Choices comment={comment} bench={bench} choice={choice} names={useNames(bench.themes)} />
      </section>
    </div>
  );
}

interface ButtonsProps {
  choice: Choice;
  coding: Coding;
  pick: () => void;
  /** Null where the comment may not be quoted from here. */
  quote: (() => void) | null;
}

/** Every key has its button. */
function Buttons({ choice, coding, pick, quote }: ButtonsProps) {
  const { chosen, say } = choice;
  return (
    <>
      <div className="buttons">
        <button className="button go" aria-disabled={choice.busy} onClick={() => void choice.sign()}>
          <kbd className="key">Enter</kbd> Sign, next
        </button>
        <button className="button second" onClick={pick}>
          <kbd className="key">T</kbd> Add theme
        </button>
        <button
          className="button second"
          aria-pressed={chosen.outcome === 'NONE'}
          onClick={() => say('NONE')}
        >
          <kbd className="key">0</kbd> None fits
        </button>
        <button
          className="button second"
          aria-pressed={chosen.outcome === 'UNSURE'}
          onClick={() => say('UNSURE')}
        >
          <kbd className="key">U</kbd> Not sure
        </button>
        {quote && (
          <button className="button second" onClick={quote}>
            <kbd className="key">Q</kbd> Quote
          </button>
        )}
        <button className="button second" onClick={() => void coding.undo()}>
          <kbd className="key">Z</kbd> Undo
        </button>
      </div>
      <p className="note only-wide">
        <kbd className="key">J</kbd> <kbd className="key">K</kbd> next and previous without signing.{' '}
        <kbd className="key">?</kbd> all keys.
      </p>
    </>
  );
}

function Origin({ comment }: { comment: Comment }) {
  return (
    <dl className="coding-facts origin">
      <dt>Ward</dt>
      <dd>{comment.ward?.name ?? 'not known'}</dd>
      <dt>Told to</dt>
      <dd>{comment.agency.name}</dd>
      <dt>Day</dt>
      <dd>{comment.submittedOn ? day(comment.submittedOn) : 'not known'}</dd>
      <dt>Same argument</dt>
      <dd>{comment.sameArgument > 1 ? `${comment.sameArgument - 1} other comments` : 'nobody else'}</dd>
    </dl>
  );
}
