import { MaskForm } from './MaskForm';
import type { Found } from './narrowing';
import { QuoteForm } from './QuoteForm';
import { TakeQuoteBack } from './TakeQuoteBack';

/** What can be done with a found comment in a form beneath it. */
export type Form = 'quote' | 'mask' | 'take-back';

const FORMS: Record<Form, string> = {
  quote: 'Quote',
  mask: 'Mask words',
  'take-back': 'Take the quote back',
};

interface OpensProps {
  form: Form;
  open: Form | null;
  set: (form: Form | null) => void;
  /** Which comment, for who does not see it. */
  of: string;
}

/** Opens and closes a form of a found comment. */
export function Opens({ form, open, set, of }: OpensProps) {
  return (
    <button className="link" aria-expanded={open === form} onClick={() => set(open === form ? null : form)}>
      {FORMS[form]}
      <span className="govuk-visually-hidden">: {of}</span>
    </button>
  );
}

interface OpenFormProps {
  open: Form | null;
  comment: Found['nodes'][number];
  names: (code: string) => string;
  close: () => void;
  /** Words of it were masked, or its quote was taken back. */
  changed: () => void;
}

/** The form that is open beneath a found comment; nothing where none is. */
export function OpenForm({ open, comment, names, close, changed }: OpenFormProps) {
  if (open === 'quote') return <QuoteForm comment={comment} names={names} close={close} />;
  if (open === 'mask') return <MaskForm comment={comment} masked={changed} close={close} />;
  if (open === null) return null;
  const words = comment.releasedQuote ?? '';
  return <TakeQuoteBack submission={comment.submission} words={words} taken={changed} close={close} />;
}
