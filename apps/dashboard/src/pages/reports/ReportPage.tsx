import { useParams, useSearchParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
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
  const [search] = useSearchParams();
  const frame = useFrame();
  if (!mayWriteDecisions(frame))
    return <NoRight title="Report room" who="an agency’s lead or officer" what={WHAT_ROOM} />;
  const corrects = search.get('corrects');
  if (id !== undefined) return <One key={id} id={id} />;
  return corrects === null ? <New /> : <Correction key={corrects} corrects={corrects} />;
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

/** A report that corrects a released one begins as its copy: the old one never changes. */
function Correction({ corrects }: { corrects: string }) {
  useTitle('Correct a report');
  const answer = useAnswer({ query: REPORT, variables: { id: corrects }, fresh: true });
  return (
    <Shown answer={answer} rows={14}>
      {({ reportDraft }) =>
        reportDraft?.released ? (
          <>
            <Crumbs trail={[['/report-room', 'Report room']]} here="Correct a report" />
            <div className="head">
              <div>
                <h1>Correct a report</h1>
                <p className="lede">
                  A correction of{' '}
                  <a className="link" href={`/read/reports/${reportDraft.slug}`}>
                    {reportDraft.title}
                  </a>
                  , read and signed like every report. The old one stays as it is, and is marked from the
                  minute of this one on.
                </p>
              </div>
            </div>
            <ReportForm held={null} corrected={reportDraft} onSaved={() => undefined} />
          </>
        ) : (
          <NotFoundPage title="There is no released report to correct" />
        )
      }
    </Shown>
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
  const hand = report.hands.find(({ account }) => account === viewer?.name);
  const reader = hand?.part === 'reader';
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
        {report.released && viewer?.agencies.some(({ code }) => code === report.agency) && (
          <p>
            <Go to="/report-room/new" query={{ corrects: report.id }} className="button second">
              Correct this report
            </Go>
          </p>
        )}
      </div>
      <div className="columns">
        <div className="span-7">
          {!reader && !report.released && <ReportForm key={report.version} held={report} onSaved={again} />}
          {report.proposed ? (
            <Proposed
              content={report.proposed}
              printed={hand && !report.released ? `/drafts/${report.id}/report.pdf` : null}
            />
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
