import { Go } from '../../app/Go';
import { isPublished } from '../../figures/figure';
import { capital, range } from '../../figures/format';
import { NoNumber } from '../../figures/HiddenTag';
import { peopleTold } from '../../figures/people-told';
import { ReceiptSign } from '../../receipt/ReceiptSign';
import { figureAddress, type DecisionLine } from './words';

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

function Evidence({ evidence: { figure, edition, told } }: { evidence: DecisionLine['evidence'][number] }) {
  const name = told?.keys.map((key) => key.name).join(', ') || 'everybody who was heard';
  return (
    <p className="evidence">
      {isPublished(told) ? (
        <>
          <strong>{capital(peopleTold(told))}</strong>{' '}
          {told.people.low !== told.people.high && (
            <span className="quiet">{range(told.people.low, told.people.high)} </span>
          )}
        </>
      ) : (
        <>
          <NoNumber figure={told} /> people{' '}
        </>
      )}
      raised {name}{' '}
      <Go to={figureAddress(figure)} query={{ edition: String(edition) }} className="link receipt-link">
        <ReceiptSign />
        <span className="govuk-visually-hidden">
          How was this counted? {name}, edition {edition}
        </span>
      </Go>
    </p>
  );
}
