import { count } from '../../../figures/format';
import { HiddenTag } from '../../../figures/HiddenTag';
import type { Column } from '../../../tables/columns';
import { DataTable } from '../../../tables/DataTable';
import { isApart, type Option, type Question } from './answer-columns';

interface Ranked {
  label: string;
  first: Option | undefined;
  top3: Option | undefined;
}

/** What was ranked: who put it first, and who among the first three. */
const rankedOf = ({ all }: Question): Ranked[] => {
  const options = all.options.filter((option) => !isApart(option));
  const labels = [...new Set(options.map(({ label }) => label))];
  const of = (label: string, end: string) =>
    options.find((option) => option.label === label && option.code.endsWith(end));
  return labels.map((label) => ({ label, first: of(label, '/first'), top3: of(label, '/top3') }));
};

const column = (key: 'first' | 'top3', head: string): Column<Ranked> => ({
  key,
  head,
  numeric: true,
  order: (row) => row[key]?.percent ?? null,
  cell: (row) => {
    const option = row[key];
    if (option?.people == null) return <HiddenTag />;
    return (
      <>
        <strong>{option.percent === null ? '' : `${option.percent}%`}</strong>
        <span className="sub">{count(option.people)} people</span>
      </>
    );
  },
});

const columnsIn = (language: string | null): Column<Ranked>[] => [
  {
    key: 'label',
    head: 'Put in order',
    rowHead: true,
    cell: ({ label }) => (
      <span lang={language ?? undefined} dir="auto">
        {label}
      </span>
    ),
  },
  column('first', 'First'),
  column('top3', 'Among the first three'),
];

export function Ranking({ question }: { question: Question }) {
  return (
    <DataTable
      caption={`What was put first: ${question.text}`}
      columns={columnsIn(question.language)}
      rows={rankedOf(question)}
      rowKey={({ label }) => label}
      sort={{ key: '', down: false }}
    />
  );
}
