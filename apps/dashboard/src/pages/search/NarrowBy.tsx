import { useState } from 'react';
import { count } from '../../figures/format';
import { period } from '../engagements/words';
import { DIMENSIONS, nameOf, toggled, type Dimension, type Found, type Narrowed } from './narrowing';

interface Props {
  found: Found;
  narrowed: Narrowed;
  names: (code: string) => string;
  narrow: (narrowed: Narrowed) => void;
}

/** Counts of what was found, each a way to narrow it. A comment may be in several themes, so those do not add up. */
export function NarrowBy({ found, narrowed, names, narrow }: Props) {
  return (
    <aside className="narrow-by" aria-label="Narrow by">
      <h2>Narrow by</h2>
      {narrowed.days && <p>Days: {period({ opens: narrowed.days.from, closes: narrowed.days.to })}</p>}
      {DIMENSIONS.map(([dimension, title]) => (
        <One key={dimension} {...{ dimension, title, found, narrowed, names, narrow }} />
      ))}
      {Object.keys(narrowed).length > 0 && (
        <button className="button second" onClick={() => narrow({})}>
          Clear all
        </button>
      )}
    </aside>
  );
}

const FEW = 8;

function One(props: Props & { dimension: Dimension; title: string }) {
  const { dimension, title, found, narrowed, names, narrow } = props;
  const [all, setAll] = useState(false);
  const chosen = narrowed[dimension] ?? [];
  const counts = found.counts.filter((one) => one.dimension === dimension);
  const gone = chosen.filter((code) => !counts.some((one) => one.code === code));
  const lines = [...counts, ...gone.map((code) => ({ dimension, code, name: null, comments: 0 }))];
  if (dimension === 'QUARTER') lines.sort((a, b) => (a.code < b.code ? -1 : 1));
  const shown = all ? lines : lines.slice(0, FEW);
  return (
    <fieldset>
      <legend>
        {title} <span className="quiet">comments</span>
      </legend>
      {shown.map((line) => (
        <Line
          key={line.code}
          name={nameOf(line, names)}
          comments={line.comments}
          checked={chosen.includes(line.code)}
          onChange={line.code === '' ? null : () => narrow(toggled(narrowed, dimension, line.code))}
        />
      ))}
      {lines.length > FEW && (
        <button className="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer' : `All ${lines.length}`}
          <span className="govuk-visually-hidden"> of {title}</span>
        </button>
      )}
    </fieldset>
  );
}

interface LineProps {
  name: string;
  comments: number;
  checked: boolean;
  /** null where there is nothing to narrow by. */
  onChange: (() => void) | null;
}

function Line({ name, comments, checked, onChange }: LineProps) {
  if (!onChange)
    return (
      <p className="narrow-line quiet">
        <span>{name}</span> <span>{count(comments)}</span>
      </p>
    );
  return (
    <label className="narrow-line">
      <input type="checkbox" checked={checked} onChange={onChange} />
      <span>{name}</span> <span>{count(comments)}</span>
    </label>
  );
}
