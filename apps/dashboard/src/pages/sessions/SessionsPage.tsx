import { useState } from 'react';
import { useAnswer } from '../../app/answer';
import { useTitle } from '../../app/title';
import { useFrame } from '../../app/view';
import { moment, plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { OwnSessionsQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { END_SESSION, OWN_SESSIONS } from './queries';

type Session = OwnSessionsQuery['ownSessions'][number];

/** Where somebody is signed in, and the way to end what they have left open elsewhere. */
export function SessionsPage() {
  return useFrame().viewer ? (
    <Sessions />
  ) : (
    <NoRight title="Where you are signed in" who="signed in" what="It lists your own sessions." />
  );
}

function Sessions() {
  useTitle('Where you are signed in');
  const answer = useAnswer({ query: OWN_SESSIONS, variables: {}, fresh: true });
  const [said, setSaid] = useState('');
  const ended = () => {
    setSaid('That session is ended.');
    answer.again();
  };
  return (
    <>
      <div className="head">
        <div>
          <h1>Where you are signed in</h1>
          <p className="lede">
            A session ends an hour after it was last used and twelve hours after it began. End what you do not
            know.
          </p>
        </div>
      </div>
      <p role="status">{said && `✓ ${said}`}</p>
      <Shown answer={answer} rows={4}>
        {({ ownSessions }) => (
          <Section
            title={plural(ownSessions.length, 'session', 'sessions')}
            measure="One for each browser in which you pressed the button of a sign-in link."
          >
            <table className="table roomy stack-narrow">
              <caption className="govuk-visually-hidden">Your sessions</caption>
              <thead>
                <tr>
                  <th scope="col">Signed in</th>
                  <th scope="col">Last used</th>
                  <th scope="col">Ends, if left</th>
                  <th scope="col">Do</th>
                </tr>
              </thead>
              <tbody>
                {ownSessions.map((session) => (
                  <Line key={session.id} session={session} ended={ended} />
                ))}
              </tbody>
            </table>
          </Section>
        )}
      </Shown>
    </>
  );
}

function Line({ session, ended }: { session: Session; ended: () => void }) {
  const end = useAction(END_SESSION, (data) => data.endSession);
  const began = moment(session.beganAt);
  return (
    <tr>
      <th scope="row">{began}</th>
      <td data-label="Last used">{session.here ? 'now, in this browser' : moment(session.lastUsedAt)}</td>
      <td data-label="Ends, if left">{moment(session.endsAt)}</td>
      <td>
        {session.here ? (
          <span className="quiet">sign out above</span>
        ) : (
          <button
            type="button"
            className="button second"
            disabled={end.busy}
            onClick={() => void end.act({ id: session.id }).then((done) => done && ended())}
          >
            End<span className="govuk-visually-hidden"> the session of {began}</span>
          </button>
        )}
        <NotDone problem={end.problem} />
      </td>
    </tr>
  );
}
