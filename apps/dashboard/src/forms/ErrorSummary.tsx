import { useEffect, useRef } from 'react';

export interface Problem {
  /** Id of the field that mends it; none where nothing on the page does. */
  field?: string;
  words: string;
}

/** What is wrong with a form: takes the focus, each line leads to its field. */
export function ErrorSummary({ problems }: { problems: readonly Problem[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  const lead = (field: string) => (event: React.MouseEvent) => {
    event.preventDefault();
    document.getElementById(field)?.focus();
  };
  return (
    <div className="govuk-error-summary" ref={box} tabIndex={-1} aria-labelledby="error-title">
      <div role="alert">
        <h2 className="govuk-error-summary__title" id="error-title">
          There is a problem
        </h2>
        <ul className="govuk-error-summary__list">
          {problems.map((problem) => (
            <li key={`${problem.field ?? ''} ${problem.words}`}>
              {problem.field ? (
                <a href={`#${problem.field}`} onClick={lead(problem.field)}>
                  {problem.words}
                </a>
              ) : (
                problem.words
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
