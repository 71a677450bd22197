import { useParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { useTitle } from '../../app/title';
import { mayWriteDecisions, useFrame } from '../../app/view';
import type { OneReportQuery } from '../../gql/graphql';
import { Crumbs } from '../../layout/Crumbs';
import { Section } from '../../layout/Section';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { NotFoundPage } from '../NotFoundPage';
import { Proposed } from './Proposed';
import { REPORT } from './queries';
import { Release } from './Release';
import { ReportForm } from './ReportForm';
import { WHAT_ROOM } from './ReportRoomPage';

/** One report of the room: written at the left, what stops it at the right; or a new one. */
export function ReportPage() {
  const { id } = useParams();
  const frame = useFrame();
  if (!mayWriteDecisions(frame))
    return <NoRight title="Report room" who="an agency’s lead or officer" what={WHAT_ROOM} />;
  return id === undefined ? <New /> : <One key={id} id={id} />;
}

function New() {
  useTitle('Write a report');
  return (
    <>
      <Crumbs trail={[['/report-room', 'Report room']]} here="Write a report" />
      <div className="head">
        <h1>Write a report</h1>
      </div>
      <ReportForm held={null} onSaved={() => undefined} />
    </>
  );
}

function One({ id }: { id: string }) {
  const answer = useAnswer({ query: REPORT, variables: { id }, fresh: true });
  return (
    <Shown answer={answer} rows={14}>
      {({ reportDraft }) =>
        reportDraft ? (
          <Page report={reportDraft} again={answer.again} />
        ) : (
          <NotFoundPage title="There is no such report for you" />
        )
      }
    </Shown>
  );
}

function Page({ report, again }: { report: NonNullable<OneReportQuery['reportDraft']>; again: () => void }) {
  useTitle(report.title);
  const { viewer } = useFrame();
  const reader = report.hands.some(({ account, part }) => part === 'reader' && account === viewer?.name);
  return (
    <>
      <Crumbs trail={[['/report-room', 'Report room']]} here={report.title} />
      <div className="head">
        <div>
          <h1>{report.title}</h1>
          <p className="lede">
            For {report.forWhom}, from edition {report.edition}.
          </p>
        </div>
      </div>
      <div className="columns">
        <div className="span-7">
          {!reader && !report.released && <ReportForm key={report.version} held={report} onSaved={again} />}
          {report.proposed ? (
            <Proposed content={report.proposed} />
          ) : (
            reader && (
              <Section title="Not proposed yet">
                <p>The author is still writing.</p>
              </Section>
            )
          )}
        </div>
        <div className="span-5">
          <Release report={report} again={again} />
        </div>
      </div>
    </>
  );
}
