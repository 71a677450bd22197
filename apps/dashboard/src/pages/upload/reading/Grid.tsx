import { count, plural } from '../../../figures/format';
import { Section } from '../../../layout/Section';
import type { FileLook, LookRow } from '../look';
import { ruleFor } from '../mapping';
import { cardId } from './cards';
import { withLayout, withRow } from './changes';
import { Lock } from './Lock';
import type { Reading } from './useReading';
import { leftOutOf, ROW_WORDS } from './words';

/** Columns of a sheet so wide that it scrolls. */
const WIDE = 6;

/** The sheet as it stands in the file: what each row is, changed by its word; a column's letter leads to its card. */
export function Grid({ reading }: { reading: Reading }) {
  const { look, draft, change } = reading;
  const left = leftOutOf(look);
  const answers = look.counts['answer'] ?? 0;
  const say = (row: LookRow, as: string): void =>
    change(
      withRow(draft.mapping, row.row, as, look.reading?.headerRows ?? []),
      `Row ${row.row} is ${nameOf(as).toLowerCase()}`,
    );
  return (
    <Section
      title={`${plural(left, 'row is', 'rows are')} left out, ${count(answers)} ${answers === 1 ? 'is an answer' : 'are answers'}`}
      measure="Press a row’s word to change what it is, or a column’s letter to change what it becomes."
      id="sheet"
    >
      <Sheets
        look={look}
        onSheet={(name) => change(withLayout(draft.mapping, 'sheet', name), `The sheet is ${name}`)}
      />
      <div className="sheet scroll-x" tabIndex={0} role="region" aria-label="Rows of the file">
        <table>
          <caption className="govuk-visually-hidden">
            Rows of the file, what each is taken for, and their cells
          </caption>
          <Head reading={reading} />
          <tbody>
            {withGaps(look.rows).map((row) =>
              'gap' in row ? (
                <tr key={`gap ${row.gap[0]}`} className="gap">
                  <td colSpan={look.columns.length + 1}>
                    Rows {count(row.gap[0])} to {count(row.gap[1])}: answers
                  </td>
                </tr>
              ) : (
                <Line key={row.row} row={row} width={look.columns.length} onSay={(as) => say(row, as)} />
              ),
            )}
          </tbody>
        </table>
      </div>
      {look.columns.length > WIDE && (
        <p className="note">{count(look.columns.length)} columns: the sheet scrolls sideways.</p>
      )}
      {look.structure && <p className="note">{look.structure.why}</p>}
    </Section>
  );
}

/** Letters of the columns, each leading to its card. */
function Head({ reading: { look, draft } }: { reading: Reading }) {
  return (
    <thead>
      <tr>
        <th scope="col" className="what">
          Row, and what it is
        </th>
        {look.columns.map((column) => (
          <th scope="col" key={column.position}>
            <button
              type="button"
              className="letter"
              onClick={() => document.getElementById(cardId(column.label))?.focus()}
            >
              {column.letter}
              <span className="govuk-visually-hidden"> {column.label}: change what it becomes</span>
              {ruleFor(draft.mapping, column.label, column.position)?.as === 'respondent' && <Lock />}
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

const nameOf = (as: string): string => ROW_WORDS.find((word) => word.as === as)?.name ?? as;

function Line({ row, width, onSay }: { row: LookRow; width: number; onSay: (as: string) => void }) {
  const look = row.as === 'answer' ? '' : row.as === 'header' ? 'header' : 'skipped';
  return (
    <tr className={look}>
      <th scope="row" className="what">
        <span className="number">{row.row}</span>
        <select
          aria-label={`Row ${row.row} is`}
          value={row.as}
          onChange={(event) => onSay(event.target.value)}
        >
          {ROW_WORDS.map(({ as, name }) => (
            <option key={as} value={as}>
              {name}
            </option>
          ))}
        </select>
      </th>
      {isOneText(row) ? (
        <td colSpan={width}>{row.cells[0]}</td>
      ) : (
        Array.from({ length: width }, (_, at) => <td key={at}>{row.cells[at] ?? ''}</td>)
      )}
    </tr>
  );
}

/** A title or a note: one text that runs over the empty cells beside it. */
const isOneText = ({ as, cells }: LookRow): boolean =>
  as !== 'answer' && cells[0] !== null && cells.slice(1).every((cell) => cell === null);

/** Rows, with the numbers of those between that are not shown. */
function withGaps(rows: readonly LookRow[]): (LookRow | { gap: [number, number] })[] {
  return rows.flatMap((row, at) => {
    const before = rows[at - 1]?.row ?? row.row - 1;
    const gap: { gap: [number, number] }[] =
      row.row - before > 1 && at > 0 ? [{ gap: [before + 1, row.row - 1] }] : [];
    return [...gap, row];
  });
}

function Sheets({ look, onSheet }: { look: FileLook; onSheet: (name: string) => void }) {
  if (look.sheets.length < 2) return null;
  return (
    <div className="sheets" role="group" aria-label="Sheet that is read">
      {look.sheets.map(({ name, rows, hidden }) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === look.reading?.sheet}
          onClick={() => onSheet(name)}
        >
          {name} · {count(rows)}
          {hidden && ' (hidden)'}
        </button>
      ))}
    </div>
  );
}
