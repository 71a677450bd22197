import { useState, type ReactNode } from 'react';
import { SelectField } from '../../forms/SelectField';
import { useReleasedQuotes } from '../quotes/useReleasedQuotes';

interface Props {
  edition: number;
  themes: readonly { code: string; name: string }[];
  wards: readonly { code: string; name: string }[];
  /** @param token as it stands in a text */
  insert: (token: string) => void;
  /** Into which text. */
  children: ReactNode;
}

/** Chooses what is put into a text: a figure of a theme, in the city or a ward, or one of the theme's released quotes. */
export function PutIn({ edition, themes, wards, insert, children }: Props) {
  const [theme, setTheme] = useState('');
  const [ward, setWard] = useState('');
  return (
    <>
      <div className="pair">
        <SelectField
          label="Put in the figure of a theme"
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
        {children}
      </div>
      <p>
        <button
          type="button"
          className="button second"
          disabled={!theme}
          onClick={() => insert(`[[themes-by-community/theme=${theme}${ward && `;ward=${ward}`}]]`)}
        >
          Put it in
        </button>
      </p>
      {theme && <Quotes key={theme} theme={theme} edition={edition} insert={insert} />}
    </>
  );
}

function Quotes({ theme, edition, insert }: Pick<Props, 'edition' | 'insert'> & { theme: string }) {
  const [quote, setQuote] = useState('');
  const { quotes, none } = useReleasedQuotes(theme, edition);
  if (none) return <p className="quiet">{none}</p>;
  return (
    <>
      <SelectField
        label="Put in a released quote about it"
        empty="Choose a quote"
        options={quotes.map(({ quote: code, words }) => ({ code, name: `“${words}”` }))}
        value={quote}
        onChange={setQuote}
      />
      <p>
        <button
          type="button"
          className="button second"
          disabled={!quote}
          onClick={() => insert(`[[quote ${quote}]]`)}
        >
          Put the quote in
        </button>
      </p>
    </>
  );
}
