import type { Figures } from '../../figures/useFigures';
import { HiddenNote } from '../../figures/HiddenTag';
import type { Column } from '../../tables/columns';
import { DataTable } from '../../tables/DataTable';
import { NotRanked } from './NotRanked';
import type { ThemeRow } from './theme-rows';

interface Props {
  caption: string;
  columns: Column<ThemeRow>[];
  rows: readonly ThemeRow[];
  figures: Figures;
}

/** Themes by how many people, most first; beneath them those that may not be ranked, and what is hidden. */
export function ThemesByPeople({ caption, columns, rows, figures }: Props) {
  return (
    <>
      <DataTable
        caption={caption}
        columns={columns}
        rows={rows.filter((row) => row.ranked)}
        rest={rows.filter((row) => row.rest)}
        rowKey={(row) => row.code}
        sort={{ key: 'people', down: true }}
      />
      <NotRanked rows={rows} question={figures.question} />
      {figures.note && (
        <p className="note">
          <HiddenNote note={figures.note} />
        </p>
      )}
    </>
  );
}
