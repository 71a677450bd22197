import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { DECISIONS } from '../decisions/queries';
import { StateTag } from '../decisions/StateTag';
import { stateWords } from '../decisions/StateBar';
import { whenOf } from '../decisions/words';
import type { Area } from './useAreas';

const SHOWN = 5;

/** What was decided for a ward, by itself or with the whole city, the latest first. */
export function WardDecisions({ area }: { area: Area }) {
  const { edition } = useView();
  const answer = useAnswer({
    query: DECISIONS,
    variables: { filter: { ward: [area.code] }, edition, first: SHOWN, after: null },
  });
  return (
    <Shown answer={answer} rows={5} title="What was done">
      {({ decisions: { nodes, counts, years } }) => (
        <Section
          title={nodes.length ? `What was done in ${area.name}` : `No decision is recorded for ${area.name}`}
          measure={`${stateWords(counts)}. Decisions about all of the city are among them.`}
          tools={
            <>
              <Go to="/what-happened" query={{ ward: area.code, records: 'all' }} className="link same">
                All of them
              </Go>
              {years.slice(0, 2).map((year) => (
                <Go
                  key={year}
                  to="/what-happened"
                  query={{ ward: area.code, year: String(year), records: 'all' }}
                  className="link same"
                >
                  Decided in {year}
                </Go>
              ))}
            </>
          }
        >
          <ul className="plain ward-decisions">
            {nodes.map((decision) => (
              <li key={decision.id}>
                <StateTag state={decision.state} />{' '}
                <Go to={`/what-happened/${decision.id}`}>{decision.title}</Go>{' '}
                <span className="quiet">{whenOf(decision)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Shown>
  );
}
