import { useState, type FormEvent } from 'react';
import { count, day, plural } from '../../../figures/format';
import { NotDone } from '../../../forms/NotDone';
import { TextField } from '../../../forms/TextField';
import { useAction } from '../../../forms/useAction';
import { Section } from '../../../layout/Section';
import { FoundComment } from '../../search/FoundComment';
import { SET_ASIDE, type Told } from './queries';

type One = Told['topics'][number];

/** A topic with its latest comments. */
export function Topic(props: { topic: One; names: (code: string) => string; again: () => void }) {
  const { topic, names, again } = props;
  const title = topic.words.join(' · ');
  return (
    <section className="emerging" aria-label={title}>
      <h3>{title}</h3>
      <p>{sentenceOf(topic)}</p>
      {topic.nodes.map((comment) => (
        <FoundComment key={comment.answer} comment={comment} names={names} again={again} />
      ))}
      {topic.comments > topic.nodes.length && (
        <p className="quiet">
          The latest {count(topic.nodes.length)} are shown; search for the words to read all.
        </p>
      )}
      <NoNews topic={topic} again={again} />
    </section>
  );
}

function sentenceOf({
  agency,
  words,
  since,
  until,
  weeks,
  mentions,
  expected,
  people,
  comments,
}: One): string {
  const usual = expected < 0.5 ? 'hardly any' : `about ${count(Math.round(expected))}`;
  return `${agency.name}: “${words[0]!}” stands in ${plural(mentions, 'comment', 'comments')} of the ${weeks} weeks up to ${day(until)}; as usual it would be ${usual}. ${plural(people, 'person speaks', 'people speak')} of it in ${plural(comments, 'comment', 'comments')}, told first at the end of the week of ${day(since)}.`;
}

function NoNews({ topic, again }: { topic: One; again: () => void }) {
  const [reason, setReason] = useState('');
  const { act, busy, problem } = useAction(SET_ASIDE, (data) => data.setTopicAside);
  const send = (event: FormEvent) => {
    event.preventDefault();
    void act({ id: String(topic.id), reason }).then((done) => done && again());
  };
  return (
    <details>
      <summary>
        It is no news<span className="govuk-visually-hidden">: {topic.words.join(', ')}</span>
      </summary>
      <form onSubmit={send}>
        <TextField label="Why, in 10 to 300 letters" value={reason} onChange={setReason} />
        <button className="button second" disabled={busy || reason.trim().length < 10}>
          Set it aside
        </button>
        <NotDone problem={problem} />
      </form>
    </details>
  );
}

/** What somebody said is no news, with who and why; it can be taken up again. */
export function SetAside({ topics, again }: { topics: One[]; again: () => void }) {
  const { act, busy, problem } = useAction(SET_ASIDE, (data) => data.setTopicAside);
  return (
    <Section
      title="Set aside as no news"
      measure="Not told again under any of these words, until somebody takes it up."
    >
      <NotDone problem={problem} />
      <table className="table stack-narrow">
        <caption className="govuk-visually-hidden">Topics that were set aside</caption>
        <thead>
          <tr>
            <th scope="col">Words</th>
            <th scope="col">Why</th>
            <th scope="col">Who</th>
            <th scope="col">Do</th>
          </tr>
        </thead>
        <tbody>
          {topics.map(({ id, agency, words, reason, setAsideBy, setAsideAt }) => (
            <tr key={id}>
              <th scope="row">
                {agency.name}: {words.join(' · ')}
              </th>
              <td data-label="Why">{reason}</td>
              <td data-label="Who">
                {setAsideBy}
                {setAsideAt && `, ${day(setAsideAt)}`}
              </td>
              <td>
                <button
                  className="button second"
                  disabled={busy}
                  onClick={() => void act({ id: String(id), reason: null }).then((done) => done && again())}
                >
                  Take it up again<span className="govuk-visually-hidden">: {words.join(', ')}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
