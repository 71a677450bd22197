import { useState } from 'react';
import { useAnswer } from '../../app/answer';
import { count, day, plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { useNames, type Bench } from '../workbench/useWorkbench';
import { AskedBefore } from './AskedBefore';
import { FoundComment } from './FoundComment';
import { NarrowBy } from './NarrowBy';
import { filterOf, type Found, type Narrowed } from './narrowing';
import { FIND } from './queries';
import type { Opened } from './SavedSearches';
import { SaveSearch } from './SaveSearch';
import { useSteps } from './useSteps';

const PAGE = 20;
const MOST = 50;

interface Props {
  words: string;
  narrowed: Narrowed;
  narrow: (narrowed: Narrowed) => void;
  /** The saved search that this is; null where the words were typed. */
  opened: Opened | null;
  close: () => void;
  bench: Bench;
}

/** What a search found, what of it is new, and who asked about it before. */
export function Answered({ words, narrowed, narrow, opened, close, bench }: Props) {
  const [shown, setShown] = useState(PAGE);
  const [onlyNew, setOnlyNew] = useState(false);
  const filter = filterOf(narrowed);
  const since = opened?.since ?? null;
  const answer = useAnswer({ query: FIND, variables: { words, filter, first: shown, since, onlyNew } });
  const names = useNames(bench.themes);
  return (
    <>
      <Shown answer={answer} rows={10}>
        {({ findComments: found }) => (
          <>
            <p className="search-sum" role="status">
              {sumOf(found)}
            </p>
            {opened && <New opened={opened} fresh={found.fresh} onlyNew={onlyNew} only={setOnlyNew} />}
            <SaveSearch words={words} filter={filter} opened={opened} close={close} />
            {found.comments === 0 && Object.keys(narrowed).length === 0 ? (
              <Nothing />
            ) : (
              <div className="search">
                <NarrowBy found={found} narrowed={narrowed} names={names} narrow={narrow} />
                <Comments found={found} names={names} more={() => setShown(MOST)} again={answer.again} />
              </div>
            )}
          </>
        )}
      </Shown>
      <AskedBefore words={words} />
    </>
  );
}

/** The counts in one paragraph, each called what it is. */
function sumOf({ comments, submissions, arguments: different, byWords, byMeaning, more }: Found): string {
  if (comments === 0) return 'Nobody said so, in these words or in others.';
  return [
    `${plural(comments, 'comment', 'comments')} in ${plural(submissions, 'submission', 'submissions')}; those that say the same counted once, ${count(different)}.`,
    `${count(byWords)} hold some of your words, ${count(byMeaning)} say it in others.`,
    ...(more ? ['There are more: these words are common, and the nearest were taken.'] : []),
  ].join(' ');
}

interface NewProps {
  opened: Opened;
  fresh: number;
  onlyNew: boolean;
  only: (yes: boolean) => void;
}

/** What came since the search was opened last. */
function New({ opened: { name, before }, fresh, onlyNew, only }: NewProps) {
  return (
    <p className="search-new">
      “{name}”: {fresh === 0 ? 'nothing new' : `${count(fresh)} new`} since you looked on {day(before)}.{' '}
      {(fresh > 0 || onlyNew) && (
        <label className="tick-line">
          <input type="checkbox" checked={onlyNew} onChange={() => only(!onlyNew)} /> Only what is new
        </label>
      )}
    </p>
  );
}

function Nothing() {
  return (
    <Empty title="Nothing near that was said">
      <p>
        Try a plainer word for the same, or look at the themes. Only comments of your own agencies are
        searched.
      </p>
    </Empty>
  );
}

interface CommentsProps {
  found: Found;
  names: (code: string) => string;
  more: () => void;
  again: () => void;
}

function Comments({ found, names, more, again }: CommentsProps) {
  const list = useSteps();
  const rest = Math.min(found.comments, MOST) - found.nodes.length;
  return (
    <Section
      title="The nearest first"
      measure="Your words are marked; the part that comes nearest in meaning is underlined. J and K go on and back, Q quotes."
    >
      <div ref={list}>
        {found.nodes.map((comment) => (
          <FoundComment key={comment.answer} comment={comment} names={names} again={again} />
        ))}
      </div>
      {rest > 0 && (
        <button className="button second" onClick={more}>
          Show {rest} more
        </button>
      )}
      {found.comments > found.nodes.length && (
        <p className="quiet">
          {count(found.nodes.length)} of {count(found.comments)} shown. Narrow the search to read others.
        </p>
      )}
    </Section>
  );
}
