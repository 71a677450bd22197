import { useId, useState, type FormEvent } from 'react';
import { useAnswer } from '../../app/answer';
import { plural } from '../../figures/format';
import { Field } from '../../forms/Field';
import { NotDone } from '../../forms/NotDone';
import { useAction } from '../../forms/useAction';
import type { JoiningSuggestionsQuery, Selection } from '../../gql/graphql';
import { Section } from '../../layout/Section';
import { Shown } from '../../states/Shown';
import { CONFIRM_MEASURE, JOINING_SUGGESTIONS } from './queries';

type Suggestion = JoiningSuggestionsQuery['joiningSuggestions']['nodes'][number];

/** Questions of the own agencies that may ask a measure: the hub guesses, a person confirms with a reason. */
export function ToJoin() {
  const answer = useAnswer({ query: JOINING_SUGGESTIONS, variables: {}, fresh: true });
  return (
    <Shown answer={answer} rows={4} title="Questions that may be joined">
      {({ joiningSuggestions: { nodes } }) =>
        nodes.length === 0 ? null : (
          <Section
            title={`${plural(nodes.length, 'question of yours may be', 'questions of yours may be')} the same as one of these`}
            measure="A guess by words and answers. Nothing is joined until you say so; it counts from the next edition on."
          >
            {nodes.map((suggestion) => (
              <Join
                key={`${suggestion.engagement} ${suggestion.question}`}
                suggestion={suggestion}
                onJoined={answer.again}
              />
            ))}
          </Section>
        )
      }
    </Shown>
  );
}

function Join({ suggestion, onJoined }: { suggestion: Suggestion; onJoined: () => void }) {
  const [reason, setReason] = useState('');
  const [selection, setSelection] = useState<Selection>('OPEN');
  const { act, busy, problem } = useAction(CONFIRM_MEASURE, ({ confirmMeasure }) => confirmMeasure);
  const id = useId();
  const { engagement, question, measure, wording } = suggestion;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act({ input: { engagement, question, measure, wording, selection, reason } })) onJoined();
  };
  return (
    <form className="join" onSubmit={(event) => void submit(event)}>
      <h3>
        “{suggestion.text}” <span className="quiet">in {suggestion.title}</span>
      </h3>
      <p>
        May ask <strong>{suggestion.measureName}</strong>, wording {wording}:{' '}
        {Math.round(100 * suggestion.alike)}% of the words are alike.
      </p>
      <Field id={`${id}-how`} label="How people were chosen">
        <select
          id={`${id}-how`}
          className="govuk-select"
          value={selection}
          onChange={(event) => setSelection(event.target.value as Selection)}
        >
          <option value="OPEN">Whoever came</option>
          <option value="SAMPLE">Drawn by lot</option>
        </select>
      </Field>
      <Field id={`${id}-why`} label="Why it is the same question" hint="10 to 500 letters">
        <input
          id={`${id}-why`}
          className="govuk-input"
          value={reason}
          minLength={10}
          maxLength={500}
          required
          aria-describedby={`${id}-why-hint`}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <NotDone problem={problem} />
      <button className="button" disabled={busy}>
        Join
      </button>
    </form>
  );
}
