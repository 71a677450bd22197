import { ROUGH_UNDER } from '#statements';
import { Go } from '../../app/Go';
import { useView } from '../../app/view';
import { CsvButton } from '../../downloads/CsvButton';
import { count, month, range, unmarked } from '../../figures/format';
import { HiddenTag } from '../../figures/HiddenTag';
import { Section } from '../../layout/Section';
import { ReceiptButton } from '../../receipt/ReceiptButton';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';
import type { Asking, OverTime } from './over-time';

const COLUMNS: Column<Asking>[] = [
  {
    key: 'asked',
    head: 'Asked',
    order: ({ asked }) => asked,
    cell: ({ asked }) => (asked ? month(asked) : 'no date'),
    csv: { values: ({ asked }) => [asked] },
  },
  {
    key: 'by',
    head: 'By',
    order: ({ agencyName }) => agencyName,
    cell: ({ agencyName }) => unmarked(agencyName),
    csv: { values: ({ agencyName }) => [agencyName] },
  },
  {
    key: 'survey',
    head: 'Survey',
    rowHead: true,
    cell: ({ engagement, engagementTitle }) => (
      <Go to={`/engagements/${engagement}`} className="link">
        {unmarked(engagementTitle)}
      </Go>
    ),
    csv: { values: ({ engagementTitle }) => [engagementTitle] },
  },
  {
    key: 'words',
    head: 'Words',
    cell: ({ wording }) => wording,
    csv: { heads: ['Wording', 'As asked'], values: ({ wording, text }) => [wording, text] },
  },
  {
    key: 'how',
    head: 'How, and who could answer',
    cell: ({ method, selection, population }) =>
      `${method}, ${selection === 'SAMPLE' ? 'drawn by lot' : 'open'}: ${population}`,
    csv: {
      heads: ['How', 'Chosen', 'Who could answer'],
      values: ({ method, selection, population }) => [method, selection.toLowerCase(), population],
    },
  },
  {
    key: 'base',
    head: 'Answered',
    numeric: true,
    order: ({ base }) => base,
    cell: ({ base }) => (base === null ? <HiddenTag /> : count(base)),
    csv: { values: ({ base }) => [base ?? '[c]'] },
  },
  {
    key: 'share',
    head: 'Share',
    numeric: true,
    order: ({ share }) => share,
    cell: ({ base, share }) =>
      share === null ? (
        <span className="quiet">not told</span>
      ) : (
        <>
          <strong>{share}%</strong>
          {base !== null && base < ROUGH_UNDER && <span className="sub">±3 by rounding</span>}
        </>
      ),
    csv: {
      heads: ['Percent', 'Percent low', 'Percent high'],
      values: ({ base, share, low, high }) => [share ?? (base === null ? '[c]' : null), low, high],
    },
  },
  {
    key: 'range',
    head: '95% range',
    numeric: true,
    className: 'only-wide',
    cell: ({ low, high }) => low !== null && high !== null && range(Math.round(low), Math.round(high)),
  },
  {
    key: 'receipt',
    head: 'How was this counted?',
    hiddenHead: true,
    className: 'sign',
    cell: ({ engagement, question, text }) => (
      <ReceiptButton request={{ answers: { engagement, question }, name: text }} />
    ),
  },
];

/** Every time it was asked, the newest first, with a receipt each. */
export function EveryTime({ of }: { of: OverTime }) {
  const { working } = useView();
  const rows = [...of.askings].reverse();
  return (
    <Section
      title="Every time it was asked"
      measure={`Newest first. ${working ? 'Exact working figures.' : 'People to the nearest 5.'} A share is the sum of the percentages that its survey’s own page tells, of all who answered.`}
      tools={<CsvButton title={of.measure.name} columns={COLUMNS} rows={rows} />}
    >
      <DataTable
        className="stack-narrow"
        caption="Every time it was asked"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ engagement, question }) => `${engagement} ${question}`}
        sort={{ key: '', down: false }}
      />
    </Section>
  );
}
