import { useId, useState, type FormEvent } from 'react';

interface Props {
  typed: string;
  type: (typed: string) => void;
  ask: (words: string) => void;
}

/** One line for what people may have said. */
export function SearchForm({ typed, type, ask }: Props) {
  const id = useId();
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
          onChange={(event) => type(event.target.value)}
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
