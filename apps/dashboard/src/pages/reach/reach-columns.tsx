import { isPublished, peopleForFile, type Figure, type Question } from '../../figures/figure';
import { count, range } from '../../figures/format';
import { NoNumber } from '../../figures/HiddenTag';
import { besidePeople } from '../../figures/people-told';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import type { Column } from '../../tables/columns';
import { LEVELS } from '../engagements/words';

/** A level of participation with its figure. */
export interface ReachRow {
  code: string;
  name: string;
  means: string;
  figure: Figure;
}

/** Code of a level in figures: `citizen-control`. */
const codeOf = (level: string): string => level.toLowerCase().replaceAll('_', '-');

/** Levels from the least say to the most, and engagements of which none was stated last. */
export function reachRows(figures: ReadonlyMap<string, Figure>): ReachRow[] {
  const named = LEVELS.map(({ code, name, means }) => ({ code: codeOf(code), name, means }));
  const known = new Set(named.map(({ code }) => code));
  const rest = [...figures].flatMap(([code]) =>
    known.has(code) ? [] : [{ code, name: 'Not stated', means: 'The agency has not said how far it goes.' }],
  );
  return [...named, ...rest].flatMap((row) => {
    const figure = figures.get(row.code);
    return figure ? [{ ...row, figure }] : [];
  });
}

/** Columns of the table of levels. */
export function reachColumns(question: Question, rows: readonly ReachRow[]): Column<ReachRow>[] {
  const told = rows.flatMap(({ figure }) => (isPublished(figure) ? figure : []));
  return [
    {
      key: 'level',
      head: 'Level',
      rowHead: true,
      cell: ({ name, means }) => (
        <>
          {name} <span className="sub">{means}</span>
        </>
      ),
      csv: { values: ({ name }) => [name] },
    },
    {
      key: 'people',
      head: 'People',
      numeric: true,
      cell: ({ figure }) =>
        isPublished(figure) ? (
          <>
            {count(figure.people.value)}
            {figure.people.low !== figure.people.high && (
              <span className="sub">{range(figure.people.low, figure.people.high)}</span>
            )}
          </>
        ) : (
          <NoNumber figure={figure} />
        ),
      csv: {
        heads: ['People', 'Low', 'High'],
        values: ({ figure }) =>
          isPublished(figure)
            ? [figure.people.value, figure.people.low, figure.people.high]
            : [peopleForFile(figure), null, null],
      },
    },
    {
      key: 'submissions',
      head: besidePeople('Submissions', told),
      numeric: true,
      className: 'only-wide',
      cell: ({ figure }) => isPublished(figure) && count(figure.submissions.value),
      csv: { values: ({ figure }) => [isPublished(figure) ? figure.submissions.value : '[c]'] },
    },
    {
      key: 'receipt',
      head: 'How was this counted?',
      hiddenHead: true,
      className: 'sign',
      cell: ({ figure, name }) => <ReceiptButton request={{ question, keys: figure.keys, name }} />,
    },
  ];
}
