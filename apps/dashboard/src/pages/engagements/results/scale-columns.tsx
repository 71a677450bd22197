import { count, rangeSigned, signed } from '../../../figures/format';
import { HiddenTag } from '../../../figures/HiddenTag';
import type { Column } from '../../../tables/columns';
import type { Answers, Option } from './answer-columns';
import { BESIDE_HEADS, besideInCsv } from './beside-percentages';
import { ScaleBar } from './ScaleBar';
import { noShareInCsv, whyNoNet, whyNoShare, type WhyNoShare } from './why-no-share';

/** One row of a scale: everybody, a value of the cut, or an item of a matrix. */
export interface ScaleRow {
  key: string;
  name: string;
  answers: Answers;
}

const steps = (answers: Answers): Option[] => answers.options.filter(({ side }) => side !== null);
const middleOf = (answers: Answers): Option | undefined => answers.options.find(({ side }) => side === 0);

/** Right end of either side, the same for every row. */
export const scaleMax = (rows: readonly ScaleRow[]): number =>
  Math.max(20, ...rows.flatMap(({ answers: { net } }) => (net ? [net.good, net.bad] : [])));

/** Half of the picture's width is one side; numbers that do not fit into a piece stand in the download. */
export function scaleColumns(rows: readonly ScaleRow[], head: string): Column<ScaleRow>[] {
  const max = scaleMax(rows);
  const labels = rows[0]?.answers.options.filter(({ role }) => role === 'OPTION') ?? [];
  return [
    { key: 'name', head, rowHead: true, cell: ({ name }) => name, csv: { values: ({ name }) => [name] } },
    {
      key: 'base',
      head: 'Answered',
      numeric: true,
      cell: ({ answers: { base } }) => (base === null ? <HiddenTag /> : count(base)),
      csv: {
        heads: ['Answered', ...BESIDE_HEADS],
        values: ({ answers }) => [answers.base ?? '[c]', ...besideInCsv(answers)],
      },
    },
    {
      key: 'scale',
      head: 'Steps of the scale, percent',
      hiddenHead: true,
      className: 'scale-cell',
      cell: ({ answers }) => (
        <>
          {answers.net ? <ScaleBar options={answers.options} max={max} /> : <Untold answers={answers} />}
          <span className="govuk-visually-hidden">
            {steps(answers)
              .map(({ label, percent }) => `${label} ${percent === null ? 'hidden' : `${percent}%`}`)
              .join(', ')}
          </span>
        </>
      ),
      csv: {
        heads: labels.map(({ label }) => `${label} (percent)`),
        values: ({ answers }) =>
          labels.map(({ code }) => {
            const found = answers.options.find((option) => option.code === code);
            return found?.percent ?? noShareInCsv(found ? whyNoShare(found) : 'hidden');
          }),
      },
    },
    ...(labels.some(({ side }) => side === 0) ? [neither] : []),
    net,
    {
      key: 'range',
      head: '95% range',
      numeric: true,
      className: 'only-wide',
      cell: ({ answers: { net } }) => net && rangeSigned(net.low, net.high),
    },
  ];
}

const net: Column<ScaleRow> = {
  key: 'net',
  head: 'Net',
  numeric: true,
  cell: ({ answers }) =>
    answers.net ? <strong>{signed(answers.net.net, 0)}</strong> : <NoShare why={whyNoNet(answers)} />,
  csv: {
    heads: ['Net', 'Net low', 'Net high'],
    values: ({ answers }) => {
      const { net: told } = answers;
      return told
        ? [told.net, Math.round(told.low), Math.round(told.high)]
        : [noShareInCsv(whyNoNet(answers)), null, null];
    },
  },
};

const neither: Column<ScaleRow> = {
  key: 'neither',
  head: 'Neither',
  numeric: true,
  className: 'only-wide',
  cell: ({ answers }) => {
    const middle = middleOf(answers);
    if (middle?.percent != null) return `${middle.percent}%`;
    return <NoShare why={middle ? whyNoShare(middle)! : 'hidden'} />;
  },
};

/** In place of a share: hidden to protect people, or of too few to be one. */
const NoShare = ({ why }: { why: WhyNoShare }) =>
  why === 'hidden' ? <HiddenTag /> : <span className="quiet">too few</span>;

/** Where a step is hidden the sides can't be drawn; what is shown of them stands in words. */
function Untold({ answers }: { answers: Answers }) {
  const told = steps(answers).filter(({ percent }) => percent !== null);
  return (
    <span className="quiet">
      {told.length === 0
        ? answers.base === null
          ? 'hidden to protect people'
          : 'too few for percentages'
        : `${told.map(({ label, percent }) => `${label.toLowerCase()} ${percent}%`).join(', ')}; the rest hidden to protect people`}
    </span>
  );
}
