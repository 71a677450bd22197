import { useParams } from 'react-router';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { hasRole, useFrame } from '../../app/view';
import { moment } from '../../figures/format';
import { Crumbs } from '../../layout/Crumbs';
import { Shown } from '../../states/Shown';
import { NotFoundPage } from '../NotFoundPage';
import { Answers } from './Answers';
import { Consequences } from './Consequences';
import { ForReviewers } from './ForReviewers';
import { OtherLinks } from './OtherLinks';
import { PairTable } from './PairTable';
import type { Pair } from './pair-rows';
import { useOneMatch } from './useOneMatch';
import { usePair } from './usePair';

/** One link between two records, opened to its weights. */
export function MatchPage() {
  return hasRole(useFrame(), 'REVIEWER') ? <Opened /> : <ForReviewers />;
}

const SAID = { SAME: 'one person', DIFFERENT: 'different people', UNSURE: 'not sure' } as const;

function Opened() {
  const { a = '', b = '' } = useParams();
  const answer = usePair(a, b);
  return (
    <Shown answer={answer} rows={12}>
      {({ matchPair }) =>
        matchPair ? (
          <OneLink key={matchPair.id} pair={matchPair} ready={!answer.waiting} again={answer.again} />
        ) : (
          <NotFoundPage title="There is no such link">
            <p>
              You see pairs of your own agencies only. See <Go to="/matches">possible matches</Go>.
            </p>
          </NotFoundPage>
        )
      }
    </Shown>
  );
}

function OneLink({ pair, ready, again }: { pair: Pair; ready: boolean; again: () => void }) {
  const { viewer } = useFrame();
  const title = pair.together ? 'Why these are one person' : 'Why these are two people';
  useTitle(title);
  const { decision } = pair;
  const place = { a: pair.a.submission, b: pair.b.submission };
  const own = decision && decision.actor === viewer?.name;
  const queue = useOneMatch(
    place,
    own ? { ...place, decision: decision.id, verdict: decision.verdict, number: 1 } : null,
    again,
  );
  return (
    <>
      <Crumbs trail={[['/matches', 'Possible matches']]} here="One link" />
      <h1>{title}</h1>
      {decision && (
        <p className="lede">
          {decision.actor} said {SAID[decision.verdict]}, {moment(decision.at)}.
        </p>
      )}
      <PairTable pair={pair} />
      <Answers queue={queue} ready={ready} alone onMatched={again} />
      <OtherLinks pair={pair} />
      <Consequences pair={pair} progress={undefined} />
    </>
  );
}
