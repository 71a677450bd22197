import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useTitle } from '../../app/title';
import { useView } from '../../app/view';
import { CsvButton } from '../../downloads/CsvButton';
import { inSentence, listed, month } from '../../figures/format';
import { SelectField } from '../../forms/SelectField';
import { Section } from '../../layout/Section';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { DataTable } from '../../tables/DataTable';
import { VOICE_AND_RECORD } from './queries';
import { besideColumns, headingOf, named, type Beside, type BesideRow } from './beside-columns';

/** What people raise beside what police recorded, by theme or by ward; neither explains the other, and the page says so. */
export function VoiceAndRecordPage() {
  useTitle('Voice and record');
  const { edition } = useView();
  const variables = useMemo(() => ({ edition }), [edition]);
  const answer = useAnswer({ query: VOICE_AND_RECORD, variables });
  return (
    <>
      <div className="head">
        <div>
          <h1>Voice and record</h1>
          <p className="lede">
            What people raise, beside what police recorded, each against the rest of the city.
          </p>
        </div>
      </div>
      <Shown answer={answer} rows={20}>
        {({ voiceAndRecord }) =>
          voiceAndRecord.nodes.length > 0 ? (
            <Rows beside={voiceAndRecord} />
          ) : (
            <Empty title="No recorded crime stands beside these figures">
              <p>This edition has no series of recorded crime, or no theme that answers to one.</p>
            </Empty>
          )
        }
      </Shown>
    </>
  );
}

function Rows({ beside }: { beside: Beside }) {
  const [search, setSearch] = useSearchParams();
  const themes = named(beside.nodes, (row) => ({ code: row.theme, name: row.themeName }));
  const wards = named(beside.nodes, (row) => ({ code: row.ward, name: row.wardName }));
  const ward = wards.find(({ code }) => code === search.get('ward')) ?? null;
  const theme = themes.find(({ code }) => code === search.get('theme')) ?? themes[0]!;
  const rows = beside.nodes.filter((row) => (ward ? row.ward === ward.code : row.theme === theme.code));
  const choose = (name: 'theme' | 'ward', code: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      for (const each of ['theme', 'ward']) after.delete(each);
      if (code) after.set(name, code);
      return after;
    });
  return (
    <>
      <div className="beside-choices">
        <SelectField
          label="Theme"
          {...(ward ? { empty: 'All themes' } : {})}
          options={themes}
          value={ward ? '' : theme.code}
          onChange={(code) => choose('theme', code)}
        />
        <SelectField
          label="Ward"
          empty="All wards"
          options={wards}
          value={ward?.code ?? ''}
          onChange={(code) => choose('ward', code)}
        />
      </div>
      <OneTable rows={rows} beside={beside} of={ward ? 'ward' : 'theme'} name={ward?.name ?? theme.name} />
      <p className="note">
        <Go to="/engage-next">Where to engage next</Go> follows from this and from who has not been heard.
      </p>
    </>
  );
}

interface TableProps {
  rows: BesideRow[];
  beside: Beside;
  of: 'theme' | 'ward';
  name: string;
}

function OneTable({ rows, beside, of, name }: TableProps) {
  const columns = besideColumns(of);
  const [first, last] = beside.period;
  const kinds = of === 'theme' ? listed(rows[0]?.kinds ?? []) : null;
  return (
    <Section
      title={`${name}. ${headingOf(rows, of)}`}
      measure={beside.noCause}
      tools={<CsvButton title={`Voice and record, ${name}`} columns={columns} rows={rows} unfiltered />}
    >
      <DataTable
        caption={`Voice and record, ${name}`}
        columns={columns}
        rows={rows}
        rowKey={(row) => `${row.theme}/${row.ward}`}
        sort={{ key: 'stands', down: false }}
      />
      <p className="note">
        Raised: how many more or fewer of 100 heard than in the rest of the city, within the same
        consultations, all wards and themes tried at once. Recorded: {kinds ? `${inSentence(kinds)}, ` : ''}
        {first && last ? `${month(first)} to ${month(last)}, ` : ''}for each resident (Census 2021), as times
        the rest of the city; a centre has visitors, whose part is in it. Both with their 95% range; that of
        the record allows for crimes coming in runs, and more is told only beyond a tenth, which the placing
        of records alone may make. “Not comparable”: the coding of the theme has not been checked enough, or
        no twelve months can be compared. “Too few”: heard there in the same consultations, or recorded.{' '}
        {beside.attributions.join(' ')}
      </p>
    </Section>
  );
}
