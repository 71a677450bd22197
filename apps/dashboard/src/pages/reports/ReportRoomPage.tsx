import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { mayWriteDecisions, useFrame } from '../../app/view';
import { moment } from '../../figures/format';
import type { ReportLinesQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { REPORT_LINES } from './queries';

export const WHAT_ROOM =
  'Reports are written from one edition, read and signed by two people who did not write them, and released by the clock.';

/** Reports of the own agencies, and those one was asked to read. */
export function ReportRoomPage() {
  const frame = useFrame();
  if (!mayWriteDecisions(frame))
    return <NoRight title="Report room" who="an agency’s lead or officer" what={WHAT_ROOM} />;
  return <Page />;
}

function Page() {
  useTitle('Report room');
  const answer = useAnswer({ query: REPORT_LINES, variables: {}, fresh: true });
  return (
    <>
      <div className="head">
        <div>
          <h1>Report room</h1>
          <p className="lede">{WHAT_ROOM}</p>
        </div>
        <p>
          <Go to="/report-room/new" className="button">
            Write a report
          </Go>
        </p>
      </div>
      <Shown answer={answer} rows={8}>
        {({ reportDrafts }) =>
          reportDrafts.length === 0 ? (
            <Empty title="No report is begun">
              <p>Write the first, or wait to be asked to read one.</p>
            </Empty>
          ) : (
            <Section title="Reports" measure="Those that are not out yet first.">
              <Lines lines={reportDrafts} />
            </Section>
          )
        }
      </Shown>
    </>
  );
}

/** How far a report is: a draft, being read, waiting for its minute, or out. */
export function stageOf(line: {
  released: boolean;
  releaseAt: string | null;
  digest: string | null;
  hands: readonly { signs: boolean | null }[];
}): string {
  if (line.released) return `Released ${moment(line.releaseAt ?? '')}`;
  if (line.releaseAt) return `To be released ${moment(line.releaseAt)}`;
  if (!line.digest) return 'Draft';
  return `Proposed, ${line.hands.filter(({ signs }) => signs).length} of 2 readers have signed`;
}

function Lines({ lines }: { lines: ReportLinesQuery['reportDrafts'] }) {
  return (
    <table className="table stack-narrow">
      <caption className="govuk-visually-hidden">Reports of the report room</caption>
      <thead>
        <tr>
          <th scope="col">Report</th>
          <th scope="col">For</th>
          <th scope="col">Edition</th>
          <th scope="col">How far it is</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <Go to={`/report-room/${line.id}`}>{line.title}</Go>
            </th>
            <td data-label="For">{line.forWhom}</td>
            <td data-label="Edition">{line.edition}</td>
            <td data-label="How far it is">
              {stageOf(line)}
              {line.released && (
                <>
                  {' '}
                  <a className="link" href={`/read/reports/${line.slug}`}>
                    Read it
                  </a>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
