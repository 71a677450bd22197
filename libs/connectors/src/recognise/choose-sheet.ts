import { plain } from './group.js';
import type { Ask } from './recognition.js';
import { seeRows } from './rows.js';
import { filledIn, type SheetCells } from './sheet.js';

const BESIDE =
  /\b(summary|notes?|read ?me|cover|contents?|code ?book|look ?ups?|instructions?|key|legend|pivot|charts?|graphs?|meta ?data|dictionary|about|guidance|validation|lists?|totals?|analysis|definitions?|info(rmation)?|questions?)\b/i;
const ANSWERS =
  /\b(raw|responses?|data|answers?|form|all|results?|export|survey|submissions?|contributions?)\b/i;

/** By which an XForms tool ties the rows of a repeated part to those of the main sheet. */
const PART_OF = /^_parent_(index|table_name)$|^(parent_?key|parentglobalid|parentrowid)$/i;

interface Candidate {
  sheet: SheetCells;
  labels: string[];
  rows: number;
  /** Do its rows belong to rows of another sheet? */
  partOf: boolean;
  score: number;
}

/** What a person should say of a sheet that is not read. */
export interface SheetAsk extends Ask {
  /** Name of that sheet. */
  sheet: string | null;
}

/** The sheet that holds the answers, by what is in it first and by its name second; others that might be are asked about. */
export function chooseSheet(sheets: readonly SheetCells[]): {
  sheet: SheetCells;
  asks: SheetAsk[];
  /** Names of other visible sheets of the same columns. */
  alike: string[];
  /** All sheets of the same columns, hidden ones too: more of the same, and no key to it. */
  twins: ReadonlySet<SheetCells>;
} {
  const visible = sheets.filter(({ hidden }) => !hidden);
  const candidates = (visible.length ? visible : sheets).map(weigh).sort((a, b) => b.score - a.score);
  const [best, ...others] = candidates as [Candidate, ...Candidate[]];
  const asks = others.flatMap((other) => {
    const why = other.rows === 0 ? null : doubtOf(best, other);
    return why === null ? [] : [{ column: null, about: 'sheet', why, sheet: other.sheet.name }];
  });
  const hidden = sheets.filter((sheet) => sheet.hidden && sheet !== best.sheet).map(weigh);
  const suspicious = hidden.find((other) => isAlike(best.labels, other));
  if (suspicious)
    asks.push({
      column: null,
      about: 'hidden-sheet',
      why: `A hidden sheet, "${suspicious.sheet.name}", has the same columns and is not read.`,
      sheet: suspicious.sheet.name,
    });
  const twins = [...others, ...hidden].filter((other) => isAlike(best.labels, other));
  return {
    sheet: best.sheet,
    asks,
    alike: twins.filter(({ sheet }) => !hidden.some((one) => one.sheet === sheet)).map(nameOf),
    twins: new Set(twins.map(({ sheet }) => sheet)),
  };
}

const nameOf = ({ sheet }: Candidate): string => sheet.name ?? '';

/** Does a sheet hold rows under the columns of another? */
const isAlike = (labels: readonly string[], other: Candidate): boolean =>
  other.rows > 0 && shared(labels, other.labels) >= SAME;

/** Names of the visible sheets, other than the one that is read, that hold rows under the same columns. */
export const sheetsAlike = (
  sheets: readonly SheetCells[],
  read: string | null,
  labels: readonly string[],
): string[] =>
  sheets
    .filter(({ name, hidden }) => !hidden && name !== read)
    .map(weigh)
    .filter((other) => isAlike(labels, other))
    .map(nameOf);

/** Why another sheet may hold answers too; null where it surely holds none. */
function doubtOf(best: Candidate, { sheet, labels, rows, partOf, score }: Candidate): string | null {
  const [chosen, name] = [best.sheet.name, sheet.name];
  const beside = BESIDE.test(name ?? '');
  if (partOf)
    return `The rows of the sheet "${name}" belong to rows of "${chosen}" (a repeated part of the form), and are not read: say if that matters.`;
  const alike = shared(best.labels, labels);
  if (alike >= SAME)
    return `The sheet "${name}" has the same columns as "${chosen}" and is not read. Send it by itself, or put both on one sheet.`;
  if (beside) return null;
  // Somebody who kept a second month or site by hand named some columns anew.
  if (alike >= ALIKE)
    return `The sheet "${name}" has many of the columns of "${chosen}" and is not read: does it hold answers too? Then send it by itself.`;
  return rows >= 5 && score > 0.2 * best.score
    ? `Is "${chosen}" the sheet of the answers, or "${name}"?`
    : null;
}

function weigh(sheet: SheetCells): Candidate {
  const structure = seeRows(sheet);
  let rows = 0;
  let cells = 0;
  for (const row of sheet.rows) {
    if (row.row <= structure.bodyFrom || structure.notAnswers.has(row.row)) continue;
    rows++;
    cells += filledIn(row.cells);
  }
  const name = sheet.name ?? '';
  const factor =
    BESIDE.test(name) && !/responses?|raw|data\b/i.test(name) ? 0.02 : ANSWERS.test(name) ? 2 : 1;
  const labelled = structure.headerRows.length > 0 ? 1 : 0.3;
  const labels = structure.labels.map(({ label }) => label);
  const partOf = labels.some((label) => PART_OF.test(label.trim()));
  return {
    sheet,
    labels,
    rows,
    partOf,
    score: cells * factor * labelled * (partOf ? 0.001 : 1),
  };
}

/** Shares of columns in common from which on two sheets hold the same, or much of it. */
const [SAME, ALIKE] = [0.8, 0.4];

/** Share of the labels, of the wider sheet, that both sheets have; 0 where fewer than two are shared. */
function shared(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a.map(plain));
  const same = b.filter((label) => left.has(plain(label))).length;
  return same >= 2 ? same / Math.max(a.length, b.length) : 0;
}
