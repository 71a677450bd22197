import { useState } from 'react';
import { ForAnalysts } from '../workbench/ForAnalysts';
import type { Bench } from '../workbench/useWorkbench';
import { Answered } from './Answered';
import { narrowedOf, type Narrowed } from './narrowing';
import { HandMasks } from './HandMasks';
import { SavedSearches, type Opened } from './SavedSearches';
import { SearchForm } from './SearchForm';

/** What analysts know about a subject: comments by their words and by what they mean, counted, narrowed and read; and who asked about it before. */
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
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const [narrowed, setNarrowed] = useState<Narrowed>({});
  const [opened, setOpened] = useState<Opened | null>(null);
  const show = (asked: string, within: Narrowed, from: Opened | null) => {
    setTyped(asked);
    setWords(asked);
    setNarrowed(within);
    setOpened(from);
  };
  return (
    <>
      <SearchForm typed={typed} type={setTyped} ask={(asked) => show(asked, {}, null)} />
      {words === '' ? (
        <>
          <p className="note">
            Names, addresses and numbers of people are left out of what is searched. That comments were read
            is recorded with your name; what you looked for is not, unless you save it.
          </p>
          <SavedSearches open={(one) => show(one.words, narrowedOf(one.filter), one)} />
          <HandMasks />
        </>
      ) : (
        <Answered
          key={`${words} ${opened?.since ?? ''}`}
          words={words}
          narrowed={narrowed}
          narrow={setNarrowed}
          opened={opened}
          close={() => show('', {}, null)}
          bench={bench}
        />
      )}
    </>
  );
}
