interface Props {
  theme: { name: string; include: string[]; exclude: string[]; examples: string[] };
  /** All of the codebook: what is not counted here says by a code where it is. */
  themes: readonly { code: string; name: string }[];
}

/** What the theme means, as the codebook has it. */
export function Meaning({ theme, themes }: Props) {
  const names = new Map(themes.map(({ code, name }) => [code, name]));
  const named = (words: string): string =>
    words.replaceAll(/\(([a-z-]+)\)/g, (whole, code: string) =>
      names.has(code) ? `(see “${names.get(code)}”)` : whole,
    );
  const lists: [string, string[]][] = [
    ['Counted', theme.include],
    ['Not counted', theme.exclude.map(named)],
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
