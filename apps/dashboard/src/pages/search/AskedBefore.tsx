import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { count, unmarked } from '../../figures/format';
import { HiddenTag } from '../../figures/HiddenTag';
import type { AskedBeforeQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { StateTag } from '../decisions/StateTag';
import { period } from '../engagements/words';
import { titleOf } from './asked-title';
import { ASKED_BEFORE } from './queries';

type Asked = AskedBeforeQuery['askedBefore'];
type Wording = Asked['nodes'][number];
type Asking = Wording['askings'][number];

/** Who asked about this before, of all agencies: what is known need not be asked again. */
export function AskedBefore({ words }: { words: string }) {
  const answer = useAnswer({ query: ASKED_BEFORE, variables: { words } });
  return (
    <Shown answer={answer} rows={4}>
      {({ askedBefore }) => (
        <Section
          title={titleOf(askedBefore)}
          measure={
            askedBefore.edition === null
              ? 'No edition has been published yet, and questions are told from editions.'
              : `Questions of all agencies, by your words and by what they mean, as edition ${askedBefore.edition} has them. Say what is known before you ask again.`
          }
        >
          {askedBefore.nodes.length > 0 && (
            <table className="table roomy stack-narrow asked-before">
              <caption className="govuk-visually-hidden">Who asked this before</caption>
              <thead>
                <tr>
                  <th scope="col">What was asked</th>
                  <th scope="col">Where</th>
                  <th scope="col">When</th>
                  <th scope="col" className="number">
                    Answered
                  </th>
                  <th scope="col">What was decided</th>
                </tr>
              </thead>
              {askedBefore.nodes.map((wording) => (
                <Lines key={wording.text} wording={wording} />
              ))}
            </table>
          )}
          {askedBefore.wordings > askedBefore.nodes.length && (
            <p className="quiet">
              The nearest {count(askedBefore.nodes.length)} of {count(askedBefore.wordings)} shown.
            </p>
          )}
        </Section>
      )}
    </Shown>
  );
}

/** The times that one wording was asked, under its words. */
function Lines({ wording }: { wording: Wording }) {
  const { text, foundBy, times, askings } = wording;
  return (
    <tbody>
      {askings.map((asking, at) => (
        <tr key={`${asking.engagement} ${asking.question}`}>
          {at === 0 && (
            <th scope="rowgroup" rowSpan={askings.length}>
              “{text}”{foundBy === 'MEANING' && <span className="quiet"> by its meaning</span>}
              {times > askings.length && (
                <span className="quiet">
                  {' '}
                  asked {count(times)} times, the latest {count(askings.length)} here
                </span>
              )}
            </th>
          )}
          <Cells asking={asking} />
        </tr>
      ))}
    </tbody>
  );
}

function Cells({ asking: { engagement, title, agency, people, decided, ...times } }: { asking: Asking }) {
  return (
    <>
      <td data-label="Where">
        <Go to={`/engagements/${engagement}`}>{unmarked(title)}</Go>
        <br />
        <span className="quiet">{unmarked(agency.name)}</span>
      </td>
      <td data-label="When">{period(times)}</td>
      <td data-label="Answered" className="number">
        {people === null ? <HiddenTag /> : count(people)}
      </td>
      <td data-label="What was decided">
        {decided.length === 0 ? (
          <span className="quiet">Nothing published</span>
        ) : (
          decided.map((one) => (
            <p key={one.id}>
              <StateTag state={one.state} /> <Go to={`/what-happened/${one.id}`}>{one.title}</Go>
            </p>
          ))
        )}
      </td>
    </>
  );
}
