import type { MatchVerdict } from '../../gql/graphql';
import { useKey } from '../../layout/keys';
import { useMatchedAgain } from './useMatchedAgain';
import type { Queue, Said } from './useQueue';

const SAID = {
  SAME: 'same person',
  DIFFERENT: 'different people',
  UNSURE: 'sent to a second reviewer',
} as const;

interface Props {
  queue: Queue;
  /** Whether the pair that is shown is the one that an answer would be about. */
  ready?: boolean;
  /** One link by itself: there is no next. */
  alone?: boolean;
  /** Called when people have been matched again with the answer. */
  onMatched?: () => void;
}

/** The three answers, each by its button or its key, and what was answered last. */
export function Answers({ queue, ready = true, alone = false, onMatched }: Props) {
  const { undo, move, said, error } = queue;
  const busy = queue.busy || !ready;
  const decide = (verdict: MatchVerdict) => {
    if (ready) queue.decide(verdict);
  };
  useKey('y', () => decide('SAME'));
  useKey('n', () => decide('DIFFERENT'));
  useKey('u', () => decide('UNSURE'));
  useKey('z', undo);
  useKey('j', () => move(1));
  useKey('ArrowRight', () => move(1));
  useKey('k', () => move(-1));
  useKey('ArrowLeft', () => move(-1));
  return (
    <div className="answers">
      <div className="buttons">
        <button className="button" aria-disabled={busy} onClick={() => decide('SAME')}>
          <kbd className="key">Y</kbd> Same person
        </button>
        <button className="button second" aria-disabled={busy} onClick={() => decide('DIFFERENT')}>
          <kbd className="key">N</kbd> Different people
        </button>
        <button className="button second" aria-disabled={busy} onClick={() => decide('UNSURE')}>
          <kbd className="key">U</kbd> Not sure, ask a second reviewer
        </button>
        <div className="last" role="status">
          {error && <strong>{error}</strong>}
          {said && !error && <Last said={said} alone={alone} onMatched={onMatched} />}
        </div>
        {said && (
          <button className="link-button" onClick={undo}>
            <kbd className="key">Z</kbd> Undo
          </button>
        )}
      </div>
      <p className="note keys-line">
        {!alone && (
          <>
            <kbd className="key">J</kbd> <kbd className="key">K</kbd> next and previous{' '}
          </>
        )}
        <kbd className="key">D</kbd> what else holds them <kbd className="key">?</kbd> all keys. Keys work
        when no field has focus, and can be turned off.
      </p>
    </div>
  );
}

function Last({
  said,
  alone,
  onMatched,
}: {
  said: Said;
  alone: boolean;
  onMatched?: (() => void) | undefined;
}) {
  const together = useMatchedAgain(said, onMatched);
  return (
    <span>
      {alone ? 'You said' : `Pair ${said.number}`}: {SAID[said.verdict]}
      {together === null ? '' : together ? '. They are one person now' : '. They are two people now'}
    </span>
  );
}
