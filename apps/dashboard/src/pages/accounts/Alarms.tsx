import { useAnswer } from '../../app/answer';
import { moment, plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { ALARMS } from './queries';

/** What the audit trail has that an administrator should look at. */
export function Alarms() {
  const answer = useAnswer({ query: ALARMS, variables: {}, fresh: true });
  return (
    <Shown answer={answer} rows={2}>
      {({ alarms }) => (
        <Section
          title={alarms.length === 0 ? 'No alarms' : plural(alarms.length, 'alarm', 'alarms')}
          measure="Of the last seven days, from the audit trail: guesses and refusals in great number, identities, comments."
        >
          {alarms.length > 0 && (
            <ul className="plain">
              {alarms.map(({ what, words, from, to }) => (
                <li key={`${what} ${from} ${words}`}>
                  {words}, {from === to ? moment(to) : `from ${moment(from)} to ${moment(to)}`}
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </Shown>
  );
}
