/** Said beside an action that the hub did not do; nothing where it did, or was not asked. */
export function NotDone({ problem }: { problem: string | null }) {
  if (problem === null) return null;
  return (
    <p className="govuk-error-message" role="alert">
      <span className="govuk-visually-hidden">Error: </span>
      {problem}
    </p>
  );
}
