import { HiddenNote } from '../../figures/HiddenTag';
import { CsvButton } from '../../downloads/CsvButton';
import type { Figures } from '../../figures/useFigures';
import { FrozenLink } from '../../layout/FrozenLink';
import { Section } from '../../layout/Section';
import { DataTable } from '../../tables/DataTable';
import { wardColumns } from './ward-columns';
import type { WardRow } from './ward-rows';

interface Props {
  figures: Figures;
  rows: WardRow[];
  city: WardRow;
  subject: string;
  lit: string | null;
  onLight: (code: string | null) => void;
}

/** The wards of the map as a table, ranked by rate; what the map shows lit stands lit here. */
export function RankedWards({ figures, rows, city, subject, lit, onLight }: Props) {
  const ranked = rows.filter((row) => !row.rest);
  const rest = rows.filter((row) => row.rest);
  const columns = wardColumns(rows, city, figures.question, subject);
  return (
    <Section
      title="Same figures, ranked"
      tools={
        <>
          <CsvButton title={`${subject} by ward`} columns={columns} rows={[...ranked, ...rest, city]} />
          <FrozenLink />
        </>
      }
    >
      <DataTable
        id="ward-table"
        caption={`${subject} by ward`}
        columns={columns}
        rows={ranked}
        rest={rest}
        total={city}
        rowKey={(row) => row.code}
        sort={{ key: 'rate', down: true }}
        lit={lit}
        onLight={onLight}
      />
      <p className="note">
        Wards whose intervals overlap are not called different. More or less: the ward’s 95% interval lies
        wholly above or below the city’s. Where people were asked affects where they were heard.{' '}
        <HiddenNote note={figures.note} />
      </p>
    </Section>
  );
}
