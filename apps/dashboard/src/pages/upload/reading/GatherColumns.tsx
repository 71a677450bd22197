import { useId, useState } from 'react';
import type { CardOf } from './cards';
import { gathered, type GroupKind } from './changes';
import type { Reading } from './useReading';

const KINDS: [GroupKind, string][] = [
  ['options', 'ticks: a column for each choice'],
  ['matrix', 'items: the same answers for each'],
  ['ranking', 'an order'],
];

/** Makes one question of this column and others. */
export function GatherColumns({ card, reading }: { card: CardOf; reading: Reading }) {
  const id = useId();
  const [own] = card.columns;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [kind, setKind] = useState<GroupKind>('options');
  const { look, draft, change } = reading;
  if (!own || card.rule.as !== 'question' || look.columns.length < 2) return null;
  const others = look.columns.filter(({ label }) => label !== own.label);
  const gather = (): void => {
    const columns = look.columns.filter(({ label }) => label === own.label || chosen.includes(label));
    const text = String(card.rule['text'] ?? own.label);
    change(gathered(draft.mapping, columns, kind, text), `Made one question of ${columns.length} columns`);
  };
  return (
    <fieldset className="pairs">
      <legend>One question with other columns</legend>
      <label htmlFor={`${id}with`}>Together with</label>
      <select
        className="govuk-select several"
        id={`${id}with`}
        multiple
        size={Math.min(5, others.length)}
        value={[...chosen]}
        onChange={(event) => setChosen([...event.target.selectedOptions].map(({ value }) => value))}
      >
        {others.map(({ label, letter }) => (
          <option key={label} value={label}>
            {letter} {label}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}kind`}>They are</label>
      <select
        className="govuk-select"
        id={`${id}kind`}
        value={kind}
        onChange={(event) => setKind(event.target.value as GroupKind)}
      >
        {KINDS.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button second"
        aria-disabled={chosen.length === 0}
        onClick={() => chosen.length && gather()}
      >
        Make them one question
      </button>
    </fieldset>
  );
}
