import { count } from '../../../figures/format';
import type { Ask, LookAnswers } from '../look';
import type { Mapping } from '../mapping';
import { withPart, withRule } from './changes';
import { askKey } from './draft';
import type { Reading } from './useReading';
import { sureness } from './words';

/** Answers shown of those that have a code already. */
const KNOWN_SHOWN = 3;

/** What answers in no known wording mean: a table to fill in. */
export function AnswerCodes({ ask, reading }: { ask: Ask; reading: Reading }) {
  const { look, draft, change } = reading;
  const table = look.equality.find(
    ({ column, answers }) => column === ask.column && answers.some(({ code }) => code === null),
  );
  if (!table) return null;
  const say = (codes: Record<string, string>, did: string): void =>
    change(withCodes(draft.mapping, table, codes), did);
  const all = table.answers.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={`Answers to ${table.characteristic}`}>
        <table className="table codes stack-narrow">
          <caption className="govuk-visually-hidden">Answers as written, and what each becomes</caption>
          <thead>
            <tr>
              <th scope="col">Answer as written</th>
              <th scope="col" className="number">
                Answers
              </th>
              <th scope="col">Becomes</th>
            </tr>
          </thead>
          <tbody>
            <OpenRows table={table} onSay={say} />
            <KnownRows table={table} />
            <tr className="total">
              <th scope="row">All</th>
              <td className="number">{count(all)}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </div>
      <Buttons ask={ask} table={table} reading={reading} onSay={say} />
    </>
  );
}

type Say = (codes: Record<string, string>, did: string) => void;
const openOf = (table: LookAnswers) => table.answers.filter(({ code }) => code === null);

function OpenRows({ table, onSay }: { table: LookAnswers; onSay: Say }) {
  return (
    <>
      {openOf(table).map(({ answer, rows, suggestion }) => (
        <tr key={answer}>
          <th scope="row">{answer}</th>
          <td className="number">{count(rows)}</td>
          <td>
            <select
              className="govuk-select"
              aria-label={`${answer} becomes`}
              value=""
              onChange={(event) =>
                event.target.value && onSay({ [answer]: event.target.value }, `Matched “${answer}”`)
              }
            >
              <option value="">
                {suggestion
                  ? `Choose: ${nameOf(table, suggestion.code)}? (${sureness(suggestion.sure)})`
                  : 'Choose a code: your call'}
              </option>
              {table.codes.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </td>
        </tr>
      ))}
    </>
  );
}

/** Answers that have a code already: a few, and how many more. */
function KnownRows({ table }: { table: LookAnswers }) {
  const known = table.answers.filter(({ code }) => code !== null);
  return (
    <>
      {known.slice(0, KNOWN_SHOWN).map(({ answer, rows, name }) => (
        <tr key={answer} className="rest">
          <th scope="row">{answer}</th>
          <td className="number">{count(rows)}</td>
          <td>✓ {name}</td>
        </tr>
      ))}
      {known.length > KNOWN_SHOWN && (
        <tr className="rest">
          <th scope="row">{count(known.length - KNOWN_SHOWN)} more wordings that we know</th>
          <td className="number">
            {count(known.slice(KNOWN_SHOWN).reduce((sum, { rows }) => sum + rows, 0))}
          </td>
          <td>✓</td>
        </tr>
      )}
    </>
  );
}

function Buttons({
  ask,
  table,
  reading,
  onSay,
}: {
  ask: Ask;
  table: LookAnswers;
  reading: Reading;
  onSay: Say;
}) {
  const { draft, change } = reading;
  const suggested = openOf(table).filter(({ suggestion }) => suggestion !== null);
  return (
    <div className="buttons">
      {suggested.length > 0 && (
        <button
          type="button"
          className="button"
          onClick={() =>
            onSay(
              Object.fromEntries(suggested.map(({ answer, suggestion }) => [answer, suggestion!.code])),
              `Matched ${suggested.length} answers as suggested`,
            )
          }
        >
          Match {suggested.length} as suggested
        </button>
      )}
      <button
        type="button"
        className="button second"
        onClick={() =>
          change({ ...draft.mapping, uncodedAnswers: 'go-on' }, 'Left answers unmatched for now', [
            askKey(ask),
          ])
        }
      >
        Leave them unmatched for now
      </button>
    </div>
  );
}

const nameOf = (table: LookAnswers, code: string): string =>
  table.codes.find((one) => one.code === code)?.name ?? code;

function withCodes(mapping: Mapping, table: LookAnswers, codes: Record<string, string>): Mapping {
  const at = mapping.columns.findIndex(
    (rule) =>
      rule.as === 'demographic' &&
      rule['characteristic'] === table.characteristic &&
      columnOf(rule.column, table),
  );
  const rule = mapping.columns[at];
  if (!rule) return mapping;
  return withRule(mapping, at, withPart(rule, 'values', { ...((rule['values'] ?? {}) as object), ...codes }));
}

/** A column that goes by its place is named by its letter. */
const columnOf = (column: string | number | undefined, table: LookAnswers): boolean =>
  typeof column === 'number' || column === table.column;
