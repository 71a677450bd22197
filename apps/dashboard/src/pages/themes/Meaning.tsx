interface Props {
  theme: { name: string; include: string[]; exclude: string[]; examples: string[] };
}

/** What the theme means, as the codebook has it. */
export function Meaning({ theme }: Props) {
  const lists: [string, string[]][] = [
    ['Counted', theme.include],
    ['Not counted', theme.exclude],
    ['For example', theme.examples.map((example) => `“${example}”`)],
  ];
  return (
    <details className="govuk-details" style={{ marginBottom: 16 }}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">What this theme means</span>
      </summary>
      <div className="govuk-details__text">
        <dl className="facts">
          {lists
            .filter(([, words]) => words.length > 0)
            .map(([name, words]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{words.join('; ')}</dd>
              </div>
            ))}
        </dl>
      </div>
    </details>
  );
}
