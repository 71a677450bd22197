import { useId, useState, type FormEvent } from 'react';
import { useAnswer } from '../../app/answer';
import { count, plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { ForAnalysts } from '../workbench/ForAnalysts';
import { useNames, type Bench } from '../workbench/useWorkbench';
import { FoundComment } from './FoundComment';
import { NarrowBy } from './NarrowBy';
import { filterOf, type Found, type Narrowed } from './narrowing';
import { FIND } from './queries';
import { useSteps } from './useSteps';

const PAGE = 20;
const MOST = 50;

/** What analysts know about a subject: comments by their words and by what they mean, counted, narrowed and read. */
export function SearchPage() {
  return (
    <ForAnalysts
      title="What do we know about…"
      lede="Finds your words, and comments that say it in others, in what your own agencies were told. Working figures: not published, do not quote them."
      below={false}
    >
      {(bench) => <Search bench={bench} />}
    </ForAnalysts>
  );
}

/** What is asked stands nowhere but on the screen: words may name somebody, and an address is kept. */
function Search({ bench }: { bench: Bench }) {
  const [words, setWords] = useState('');
  const [narrowed, setNarrowed] = useState<Narrowed>({});
  const ask = (asked: string) => {
    setWords(asked);
    setNarrowed({});
  };
  return (
    <>
      <Form ask={ask} />
      {words === '' ? (
        <p className="note">
          Names, addresses and numbers of people are left out of what is searched. That comments were read is
          recorded with your name; what you looked for is not.
        </p>
      ) : (
        <Answered key={words} words={words} narrowed={narrowed} narrow={setNarrowed} bench={bench} />
      )}
    </>
  );
}

function Form({ ask }: { ask: (words: string) => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = typed.trim();
    setProblem(asked.length < 2);
    if (asked.length >= 2) ask(asked);
  };
  return (
    <form className="search-form" role="search" onSubmit={submit}>
      <label htmlFor={id}>What people may have said, in your own words</label>
      <div className="search-line">
        <input
          id={id}
          type="search"
          maxLength={200}
          value={typed}
          aria-describedby={problem ? `${id}-problem` : undefined}
          aria-invalid={problem || undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <button className="button">Search</button>
      </div>
      {problem && (
        <p className="problem" id={`${id}-problem`} role="alert">
          Write two letters or more.
        </p>
      )}
    </form>
  );
}

interface AnsweredProps {
  words: string;
  narrowed: Narrowed;
  narrow: (narrowed: Narrowed) => void;
  bench: Bench;
}

function Answered({ words, narrowed, narrow, bench }: AnsweredProps) {
  const [shown, setShown] = useState(PAGE);
  const answer = useAnswer({ query: FIND, variables: { words, filter: filterOf(narrowed), first: shown } });
  const names = useNames(bench.themes);
  return (
    <Shown answer={answer} rows={10}>
      {({ findComments: found }) => (
        <>
          <p className="search-sum" role="status">
            {sumOf(found)}
          </p>
          {found.comments === 0 && Object.keys(narrowed).length === 0 ? (
            <Nothing />
          ) : (
            <div className="search">
              <NarrowBy found={found} narrowed={narrowed} names={names} narrow={narrow} />
              <Comments found={found} names={names} more={() => setShown(MOST)} />
            </div>
          )}
        </>
      )}
    </Shown>
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
}

function Comments({ found, names, more }: CommentsProps) {
  const list = useSteps();
  const rest = Math.min(found.comments, MOST) - found.nodes.length;
  return (
    <Section
      title="The nearest first"
      measure="Your words are marked; the part that comes nearest in meaning is underlined. J and K go on and back, Q quotes."
    >
      <div ref={list}>
        {found.nodes.map((comment) => (
          <FoundComment key={comment.answer} comment={comment} names={names} />
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
