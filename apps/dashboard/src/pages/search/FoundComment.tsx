import { useState, type KeyboardEvent } from 'react';
import { Go } from '../../app/Go';
import { day } from '../../figures/format';
import { Masked } from '../../layout/Masked';
import { OpenForm, Opens, type Form } from './FoundForms';
import type { Found } from './narrowing';

type Comment = Found['nodes'][number];

interface Props {
  comment: Comment;
  names: (code: string) => string;
  /** Asks for what is shown again: words of it were masked, or a quote was taken back. */
  again: () => void;
}

/** One found comment: its words, where it comes from, and the way to its coding. */
export function FoundComment({ comment, names, again }: Props) {
  const { agency, engagement, submittedOn, ward } = comment;
  const [open, setOpen] = useState<Form | null>(null);
  const close = () => setOpen(null);
  const changed = () => {
    close();
    again();
  };
  // On the comment itself, and not while something is typed in its form.
  const press = (event: KeyboardEvent) => {
    if (
      event.key === 'q' &&
      !comment.releasedQuote &&
      event.target === event.currentTarget &&
      !event.ctrlKey &&
      !event.metaKey
    )
      setOpen('quote');
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
        <Themes comment={comment} names={names} />
        <Opens
          form={comment.releasedQuote ? 'take-back' : 'quote'}
          open={open}
          set={setOpen}
          of={engagement}
        />
        <Opens form="mask" open={open} set={setOpen} of={engagement} />
        <Go to={`/workbench/comments/${comment.submission}`} className="found-more">
          Wrong theme? Its themes and their history
          <span className="govuk-visually-hidden">: {engagement}</span>
        </Go>
      </p>
      <OpenForm open={open} comment={comment} names={names} close={close} changed={changed} />
    </article>
  );
}

/** Themes of a comment by codebooks of the agency, and by the city's. */
function Themes({ comment: { ownThemes, themes }, names }: Pick<Props, 'comment' | 'names'>) {
  return [...ownThemes, ...themes.map((code) => ({ code, name: names(code) }))].map(({ code, name }) => (
    <span className="word" key={code}>
      {name}
    </span>
  ));
}

function Segment({ segment: { text, masked, asked, near } }: { segment: Comment['segments'][number] }) {
  if (masked) return <Masked kind={masked} />;
  const words = asked ? <mark>{text}</mark> : text;
  return near ? <span className="near">{words}</span> : <>{words}</>;
}
