import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { count } from '../../figures/format';
import type { MatchProgressQuery } from '../../gql/graphql';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { Skeleton } from '../../states/Skeleton';
import { Answers } from './Answers';
import { Consequences } from './Consequences';
import { ForReviewers } from './ForReviewers';
import { OtherLinks } from './OtherLinks';
import { PairTable } from './PairTable';
import { MATCH_PROGRESS } from './queries';
import { useAgainAfter } from './useAgainAfter';
import { usePair } from './usePair';
import { useQueue, type Place, type Queue } from './useQueue';

/** Which fields speak for and against, how sure is it, what does my answer change? */
export function MatchesPage() {
  return hasRole(useFrame(), 'REVIEWER') ? <Review /> : <ForReviewers />;
}

function Review() {
  useTitle('Possible matches');
  const queue = useQueue();
  const progress = useAnswer({ query: MATCH_PROGRESS, variables: {} });
  const { again } = progress;
  const answered = queue.said?.decision ?? '';
  useAgainAfter(answered, again);
  const known = progress.data?.matchProgress;
  return (
    <>
      <div className="head">
        <div>
          <h1>Is this one person?</h1>
          <p className="lede">
            {queue.place
              ? `Pair ${queue.number}. The computer is not sure enough. Nothing is lost either way: a join can be undone.`
              : 'Pairs of records that the computer is not sure of.'}{' '}
            <Go to="/matches/families">Sort families of three or more</Go>
          </p>
        </div>
        {known && <Progress progress={known} />}
      </div>
      {queue.place === undefined && <Skeleton rows={12} />}
      {queue.place === null && <NoneLeft queue={queue} />}
      {queue.place && <OnePair place={queue.place} queue={queue} progress={known} />}
    </>
  );
}

function OnePair({
  place,
  queue,
  progress,
}: {
  place: Place;
  queue: Queue;
  progress: MatchProgressQuery['matchProgress'] | undefined;
}) {
  const answer = usePair(place.a, place.b);
  return (
    <Shown answer={answer} rows={12}>
      {({ matchPair }) =>
        matchPair ? (
          <>
            <PairTable pair={matchPair} />
            <Answers queue={queue} ready={!answer.waiting} />
            <OtherLinks key={matchPair.id} pair={matchPair} />
            <Consequences pair={matchPair} progress={progress} />
          </>
        ) : (
          <Empty title="These two records are no longer a possible match">
            <p>One of them was withdrawn or corrected since. Go on with the next pair.</p>
            <button className="button second" onClick={() => queue.move(1)}>
              Next pair
            </button>
          </Empty>
        )
      }
    </Shown>
  );
}

function NoneLeft({ queue }: { queue: Queue }) {
  return (
    <>
      <Empty title="No pair waits for you">
        <p>
          Every pair that the computer is not sure of has an answer, or waits for another reviewer. See{' '}
          <Go to="/matches/runs">how sure the matching is</Go>.
        </p>
      </Empty>
      {queue.said && <Answers queue={queue} />}
    </>
  );
}

function Progress({ progress }: { progress: MatchProgressQuery['matchProgress'] }) {
  const { decidedToday, waiting } = progress;
  return (
    <div className="review-progress">
      <p>
        <strong>{count(decidedToday)}</strong> done today, {count(waiting)} waiting{' '}
        <Go to="/matches/runs" className="link same">
          How sure the matching is
        </Go>
      </p>
      <progress
        max={Math.max(1, decidedToday + waiting)}
        value={decidedToday}
        aria-label="Pairs answered today"
      />
    </div>
  );
}
