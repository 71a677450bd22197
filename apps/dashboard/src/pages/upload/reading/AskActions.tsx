import { useId, useState } from 'react';
import type { Ask } from '../look';
import { ruleFor, withMeaning, type Mapping } from '../mapping';
import { cardId } from './cards';
import { notDemanded, renamed, withLayout, withPart, withRule } from './changes';
import { askKey } from './draft';
import { MeaningChoice } from './MeaningChoice';
import type { Reading } from './useReading';

interface Props {
  ask: Ask;
  reading: Reading;
}

/** What can be done about an ask: never nothing. */
export function AskActions(props: Props) {
  const { ask, reading } = props;
  switch (ask.about) {
    case 'date-order':
      return <DateOrder {...props} />;
    case 'column-missing':
      return <Missing {...props} />;
    case 'column-unknown':
      return <Unknown {...props} />;
    case 'sheet':
      return <Sheet {...props} />;
    case 'agreement':
      return <Agreement {...props} />;
    case 'would-wait':
      return <WouldWait {...props} />;
    default:
      return (
        <div className="buttons">
          <Right
            ask={ask}
            reading={reading}
            words={ask.about === 'dates' ? 'Keep them as they are' : 'Yes, that is right'}
          />
          {ask.about === 'dates' && <NoDates {...props} />}
          <Change ask={ask} />
        </div>
      );
  }
}

function Right({ ask, reading, words }: Props & { words: string }) {
  return (
    <button
      type="button"
      className="button"
      onClick={() => reading.settle([askKey(ask)], `Said “${words.toLowerCase()}”`)}
    >
      {words}
    </button>
  );
}

/** Leads to where it is changed: the column's card, or the rows of the sheet. */
function Change({ ask }: { ask: Ask }) {
  const go = (): void => {
    const card = ask.column === null ? null : document.getElementById(cardId(ask.column));
    const target = card ?? document.querySelector<HTMLElement>('#sheet select, #sheet .sheet');
    target?.focus();
  };
  return (
    <button type="button" className="button second" onClick={go}>
      {ask.column === null ? 'No: show me the rows' : 'No: change the column'}
    </button>
  );
}

const ORDERS = [
  ['day-first', 'The day comes first'],
  ['month-first', 'The month comes first'],
] as const;

function DateOrder({ ask, reading }: Props) {
  const { draft, change } = reading;
  const at = draft.mapping.columns.findIndex((rule) => rule.column === ask.column);
  const rule = draft.mapping.columns[at];
  if (!rule) return null;
  return (
    <div className="buttons">
      {ORDERS.map(([order, words]) => (
        <button
          key={order}
          type="button"
          className="button"
          onClick={() =>
            change(
              withRule(draft.mapping, at, withPart(rule, 'order', order)),
              `Said “${words.toLowerCase()}”`,
              [askKey(ask)],
            )
          }
        >
          {words}
        </button>
      ))}
      <NoDates ask={ask} reading={reading} />
    </div>
  );
}

/** A column of dates that can't be told apart is no dead end: its rows count without a date. */
function NoDates({ ask, reading }: Props) {
  const { look, draft, change } = reading;
  const column = look.columns.find(({ label }) => label === ask.column);
  if (!column) return null;
  return (
    <button
      type="button"
      className="button second"
      onClick={() =>
        change(withMeaning(draft.mapping, column.label, column.position, 'ignore'), 'Left the dates out', [
          askKey(ask),
        ])
      }
    >
      Leave the dates out
    </button>
  );
}

function Missing({ ask, reading }: Props) {
  const id = useId();
  const { look, draft, change } = reading;
  const missing = ask.column ?? '';
  const free = look.columns.filter(
    ({ label, position }) => (ruleFor(draft.mapping, label, position)?.as ?? 'ignore') === 'ignore',
  );
  return (
    <>
      <label htmlFor={id}>Which column is it now?</label>
      <select
        className="govuk-select"
        id={id}
        value=""
        onChange={(event) =>
          event.target.value &&
          change(
            renamed(draft.mapping, missing, event.target.value),
            `“${missing}” is now “${event.target.value}”`,
          )
        }
      >
        <option value="">Choose a column</option>
        {free.map(({ label, letter }) => (
          <option key={label} value={label}>
            {letter} {label}
          </option>
        ))}
      </select>
      <div className="buttons">
        <button
          type="button"
          className="button second"
          onClick={() => change(notDemanded(draft.mapping, missing), `Went on without “${missing}”`)}
        >
          It is gone: go on without it
        </button>
      </div>
    </>
  );
}

function Unknown({ ask, reading }: Props) {
  const { look, draft, change } = reading;
  const column = look.columns.find(({ label }) => label === ask.column);
  const [code, setCode] = useState('ignore');
  const id = useId();
  if (!column) return null;
  const say = (mapping: Mapping): void => change(mapping, `Said what “${column.label}” is`);
  return (
    <>
      <p className="quiet">
        {column.values
          .slice(0, 3)
          .map(({ value }) => `“${value}”`)
          .join(', ')}
      </p>
      <MeaningChoice
        id={id}
        label={`${column.label} becomes`}
        rule={{
          as: code.split(':')[0] ?? 'ignore',
          kind: code.split(':')[1],
          field: code.split(':')[1],
          characteristic: code.split(':')[1],
        }}
        onChange={setCode}
      />
      <div className="buttons">
        <button
          type="button"
          className="button"
          onClick={() => say(withMeaning(draft.mapping, column.label, column.position, code))}
        >
          {code === 'ignore' ? 'Leave it out' : 'Read it like this'}
        </button>
      </div>
    </>
  );
}

function Sheet({ ask, reading }: Props) {
  const { look, draft, change } = reading;
  const current = look.reading?.sheet;
  return (
    <div className="buttons">
      <Right ask={ask} reading={reading} words={`Yes: ${current ?? 'this sheet'}`} />
      {look.sheets
        .filter(({ name }) => name !== current)
        .map(({ name }) => (
          <button
            key={name}
            type="button"
            className="button second"
            onClick={() =>
              change(withLayout(draft.mapping, 'sheet', name), `The sheet is ${name}`, [askKey(ask)])
            }
          >
            No: {name}
          </button>
        ))}
    </div>
  );
}

/** Columns that carry what the agreement does not cover may not be sent: they are left out, or the agreement is changed. */
function Agreement({ ask, reading }: Props) {
  const { look, draft, change } = reading;
  const leave = (): void => {
    const columns = draft.mapping.columns.map((rule, at) =>
      look.kinds[at]?.includes(ask.column ?? '') && rule.column !== undefined
        ? { as: 'ignore', column: rule.column }
        : rule,
    );
    const several = columns.filter(
      (rule, at) => !(look.kinds[at]?.includes(ask.column ?? '') && rule.column === undefined),
    );
    change(
      { ...draft.mapping, columns: several, otherColumns: 'ignore' },
      'Left out what the agreement does not cover',
    );
  };
  return (
    <div className="buttons">
      <button type="button" className="button" onClick={leave}>
        Leave these columns out
      </button>
    </div>
  );
}

function WouldWait({ ask, reading }: Props) {
  const { look, change } = reading;
  const suggested = look.problem?.suggestedMapping as Mapping | null | undefined;
  return (
    <div className="buttons">
      {suggested && Array.isArray(suggested.columns) && (
        <button type="button" className="button" onClick={() => change(suggested, 'Read it as suggested')}>
          Read it as we suggest
        </button>
      )}
      <Right ask={ask} reading={reading} words="Send it all the same" />
    </div>
  );
}
