import { useId, useState, type FormEvent } from 'react';
import { useTitle } from '../../app/title';
import { Field } from '../../forms/Field';
import { Section } from '../../layout/Section';
import { EXAMPLES } from './examples';

/** The interface for other programs: what can be asked, and a place to ask it. */
export function ApiPage() {
  useTitle('Interface for programs');
  return (
    <>
      <div className="head">
        <div>
          <h1>Interface for programs</h1>
          <p className="lede">
            Everything on these pages can be asked by GraphQL, at <code>{`${location.origin}/graphql`}</code>.
            Answers go through the same protection of people as the pages; no key is needed.
          </p>
        </div>
      </div>
      <Section
        title="Ask a question"
        measure="Every type, field and argument says what it means: ask the schema itself, or take it as a file from the repository. A list has pages: pass endCursor as after."
      >
        <Console />
      </Section>
    </>
  );
}

function Console() {
  const id = useId();
  const [query, setQuery] = useState(EXAMPLES[0]?.query ?? '');
  const [answer, setAnswer] = useState('');
  const [state, setState] = useState('');
  const run = async (event: FormEvent) => {
    event.preventDefault();
    setState('Asking');
    try {
      const response = await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const said: unknown = await response.json();
      setAnswer(JSON.stringify(said, null, 2));
      const failed = typeof said === 'object' && said !== null && 'errors' in said;
      setState(failed ? 'It was answered with an error, below.' : 'The answer is below.');
    } catch {
      setAnswer('');
      setState('The hub could not be reached. Try again in a moment.');
    }
  };
  return (
    <form onSubmit={(event) => void run(event)}>
      <Field id={`${id}-example`} label="Begin with">
        <select
          id={`${id}-example`}
          className="govuk-select"
          onChange={(event) => setQuery(EXAMPLES[Number(event.target.value)]?.query ?? '')}
        >
          {EXAMPLES.map(({ name }, at) => (
            <option key={name} value={at}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field id={`${id}-query`} label="Question, in GraphQL">
        <textarea
          id={`${id}-query`}
          className="govuk-textarea console"
          rows={12}
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </Field>
      <button className="button">Run</button>
      <p className="note" role="status">
        {state}
      </p>
      {answer && (
        <pre className="console-answer" tabIndex={0} aria-label="Answer">
          {answer}
        </pre>
      )}
    </form>
  );
}
