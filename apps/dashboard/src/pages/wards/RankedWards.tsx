import { HiddenNote } from '../../figures/HiddenTag';
import { CsvButton } from '../../downloads/CsvButton';
import type { Figures } from '../../figures/useFigures';
import { FrozenLink } from '../../layout/FrozenLink';
import { Section } from '../../layout/Section';
import { DataTable } from '../../tables/DataTable';
import { wardColumns } from './ward-columns';
import { residentsWords } from './rate-group';
import type { WardRow } from './ward-rows';

interface Props {
  figures: Figures;
  rows: WardRow[];
  city: WardRow;
  subject: string;
  /** The group of the census that rates are of; null for all residents. */
  group: string | null;
  /** Why no ward has a rate, where that is not for being few. */
  missing: string | null;
  lit: string | null;
  onLight: (code: string | null) => void;
}

/** The wards of the map as a table, ranked by rate; what the map shows lit stands lit here. */
export function RankedWards({ figures, rows, city, subject, group, missing, lit, onLight }: Props) {
  const ranked = rows.filter((row) => !row.rest);
  const rest = rows.filter((row) => row.rest);
  const columns = wardColumns({ rows, city, question: figures.question, subject, group });
  return (
    <Section
      title="Same figures, ranked"
      measure={missing ? `No rate: ${missing}.` : `Rates are per 1,000 ${residentsWords(group)}.`}
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
        Rates are not compared: where people were asked decides where they were heard. More or less: of those
        heard in the same consultations more, or fewer, raised it here than in the rest of the city, when all
        wards and themes are tried at once. <HiddenNote note={figures.note} />
      </p>
    </Section>
  );
}
