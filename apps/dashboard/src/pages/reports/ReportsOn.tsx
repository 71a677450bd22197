import { useAnswer } from '../../app/answer';
import { day } from '../../figures/format';
import { graphql } from '../../gql';

const REPORTS_ON = graphql(`
  query ReportsOn {
    publishedReports {
      slug
      kind
      subject
      title
      releasedAt
      correctedBy
    }
  }
`);

interface Props {
  /** What a report is of: a theme by its code, a consultation by `agency/key`, a ward by its code. */
  kind: 'theme' | 'consultation' | 'ward';
  subject: string;
}

/** Reports that are out on what a page shows, but for those that another corrects; nothing where there is none. */
export function ReportsOn({ kind, subject }: Props) {
  const { data } = useAnswer({ query: REPORTS_ON, variables: {} });
  const here = (data?.publishedReports ?? []).filter(
    (one) => one.kind === kind && one.subject === subject && one.correctedBy === null,
  );
  if (here.length === 0) return null;
  return (
    <p className="reports-on">
      <strong>{here.length === 1 ? 'Report on this' : 'Reports on this'}</strong>{' '}
      {here.map(({ slug, title, releasedAt }, at) => (
        <span key={slug}>
          {at > 0 && '; '}
          <a className="link same" href={`/read/reports/${slug}`}>
            {title}
          </a>{' '}
          <span className="quiet">released {day(releasedAt)}</span>
        </span>
      ))}
    </p>
  );
}
