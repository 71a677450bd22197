import { Go } from '../../app/Go';
import { plural, unmarked } from '../../figures/format';
import { period } from '../engagements/words';
import { PeopleSaid } from './PeopleSaid';
import { StateTag } from './StateTag';
import { sentence, whenOf, whereOf, type DecisionLine } from './words';

/** One decision in the list: asked, said, decided and why, side by side. */
export function DecisionCard({ decision }: { decision: DecisionLine }) {
  const late = decision.state === 'LATE' ? whenOf(decision) : undefined;
  return (
    <article className="decision" aria-labelledby={`decision-${decision.id}`}>
      <header>
        <StateTag state={decision.state} words={late && `${late}`} />
        <h3 id={`decision-${decision.id}`}>
          <Go to={`/what-happened/${decision.id}`}>{decision.title}</Go>
        </h3>
        <p className="quiet">
          {whereOf(decision)} · {whenOf(decision)}
        </p>
      </header>
      <div className="decision-parts">
        <div>
          <h4>We asked</h4>
          <Asked decision={decision} />
        </div>
        <div>
          <h4>People said</h4>
          <PeopleSaid decision={decision} />
        </div>
        <div>
          <h4>What was decided, and why</h4>
          <Decided decision={decision} />
        </div>
      </div>
    </article>
  );
}

export function Asked({ decision: { asked, engagementIds, agency } }: { decision: DecisionLine }) {
  const gone = engagementIds.length - asked.length;
  if (engagementIds.length === 0)
    return <p className="quiet">No engagement is named. {unmarked(agency.name)}</p>;
  return (
    <ul className="plain">
      {gone > 0 && (
        <li className="quiet">
          {plural(gone, 'engagement', 'engagements')} that this edition does not have. {unmarked(agency.name)}
        </li>
      )}
      {asked.map((one) => (
        <li key={one.id}>
          <Go to={`/engagements/${one.agency}/${one.key}`}>{one.title}</Go>
          <br />
          <span className="quiet">{period(one)}</span>
        </li>
      ))}
    </ul>
  );
}

export function Decided({ decision }: { decision: DecisionLine }) {
  const { decided, why, willDo, notDone, notDoneBecause, decidedBy, agency, lead } = decision;
  return (
    <>
      <p>
        <strong>{decided}</strong>
      </p>
      {why && <p>{why}</p>}
      {(notDone !== null || !willDo) && (
        <p>
          {notDone && <>Not done: {sentence(notDone)} </>}
          {notDoneBecause && (
            <>
              <strong>Because</strong> {notDoneBecause}
            </>
          )}
        </p>
      )}
      <p className="quiet">
        {decidedBy ? `Decided by ${decidedBy}. ` : ''}Owner: {unmarked(agency.name)}
        {lead ? `, ${lead}` : ''}.
      </p>
    </>
  );
}
