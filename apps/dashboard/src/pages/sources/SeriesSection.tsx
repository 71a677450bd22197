import { useAnswer } from '../../app/answer';
import { hasRole, useFrame } from '../../app/view';
import { day } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import { graphql } from '../../gql';
import type { OwnSeriesQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { SeriesBreaks } from './SeriesBreaks';

const OWN_SERIES = graphql(`
  query OwnSeries {
    series {
      agency
      key
      name
      kind
      engagements
      state
      because
      decidedBy
      decidedAt
      breaks {
        since
        reason
        state
        decidedBy
      }
    }
  }
`);

const DECIDE_SERIES = graphql(`
  mutation DecideSeries($decision: SeriesDecision!) {
    decideSeries(decision: $decision) {
      key
      state
    }
  }
`);

type Series = OwnSeriesQuery['series'][number];

/** Which consultations asked the same again: proposed by the hub, signed by the agency's lead, compared from the next edition on. */
export function SeriesSection() {
  const answer = useAnswer({ query: OWN_SERIES, variables: {}, fresh: true });
  return (
    <Shown answer={answer} rows={6} title="Asked the same again">
      {({ series }) => (
        <Section
          title="Asked the same again"
          measure="Whether something rose or fell is told only of consultations that asked the same people the same, in the same way. The hub proposes; whoever leads for the agency signs; the next edition compares."
        >
          {series.length === 0 && <p>Nothing is proposed yet: it is when an edition is published.</p>}
          {series.length > 0 && <Table series={series} again={answer.again} />}
        </Section>
      )}
    </Shown>
  );
}

function Table({ series, again }: { series: Series[]; again: () => void }) {
  return (
    <table className="table roomy stack-narrow">
      <caption className="govuk-visually-hidden">Consultations that may have asked the same again</caption>
      <thead>
        <tr>
          <th scope="col">Consultations</th>
          <th scope="col">Why</th>
          <th scope="col">Did they ask the same?</th>
        </tr>
      </thead>
      <tbody>
        {series.map((one) => (
          <Row key={`${one.agency}/${one.key}`} one={one} again={again} />
        ))}
      </tbody>
    </table>
  );
}

const STATES: Readonly<Record<string, string>> = { signed: '✓ The same', refused: '✕ Not the same' };

function Row({ one, again }: { one: Series; again: () => void }) {
  const frame = useFrame();
  const action = useAction(DECIDE_SERIES, (data) => data.decideSeries);
  const decide = async (same: boolean) => {
    if (await action.act({ decision: { agency: one.agency, key: one.key, same } })) again();
  };
  return (
    <tr>
      <th scope="row">
        <strong>{one.name}</strong>
        <span className="sub">{one.engagements.join(', ')}</span>
      </th>
      <td>
        {one.because}
        <SeriesBreaks one={one} again={again} />
      </td>
      <td>
        {one.state !== 'proposed' && (
          <>
            {STATES[one.state]}
            <span className="sub">
              {one.decidedBy}
              {one.decidedAt && `, ${day(one.decidedAt)}`}
            </span>
          </>
        )}
        {hasRole(frame, 'LEAD') && (
          <div className="buttons">
            {one.state !== 'signed' && (
              <button
                type="button"
                className="button second"
                disabled={action.busy}
                onClick={() => void decide(true)}
                aria-label={`The same: ${one.name}`}
              >
                The same
              </button>
            )}
            {one.state !== 'refused' && (
              <button
                type="button"
                className="button second"
                disabled={action.busy}
                onClick={() => void decide(false)}
                aria-label={`Not the same: ${one.name}`}
              >
                Not the same
              </button>
            )}
          </div>
        )}
        <NotDone problem={action.problem} />
      </td>
    </tr>
  );
}
