import { withinMonths } from '#statements';
import { useAnswer } from '../../app/answer';
import { unmarked } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { CONTACTS } from './queries';

/** Whom to ask about what was said and decided, as each agency says it; nothing where none does. */
export function WhomToAsk() {
  const answer = useAnswer({ query: CONTACTS, variables: {} });
  return (
    <Shown answer={answer} rows={3} title="Whom to contact">
      {({ answerPromises }) => {
        const told = answerPromises.filter(({ contact }) => contact);
        return told.length === 0 ? null : (
          <Section
            title="Whom to contact"
            measure="As each agency says, with the time within which it promises an answer."
          >
            <dl className="facts">
              {told.map(({ agency, contact, months }) => (
                <div key={agency.code}>
                  <dt>{unmarked(agency.name)}</dt>
                  <dd>
                    {contact} <span className="quiet">answers {withinMonths(months)}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </Section>
        );
      }}
    </Shown>
  );
}
