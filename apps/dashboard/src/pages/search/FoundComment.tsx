import { useState, type KeyboardEvent } from 'react';
import { Go } from '../../app/Go';
import { day } from '../../figures/format';
import { Masked } from '../../layout/Masked';
import type { Found } from './narrowing';
import { QuoteForm } from './QuoteForm';

type Comment = Found['nodes'][number];

interface Props {
  comment: Comment;
  names: (code: string) => string;
}

/** One found comment: its words, where it comes from, and the way to its coding. */
export function FoundComment({ comment, names }: Props) {
  const { agency, engagement, submittedOn, ward } = comment;
  const [quoting, setQuoting] = useState(false);
  // On the comment itself, and not while something is typed in its form.
  const press = (event: KeyboardEvent) => {
    if (event.key === 'q' && event.target === event.currentTarget && !event.ctrlKey && !event.metaKey)
      setQuoting(true);
  };
  const from = [agency.name, engagement, submittedOn && day(submittedOn), ward?.name].filter(Boolean);
  return (
    <article className="found" tabIndex={-1} aria-label={`Comment: ${engagement}`} onKeyDown={press}>
      <p className="said">
        {comment.segments.map((segment, at) => (
          <Segment key={at} segment={segment} />
        ))}
      </p>
      <p className="quiet">
        {from.join(' · ')}
        {comment.isNew && <strong> · new</strong>}
        {comment.foundBy === 'MEANING' && <strong> · by its meaning</strong>}
        {comment.sameArgument > 1 && ` · ${comment.sameArgument} say the same`}
        {comment.releasedQuote && <strong> · ✓ released for quoting</strong>}
      </p>
      <p className="asked">Asked: “{comment.question}”</p>
      <p className="found-foot">
        {comment.ownThemes.map(({ code, name }) => (
          <span className="word" key={code}>
            {name}
          </span>
        ))}
        {comment.themes.map((theme) => (
          <span className="word" key={theme}>
            {names(theme)}
          </span>
        ))}
        <button className="link" aria-expanded={quoting} onClick={() => setQuoting(!quoting)}>
          Quote<span className="govuk-visually-hidden">: {engagement}</span>
        </button>
        <Go to={`/workbench/comments/${comment.submission}`} className="found-more">
          Wrong theme? Its themes and their history
          <span className="govuk-visually-hidden">: {engagement}</span>
        </Go>
      </p>
      {quoting && <QuoteForm comment={comment} names={names} close={() => setQuoting(false)} />}
    </article>
  );
}

function Segment({ segment: { text, masked, asked, near } }: { segment: Comment['segments'][number] }) {
  if (masked) return <Masked kind={masked} />;
  const words = asked ? <mark>{text}</mark> : text;
  return near ? <span className="near">{words}</span> : <>{words}</>;
}
