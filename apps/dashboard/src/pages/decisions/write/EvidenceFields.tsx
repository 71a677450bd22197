import { useState } from 'react';
import { SelectField } from '../../../forms/SelectField';
import type { Draft } from './draft';
import { referenceOf } from './draft';
import { useReleasedQuotes } from '../../quotes/useReleasedQuotes';
import { TextField } from './TextField';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problems: ReadonlyMap<string, string>;
  themes: readonly { code: string; name: string }[];
  wards: readonly { code: string; name: string }[];
  latest: number;
}

/** What people said: figures, chosen by theme and ward or named by their ids, and released quotes. */
export function EvidenceFields({ draft, change, problems, themes, wards, latest }: Props) {
  const [theme, setTheme] = useState('');
  const [ward, setWard] = useState('');
  const figure = theme && `themes-by-community/theme=${theme}${ward && `;ward=${ward}`} @ ${latest}`;
  const add = () => {
    if (figure && !draft.evidence.includes(figure)) change({ evidence: [...draft.evidence, figure] });
  };
  return (
    <fieldset>
      <legend>What people said</legend>
      <p className="note">
        A decision rests on a figure. Choose what people raised, or write the id of any published figure, or
        of an answer to a question as the data of a consultation report name it.
      </p>
      <div className="pair">
        <SelectField
          label="Theme"
          empty="Choose a theme"
          options={themes}
          value={theme}
          onChange={setTheme}
        />
        <SelectField
          label="In ward"
          empty="All of the city"
          options={wards}
          value={ward}
          onChange={setWard}
        />
      </div>
      <p>
        <button type="button" className="button second" disabled={!figure} onClick={add}>
          Add this figure
        </button>
      </p>
      <TextField
        field="evidence"
        label="Figures, one a line"
        hint="For example: themes-by-community/theme=street-lighting @ 1, or answers/council/parks-2025/q3/often @ 1. The number is the edition."
        long
        value={draft.evidence.join('\n')}
        onChange={(text) => change({ evidence: text === '' ? [] : text.split('\n') })}
        problems={problems}
      />
      <Quotes draft={draft} change={change} latest={latest} problem={problems.get('quotes')} />
    </fieldset>
  );
}

/** Themes of the figures that are in: quotes are offered for each. */
const themesOf = (draft: Draft): string[] => [
  ...new Set(draft.evidence.flatMap((text) => /[/;]theme=([a-z0-9-]+)/.exec(text)?.[1] ?? [])),
];

function Quotes({
  draft,
  change,
  latest,
  problem,
}: Pick<Props, 'draft' | 'change' | 'latest'> & { problem: string | undefined }) {
  const [first] = draft.evidence;
  const edition = first ? referenceOf(first, latest).edition : latest;
  return (
    <div id="decision-quotes" tabIndex={-1}>
      <h3>Released quotes</h3>
      {problem && <p className="govuk-error-message">{problem}</p>}
      {themesOf(draft).length === 0 && (
        <p className="quiet">Add a figure of a theme to be offered its quotes.</p>
      )}
      {themesOf(draft).map((theme) => (
        <OfTheme key={theme} theme={theme} edition={edition} draft={draft} change={change} />
      ))}
    </div>
  );
}

function OfTheme({
  theme,
  edition,
  draft,
  change,
}: { theme: string; edition: number } & Pick<Props, 'draft' | 'change'>) {
  const { quotes, none } = useReleasedQuotes(theme, edition);
  if (none) return <p className="quiet">{none}</p>;
  return (
    <>
      {quotes.map(({ quote, words }) => {
        const held = draft.quotes.find((one) => one.edition === edition && one.quote === quote);
        const others = draft.quotes.filter((one) => one !== held);
        return (
          <SelectField
            key={quote}
            label={`“${words}”`}
            empty="Leave it out"
            options={[
              { code: 'with', name: 'Show it: with most' },
              { code: 'against', name: 'Show it: does not agree' },
            ]}
            value={held?.stance ?? ''}
            onChange={(stance) =>
              change({ quotes: stance ? [...others, { edition, quote, stance, words }] : others })
            }
          />
        );
      })}
    </>
  );
}
