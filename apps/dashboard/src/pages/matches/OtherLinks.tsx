import { useState } from 'react';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { day, signed } from '../../figures/format';
import type { MatchesOfQuery } from '../../gql/graphql';
import { useKey } from '../../layout/keys';
import { Shown } from '../../states/Shown';
import { likely, type Pair } from './pair-rows';
import { MATCHES_OF } from './queries';

/** What else holds A and B to the people they are taken for: each link opens to its weights. */
export function OtherLinks({ pair }: { pair: Pair }) {
  const [open, setOpen] = useState(false);
  useKey('d', () => setOpen(!open));
  const records = pair.a.personRecords + pair.b.personRecords;
  if (records <= 2) return null;
  return (
    <details className="govuk-details" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          What else holds them to the people they are taken for
        </span>
      </summary>
      {open && (
        <div className="govuk-details__text">
          <Links submission={pair.a.submission} mark="A" but={pair.id} />
          <Links submission={pair.b.submission} mark="B" but={pair.id} />
        </div>
      )}
    </details>
  );
}

function Links({ submission, mark, but }: { submission: string; mark: 'A' | 'B'; but: string }) {
  const answer = useAnswer({ query: MATCHES_OF, variables: { submission } });
  return (
    <Shown answer={answer} rows={2}>
      {({ matchesOf }) => {
        const links = matchesOf.filter(({ id }) => id !== but);
        if (links.length === 0) return <p className="note">{mark} stands alone.</p>;
        return (
          <ul className="plain">
            {links.map((link) => (
              <Link key={link.id} link={link} mark={mark} submission={submission} />
            ))}
          </ul>
        );
      }}
    </Shown>
  );
}

interface LinkProps {
  link: MatchesOfQuery['matchesOf'][number];
  mark: 'A' | 'B';
  submission: string;
}

function Link({ link: { a, b, weight, probability }, mark, submission }: LinkProps) {
  const other = a.submission === submission ? b : a;
  return (
    <li>
      <Go to={`/matches/${a.submission}/${b.submission}`} className="link same">
        {mark} with {other.engagement}
        {other.submittedOn && `, ${day(other.submittedOn)}`}
      </Go>{' '}
      <span className="quiet">
        {likely(probability)}, weight {signed(weight)}
      </span>
    </li>
  );
}
