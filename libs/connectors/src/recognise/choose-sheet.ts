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

/** The sheet that holds the answers, by what is in it first and by its name second; others that might be are asked about. */
export function chooseSheet(sheets: readonly SheetCells[]): { sheet: SheetCells; asks: Ask[] } {
  const asks: Ask[] = [];
  const visible = sheets.filter(({ hidden }) => !hidden);
  const candidates = (visible.length ? visible : sheets).map(weigh).sort((a, b) => b.score - a.score);
  const [best] = candidates as [Candidate];
  for (const other of candidates.slice(1)) {
    if (other.rows === 0) continue;
    if (other.partOf)
      asks.push({
        column: null,
        about: 'sheet',
        why: `The rows of the sheet "${other.sheet.name}" belong to rows of "${best.sheet.name}" (a repeated part of the form), and are not read: say if that matters.`,
      });
    else if (sameLabels(best.labels, other.labels))
      asks.push({
        column: null,
        about: 'sheet',
        why: `The sheet "${other.sheet.name}" has the same columns as "${best.sheet.name}" and is not read. Send it by itself, or put both on one sheet.`,
      });
    else if (!BESIDE.test(other.sheet.name ?? '') && other.rows >= 5 && other.score > 0.2 * best.score)
      asks.push({
        column: null,
        about: 'sheet',
        why: `Is "${best.sheet.name}" the sheet of the answers, or "${other.sheet.name}"?`,
      });
  }
  const hidden = sheets.filter((sheet) => sheet.hidden && sheet !== best.sheet).map(weigh);
  const suspicious = hidden.find(({ rows, labels }) => rows > 0 && sameLabels(best.labels, labels));
  if (suspicious)
    asks.push({
      column: null,
      about: 'hidden-sheet',
      why: `A hidden sheet, "${suspicious.sheet.name}", has the same columns and is not read.`,
    });
  return { sheet: best.sheet, asks };
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

function sameLabels(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a.map((label) => label.toLowerCase()));
  const same = b.filter((label) => left.has(label.toLowerCase())).length;
  return same >= 2 && same >= 0.8 * Math.max(a.length, b.length);
}
