import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { DECISIONS } from './queries';
import { StateTag } from './StateTag';
import { stateWords } from './StateBar';
import { whenOf } from './words';

const SHOWN = 5;

interface Props {
  /** "in Ham", "of “Carers”", "in Plymouth", "who took part", "who raised “Litter”". */
  where: string;
  /** Nothing in it: of the whole city. */
  filter:
    | { ward: string[] }
    | { community: string[] }
    | { engagement: string[] }
    | { theme: string[] }
    | Record<string, never>;
  /** What is said where there is none. */
  none: string;
}

/** What was decided for a ward, by itself or with the whole city, for a community, after an engagement, on a theme, or anywhere; the latest first. */
export function DecisionsHere({ where, filter, none }: Props) {
  const { edition } = useView();
  const answer = useAnswer({
    query: DECISIONS,
    variables: { filter: { ...filter, tied: true }, edition, after: null },
  });
  return (
    <Shown answer={answer} rows={5} title="What was done">
      {({ decisions: { nodes, counts, records, decidedYears, doneYears } }) => (
        <Section
          title={nodes.length ? `What was done for people ${where}` : none}
          measure={`${stateWords(counts)}.${'ward' in filter ? ' Decisions about all of the city are among them.' : ''}${
            records > 0
              ? ` Agencies published ${plural(records, 'record', 'records')} of their own beside, with no figure of what people said yet.`
              : ''
          }`}
          tools={
            <>
              <Go to="/what-happened" query={{ ...filter, records: 'all' }} className="link same">
                All of them
              </Go>
              {decidedYears.slice(0, 2).map((year) => (
                <Go
                  key={year}
                  to="/what-happened"
                  query={{ ...filter, year: String(year), records: 'all' }}
                  className="link same"
                >
                  Decided in {year}
                </Go>
              ))}
              {doneYears.slice(0, 2).map((year) => (
                <Go
                  key={year}
                  to="/what-happened"
                  query={{ ...filter, doneIn: String(year), records: 'all' }}
                  className="link same"
                >
                  Done in {year}
                </Go>
              ))}
            </>
          }
        >
          <ul className="plain ward-decisions">
            {nodes.slice(0, SHOWN).map((decision) => (
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
