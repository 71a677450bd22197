import { isPublished } from '../../figures/figure';
import { capital, count, range } from '../../figures/format';
import { HiddenTag, NoNumber } from '../../figures/HiddenTag';
import { peopleTold } from '../../figures/people-told';
import { ReceiptSign } from '../../receipt/ReceiptSign';
import { ToFigure } from './ToFigure';
import type { DecisionLine } from './words';

/** What people said: figures with their receipts, and released words, those that disagree marked as such. */
export function PeopleSaid({ decision }: { decision: DecisionLine }) {
  const { evidence, quotes, origin } = decision;
  const against = quotes.filter(({ stance }) => stance === 'against');
  return (
    <div className="people-said">
      {evidence.length === 0 && (
        <p className="quiet">
          {origin === 'PULLED' ? 'The agency’s own record, no figure yet.' : 'No figure is tied to it.'}
        </p>
      )}
      {evidence.map((one) => (
        <Evidence key={`${one.edition} ${one.figure}`} evidence={one} />
      ))}
      {quotes.map((quote) => (
        <blockquote
          key={`${quote.edition} ${quote.quote}`}
          className={quote.stance === 'against' ? 'said against' : 'said'}
        >
          <p>“{quote.words}”</p>
          {quote.stance === 'against' && <p className="quiet">and not everyone agrees</p>}
        </blockquote>
      ))}
      {evidence.length > 0 && quotes.length === 0 && (
        <p className="quiet">No quote is released for this figure.</p>
      )}
      {quotes.length > 0 && against.length === 0 && (
        <p className="quiet">No quote that disagrees is released.</p>
      )}
    </div>
  );
}

type Reference = DecisionLine['evidence'][number];

function Evidence({ evidence }: { evidence: Reference }) {
  const { edition, told, answer, did } = evidence;
  if (!told && !answer) return <p className="quiet">Edition {edition} tells this figure no more.</p>;
  const people = answer?.people ?? (isPublished(told) ? told.people.value : null);
  if (people === null)
    return (
      <p className="evidence">
        How many people {did}: {told ? <NoNumber figure={told} /> : <HiddenTag />}{' '}
        <Counted evidence={evidence} />
      </p>
    );
  return (
    <p className="evidence">
      <strong>{isPublished(told) ? capital(peopleTold(told)) : `${count(people)} people`}</strong>{' '}
      {isPublished(told) && told.people.low !== told.people.high && (
        <span className="quiet">{range(told.people.low, told.people.high)} </span>
      )}
      {did} <Counted evidence={evidence} />
    </p>
  );
}

const Counted = ({ evidence }: { evidence: Reference }) => (
  <ToFigure of={evidence} className="link receipt-link">
    <ReceiptSign />
    <span className="govuk-visually-hidden">
      How was this counted? People who {evidence.did}, edition {evidence.edition}
    </span>
  </ToFigure>
);
