import { useMemo } from 'react';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useView } from '../../app/view';
import type { EngageNextQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { ENGAGE_NEXT } from './queries';

type Next = EngageNextQuery['engageNext']['nodes'][number];

const KINDS = [
  { kind: 'area', title: 'Areas', none: 'No ward is heard clearly less than its share of residents.' },
  { kind: 'community', title: 'Communities', none: 'No group that is asked about is heard clearly less than its share of residents.' },
  { kind: 'theme', title: 'Themes', none: 'No theme is recorded more in a ward than people heard there raise it.' },
] as const; // prettier-ignore

/** Where to engage next, each with its reason. */
export function EngageNextPage() {
  useTitle('Where to engage next');
  const { edition } = useView();
  const variables = useMemo(() => ({ edition }), [edition]);
  const answer = useAnswer({ query: ENGAGE_NEXT, variables });
  return (
    <>
      <div className="head">
        <div>
          <h1>Where to engage next</h1>
          <p className="lede">{answer.data?.engageNext.about}</p>
        </div>
      </div>
      <Shown answer={answer} rows={12}>
        {({ engageNext: { nodes } }) => (
          <>
            {nodes.length === 0 ? (
              <Empty title="Nothing stands out in these figures">
                <p>Too few people were heard to tell, or everybody is heard about as their share.</p>
              </Empty>
            ) : (
              KINDS.map((each) => (
                <OneKind key={each.kind} {...each} rows={nodes.filter(({ kind }) => kind === each.kind)} />
              ))
            )}
            <p className="note">
              See <Go to="/unheard">who has not been heard</Go> and{' '}
              <Go to="/voice-and-record">voice and record</Go> for every group, ward and theme.
            </p>
          </>
        )}
      </Shown>
    </>
  );
}

function OneKind({ title, none, rows }: { title: string; none: string; rows: Next[] }) {
  return (
    <Section title={title} {...(rows.length > 0 ? {} : { measure: none })}>
      <ol className="plain engage-next">
        {rows.map((row) => (
          <li key={`${row.code} ${row.ward}`}>
            <strong>
              <Name row={row} />
            </strong>{' '}
            {row.words}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Name({ row }: { row: Next }) {
  if (row.kind === 'area') return <Go to={`/wards/${row.code}`}>{row.name}.</Go>;
  if (row.kind === 'community') return <>{row.name}.</>;
  return (
    <>
      <Go to={`/themes/${row.code}`}>{row.name}</Go> in <Go to={`/wards/${row.ward}`}>{row.wardName}</Go>.
    </>
  );
}
