import { Go } from '../../app/Go';
import { ShareBar } from '../../charts/ShareBar';
import { Sparkline } from '../../charts/Sparkline';
import { isPublished, peopleForFile, peopleOf } from '../../figures/figure';
import { count, percent, range } from '../../figures/format';
import { seriesWords } from '../../figures/hidden';
import { NoNumber } from '../../figures/HiddenTag';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import type { Question } from '../../figures/figure';
import type { Column } from '../../tables/columns';
import { changeAndRange } from './change-words';
import { placesForFile, type ThemeRow } from './theme-rows';

/** The honest share where there is one; otherwise the share of people as counted. */
const shareOf = (row: ThemeRow) =>
  isPublished(row.figure) && !row.shareless ? (row.honest ?? row.figure.share) : null;
/** A share of comments is of all of them: enough for any percentage. */
const baseOf = (row: ThemeRow) => (row.honest ? Infinity : isPublished(row.figure) ? row.figure.base : null);
const isHonest = (rows: readonly ThemeRow[]): boolean => rows.some((row) => row.honest);

/** Right end of the scale of shares, the same for every row. */
export const shareMax = (rows: readonly ThemeRow[]): number =>
  Math.max(10, Math.ceil(Math.max(...rows.map((row) => shareOf(row)?.high ?? 0)) / 10) * 10);

function ShareCell({ row, max }: { row: ThemeRow; max: number }) {
  const share = shareOf(row);
  if (row.shareless) return null;
  if (!share) return isPublished(row.figure) ? <span className="quiet">too few for a percentage</span> : null;
  return (
    <>
      <span className="share-cell only-wide">
        <ShareBar {...share} max={max} />
        <span>
          <strong>{percent(share.value, baseOf(row))}</strong>
          <span className="sub">{range(share.low, share.high)}</span>
        </span>
      </span>
      <span className="only-narrow">
        <strong>{percent(share.value, baseOf(row))}</strong>
        <span className="sub">{range(share.low, share.high)}</span>
      </span>
    </>
  );
}

/** The scale of the shares, in the head of their column. */
function ShareAxis({ max, head }: { max: number; head: string }) {
  const ticks = [0, max / 2, max];
  return (
    <>
      {head}
      <span className="axis-head only-wide" aria-hidden="true">
        {ticks.map((tick) => (
          <span key={tick}>{tick}%</span>
        ))}
      </span>
    </>
  );
}

interface Options {
  question: Question;
  rows: ThemeRow[];
}

function measures({ rows }: Options): Column<ThemeRow>[] {
  const max = shareMax(rows);
  const head = isHonest(rows) ? 'Share of comments, 95% range' : 'Share of people, 95% range';
  return [
    {
      key: 'people',
      head: 'People',
      numeric: true,
      order: (row) => peopleOf(row.figure),
      cell: (row) =>
        isPublished(row.figure) ? count(row.figure.people.value) : <NoNumber figure={row.figure} />,
      csv: {
        heads: ['People', 'Grade'],
        values: (row) => [peopleForFile(row.figure), row.figure.grade?.toLowerCase() ?? null],
      },
    },
    {
      key: 'share',
      head,
      headCell: <ShareAxis max={max} head={head} />,
      cell: (row) => <ShareCell row={row} max={max} />,
      csv: {
        heads: ['Share %', 'Low %', 'High %', 'How the share was made'],
        values: (row) => {
          const share = shareOf(row);
          return share
            ? [
                ...[share.value, share.low, share.high].map((value) => Number(value.toFixed(1))),
                row.honest?.method ??
                  (row.figure.grade
                    ? 'Corrected by people’s check'
                    : 'Counted by the computer, not corrected'),
              ]
            : [null, null, null, null];
        },
      },
    },
  ];
}

/** What the edition says of change, where it says anything here. */
function changeColumn({ rows }: Options): Column<ThemeRow>[] {
  if (!rows.some(({ said }) => said && said.ward === null)) return [];
  return [
    {
      key: 'change',
      head: 'On the year before, like for like',
      className: 'only-wide',
      cell: (row) => row.said && <ChangeCell said={row.said} />,
      csv: {
        heads: ['Change', 'What it rests on'],
        values: (row) => [row.said?.words ?? null, row.said?.basis ?? null],
      },
    },
  ];
}

function ChangeCell({ said }: { said: NonNullable<ThemeRow['said']> }) {
  if (said.verdict === 'cannot-compare') return <span className="unclear">can’t be compared</span>;
  const clear = said.verdict === 'rose' || said.verdict === 'fell';
  const { said: words, range: between } = changeAndRange(said.words);
  return (
    <span className={clear ? 'change' : 'unclear'}>
      {words}
      {between && <span className="sub nowrap">{between}</span>}
    </span>
  );
}

/** Columns of a ranked table of themes. */
export function themeColumns(options: Options): Column<ThemeRow>[] {
  return [
    {
      key: 'rank',
      head: 'Rank',
      hiddenHead: true,
      className: 'only-wide nowrap',
      cell: (row) =>
        row.places && row.places.last > row.places.first
          ? range(row.places.first, row.places.last)
          : (row.places?.first ?? row.rank),
      csv: {
        heads: ['Rank: first place', 'Rank: last place'],
        values: placesForFile,
      },
    },
    {
      key: 'theme',
      head: 'Theme',
      rowHead: true,
      order: (row) => row.name,
      cell: (row) => (
        <>
          {row.rest ? (
            row.name
          ) : (
            <Go to={`/themes/${row.code}`} className="link strong">
              {row.name}
            </Go>
          )}
        </>
      ),
      csv: { values: (row) => [row.name] },
    },
    ...measures(options),
    {
      key: 'trend',
      // Each quarter hears other consultations: what is drawn is no change.
      head: 'People by quarter, not compared',
      className: 'only-wide',
      cell: (row) => (
        <Sparkline values={row.trend} label={`People by quarter, not compared: ${seriesWords(row.trend)}`} />
      ),
    },
    ...changeColumn(options),
    {
      key: 'receipt',
      head: 'How was this counted?',
      hiddenHead: true,
      className: 'sign',
      cell: (row) => (
        <ReceiptButton request={{ question: options.question, keys: row.figure.keys, name: row.name }} />
      ),
    },
  ];
}
