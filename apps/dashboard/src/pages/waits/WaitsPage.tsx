import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useFrame } from '../../app/view';
import { moment, plural } from '../../figures/format';
import type { WaitsQuery } from '../../gql/graphql';
import { Empty } from '../../states/Empty';
import { NoRight } from '../../states/NoRight';
import { Shown } from '../../states/Shown';
import { ByMail } from './ByMail';
import { FeedKey } from './FeedKey';
import { useWaits } from './useWaits';

/** What waits for me, oldest first, and where do I deal with it? */
export function WaitsPage() {
  const { viewer } = useFrame();
  if (!viewer)
    return (
      <NoRight
        title="Waits for you"
        who="whoever is signed in"
        what="Files and rows that need somebody stand here, in one list, for the person who can deal with them."
      />
    );
  return <Waits />;
}

function Waits() {
  const answer = useWaits(false);
  const many = answer.data?.waits.length;
  const title = many ? `${plural(many, 'thing waits', 'things wait')} for you` : 'Waits for you';
  useTitle(title);
  return (
    <>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="lede">
            Whatever needs you, in one list, the oldest first. What you deal with leaves it.
          </p>
        </div>
      </div>
      <div style={{ marginBottom: 34 }}>
        <Shown answer={answer} rows={6}>
          {({ waits }) =>
            waits.length ? (
              <List waits={waits} />
            ) : (
              <Empty title="Nothing waits for you">
                <p>
                  No file, row, comment, case, report or proposal is waiting for your word. Partners see what
                  became of files under <Go to="/deliveries">deliveries</Go>.
                </p>
              </Empty>
            )
          }
        </Shown>
      </div>
      <ByMail />
      <FeedKey />
    </>
  );
}

const KINDS: Record<string, string> = {
  'delivery-held': 'Answer',
  'answers-to-match': 'Match',
  'rows-to-mend': 'Mend',
  'audit-to-code': 'Code',
  'to-re-code': 'Code again',
  'cases-to-look-at': 'Look at once',
  'to-second': 'Agree or decline',
  'report-to-read': 'Read',
  'problems-to-answer': 'Answer',
  'answers-to-erase': 'Have erased',
};

function List({ waits }: { waits: WaitsQuery['waits'] }) {
  return (
    <table className="table roomy stack-narrow">
      <caption className="govuk-visually-hidden">What waits for you</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Since</th>
          <th scope="col">What to do</th>
        </tr>
      </thead>
      <tbody>
        {waits.map((wait) => (
          <tr key={wait.id}>
            <th scope="row">
              <strong>{wait.title}</strong>
            </th>
            <td>{moment(wait.since)}</td>
            <td>
              <Go
                to={wait.path}
                className="link same"
                label={`${KINDS[wait.kind] ?? 'Look at it'}: ${wait.title}`}
              >
                {KINDS[wait.kind] ?? 'Look at it'}
              </Go>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
