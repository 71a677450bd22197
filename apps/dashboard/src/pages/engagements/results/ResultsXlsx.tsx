import { useView } from '../../../app/view';
import { fileName, save } from '../../../downloads/save';
import { useStamp } from '../../../downloads/useStamp';
import { workbook, type Sheet } from '../../../downloads/xlsx';
import { csvOf } from '../../../tables/columns';
import { cutColumns, isApart, type Question } from './answer-columns';
import { columnsOf } from './QuestionResult';

/** A workbook of all questions: a sheet each, with its cut below, and a first sheet that says what the figures are of. */
export function ResultsXlsx({ title, questions }: { title: string; questions: readonly Question[] }) {
  const { working } = useView();
  const stamp = useStamp();
  const download = () => {
    const { lines, file } = stamp(true);
    const about: Sheet = {
      name: 'About',
      rows: [[title], ...lines.map((line) => [line]), [working ? EXACT : NOTE]],
    };
    const bytes = workbook([about, ...questions.map((question, at) => sheetOf(question, at + 1))]);
    save(`${fileName(title)}-${file}.xlsx`, XLSX, bytes);
  };
  return (
    <button type="button" className="link-button" onClick={download}>
      XLSX<span className="govuk-visually-hidden">: all questions, a sheet each</span>
    </button>
  );
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NOTE = '[c]: hidden to protect people; never zero. People are rounded to 5.';
const EXACT = 'Exact working figures, not published.';

function sheetOf(question: Question, number: number): Sheet {
  const rows = question.all.options.filter((option) => !isApart(option));
  const answers = csvOf(columnsOf(question, rows), rows);
  const { rest, within } = question.all;
  const apart = question.all.options.filter(isApart);
  const cut = question.cut.length > 0 ? csvOf(cutColumns(question), question.cut) : null;
  return {
    name: `Question ${number}`,
    rows: [
      [question.text],
      [question.message],
      ['Answered', question.all.base ?? '[c]'],
      ...apart.map(({ label, people }) => [label, people ?? '[c]']),
      ['No answer to this one', question.notAnswered ?? '[c]'],
      ...(rest === null ? [] : [['Other answers, too few to show (percent)', rest]]),
      ...(within === null ? [] : [['A percentage may be out by (points)', within]]),
      ...(question.weighted.refused === null ? [] : [[question.weighted.refused]]),
      ...(question.cutRefused === null ? [] : [['Not cut', question.cutRefused]]),
      [],
      answers.heads,
      ...answers.rows,
      ...(cut ? [[], cut.heads, ...cut.rows] : []),
    ],
  };
}
