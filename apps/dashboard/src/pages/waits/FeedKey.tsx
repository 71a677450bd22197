import { useState } from 'react';
import { useMutation } from 'urql';
import { Section } from '../../layout/Section';
import { DROP_FEED_KEY, MAKE_FEED_KEY } from './queries';

/** The same list for a feed reader, by a key that opens nothing else. */
export function FeedKey() {
  const [made, make] = useMutation(MAKE_FEED_KEY);
  const [dropped, drop] = useMutation(DROP_FEED_KEY);
  const [key, setKey] = useState<string | null>(null);
  const create = async (): Promise<void> => {
    const answer = await make({});
    setKey(answer.data?.makeFeedKey ?? null);
  };
  const address = `${window.location.origin}/feeds/waits.atom`;
  return (
    <Section
      title="In your feed reader"
      measure="The feed holds names of sources, numbers and times, nothing that anybody said. Its key opens this list and nothing else."
    >
      {key ? (
        <>
          <p role="status">
            This is your key, shown this once. Give it to your feed reader as the password for the address,
            with any user name.
          </p>
          <dl className="facts">
            <div>
              <dt>Address</dt>
              <dd>
                <span className="cell-text">{address}</span>
              </dd>
            </div>
            <div>
              <dt>Password</dt>
              <dd>
                <span className="cell-text">{key}</span>
              </dd>
            </div>
          </dl>
        </>
      ) : (
        <p role="status">
          {dropped.data?.dropFeedKey
            ? 'The key is taken away: feeds that used it have ended.'
            : `Address: ${address}`}
        </p>
      )}
      <div className="buttons" style={{ marginTop: 12 }}>
        <button className="button second" aria-disabled={made.fetching} onClick={() => void create()}>
          {key ? 'Make another key' : 'Make a key'}
        </button>
        <button
          className="button second"
          aria-disabled={dropped.fetching}
          onClick={() => {
            setKey(null);
            void drop({});
          }}
        >
          Take my key away
        </button>
      </div>
    </Section>
  );
}
