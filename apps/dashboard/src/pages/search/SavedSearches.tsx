import { useState } from 'react';
import { useMutation } from 'urql';
import { useAnswer } from '../../app/answer';
import { count, day, plural } from '../../figures/format';
import { NotDone } from '../../forms/NotDone';
import { problemOf } from '../../forms/refusal';
import { useAction } from '../../forms/useAction';
import type { SavedSearchesQuery } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import type { Filter } from './narrowing';
import { FORGET_SEARCH, OPEN_SEARCH, SAVED_SEARCHES } from './queries';

type Saved = SavedSearchesQuery['savedSearches'][number];

/** A saved search with how far its owner had looked before. */
export interface Opened {
  name: string;
  words: string;
  filter: Filter;
  /** Mark behind which comments are new, and the moment of it. */
  since: string;
  before: string;
}

/** Searches that the account keeps, with what is new since each was opened last. */
export function SavedSearches({ open }: { open: (opened: Opened) => void }) {
  const answer = useAnswer({ query: SAVED_SEARCHES, variables: {}, fresh: true });
  const [said, setSaid] = useState('');
  const forgotten = (name: string) => {
    setSaid(`“${name}” is forgotten.`);
    answer.again();
  };
  return (
    <>
      <p role="status">{said && `✓ ${said}`}</p>
      <Shown answer={answer} rows={3}>
        {({ savedSearches }) =>
          savedSearches.length === 0 ? (
            <p className="quiet">
              You keep no search yet. What you look for again and again can be saved where it is shown; here
              it then stands with what is new.
            </p>
          ) : (
            <Section
              title={titleOf(savedSearches)}
              measure="Yours alone. New: what could not be found yet when you opened it last."
            >
              <table className="table roomy stack-narrow">
                <caption className="govuk-visually-hidden">Your saved searches</caption>
                <thead>
                  <tr>
                    <th scope="col">Search</th>
                    <th scope="col">Looks for</th>
                    <th scope="col" className="number">
                      Comments
                    </th>
                    <th scope="col" className="number">
                      New
                    </th>
                    <th scope="col">Opened last</th>
                    <th scope="col">Do</th>
                  </tr>
                </thead>
                <tbody>
                  {savedSearches.map((saved) => (
                    <Line key={saved.id} saved={saved} open={open} forgotten={forgotten} />
                  ))}
                </tbody>
              </table>
            </Section>
          )
        }
      </Shown>
    </>
  );
}

function titleOf(saved: readonly Saved[]): string {
  const fresh = saved.filter(({ counts }) => counts.fresh > 0).length;
  return `${plural(saved.length, 'saved search', 'saved searches')}: ${fresh === 0 ? 'nothing new' : `${count(fresh)} with something new`}`;
}

interface LineProps {
  saved: Saved;
  open: (opened: Opened) => void;
  forgotten: (name: string) => void;
}

function Line({ saved: { id, name, words, filter, counts, openedAt }, open, forgotten }: LineProps) {
  const [opening, run] = useMutation(OPEN_SEARCH);
  const forget = useAction(FORGET_SEARCH, (data) => data.forgetSavedSearch);
  const narrowed = Object.values(filter).filter((value) => Array.isArray(value) && value.length > 0).length;
  const show = async () => {
    const { data } = await run({ id });
    if (!data) return;
    const { since, before } = data.openSavedSearch;
    open({ name, words, filter, since, before });
  };
  const problem = opening.fetching ? null : problemOf(opening, (data) => data.openSavedSearch);
  return (
    <tr>
      <th scope="row">
        <button className="link" disabled={opening.fetching} onClick={() => void show()}>
          {name}
        </button>
        <NotDone problem={problem} />
      </th>
      <td data-label="Looks for">
        {words}
        {(narrowed > 0 || filter.from || filter.to) && ', narrowed'}
      </td>
      <td data-label="Comments" className="number">
        {count(counts.comments)}
      </td>
      <td data-label="New" className="number">
        {counts.fresh > 0 ? <strong>{count(counts.fresh)}</strong> : '0'}
      </td>
      <td data-label="Opened last">{day(openedAt)}</td>
      <td>
        <button
          className="button second"
          disabled={forget.busy}
          onClick={() => void forget.act({ id }).then((done) => done && forgotten(name))}
        >
          Forget<span className="govuk-visually-hidden"> “{name}”</span>
        </button>
        <NotDone problem={forget.problem} />
      </td>
    </tr>
  );
}
