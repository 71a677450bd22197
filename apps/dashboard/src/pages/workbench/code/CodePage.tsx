import { useSearchParams } from 'react-router';
import { Go } from '../../../app/Go';
import type { Pile } from '../../../gql/graphql';
import { count } from '../../../figures/format';
import { NotDone } from '../../../forms/NotDone';
import { Empty } from '../../../states/Empty';
import { Skeleton } from '../../../states/Skeleton';
import { ForAnalysts } from '../ForAnalysts';
import type { Bench } from '../useWorkbench';
import { OneComment } from './OneComment';
import { useCoding, type Coding } from './useCoding';

const PILES: Record<string, { pile: Pile; title: string }> = {
  batch: { pile: 'BATCH', title: 'Code comments' },
  second: { pile: 'SECOND', title: 'Second opinion' },
  audit: { pile: 'AUDIT', title: 'Audit sample, blind' },
};

/** Coding by keyboard: a sitting of twenty comments of one pile. */
export function CodePage() {
  const [search] = useSearchParams();
  const { pile, title } = PILES[search.get('pile') ?? 'batch'] ?? PILES['batch']!;
  return <ForAnalysts title={title}>{(bench) => <Sitting bench={bench} pile={pile} />}</ForAnalysts>;
}

function Sitting({ bench, pile }: { bench: Bench; pile: Pile }) {
  const coding = useCoding(pile);
  if (coding.state === 'loading') return <Skeleton rows={10} />;
  if (coding.state === 'failed')
    return (
      <div className="failed" role="alert">
        <h2>The comments did not come</h2>
        <button className="button second" onClick={coding.again}>
          Try again
        </button>
      </div>
    );
  if (coding.list.length === 0)
    return (
      <Empty title="Nothing waits on this pile">
        <p>
          Go back to the <Go to="/workbench">workbench</Go>: there may be other piles, or the coder may be
          ready to learn.
        </p>
      </Empty>
    );
  return (
    <>
      <p className="sitting" role="status">
        <strong>{count(coding.signed)}</strong> of {count(coding.list.length)} signed{' '}
        <progress max={coding.list.length} value={coding.signed} aria-label="Signed in this sitting" />{' '}
        <span className="quiet">
          {count(Math.max(0, leftOf(bench, pile) - coding.signed))} left on this pile
        </span>
      </p>
      <div role="status">{coding.replaced && <p className="note">{coding.replaced}</p>}</div>
      {coding.comment ? (
        <OneComment
          key={`${coding.comment.submission}`}
          bench={bench}
          coding={coding}
          comment={coding.comment}
        />
      ) : (
        <Done coding={coding} />
      )}
    </>
  );
}

const leftOf = (bench: Bench, pile: Pile): number =>
  ({ BATCH: bench.batchLeft, SECOND: bench.secondLeft, AUDIT: bench.auditLeft })[pile];

function Done({ coding }: { coding: Coding }) {
  return (
    <div className="card">
      <h2>This sitting is done</h2>
      <p>You signed {count(coding.signed)} comments. The coder can learn from them in a few seconds.</p>
      <div className="buttons">
        <Go to="/workbench/compare" className="button">
          Let the coder learn
        </Go>
        <button className="button second" onClick={coding.again}>
          Code more
        </button>
        <button className="button second" onClick={() => void coding.undo()}>
          Take back the last
        </button>
      </div>
      <NotDone problem={coding.undoProblem} />
    </div>
  );
}
