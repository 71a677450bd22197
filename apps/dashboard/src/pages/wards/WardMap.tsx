import { useRef, useState } from 'react';
import { Legend } from '../../charts/Legend';
import { classLimits } from '../../charts/scale';
import { Tiles } from '../../charts/Tiles';
import { CsvButton } from '../../downloads/CsvButton';
import { PngButton } from '../../downloads/PngButton';
import { isPublished } from '../../figures/figure';
import type { Figures } from '../../figures/useFigures';
import { FrozenLink } from '../../layout/FrozenLink';
import { Section } from '../../layout/Section';
import { useReceipt } from '../../receipt/ReceiptProvider';
import { DataTable } from '../../tables/DataTable';
import type { Area } from './useAreas';
import { wardColumns } from './ward-columns';
import { wardMessage, wardRows, wardTiles, type WardRow } from './ward-rows';

interface Props {
  figures: Figures;
  areas: readonly Area[];
  title?: string;
  /** What the figures are of, for downloads and receipts. */
  subject: string;
}

/** The tile map with its ranked table beside it: what one shows the other says. */
export function WardMap({ figures, areas, title, subject }: Props) {
  const [lit, setLit] = useState<string | null>(null);
  const open = useReceipt();
  const drawing = useRef<HTMLDivElement>(null);
  const rows = wardRows(areas, figures.nodes, figures.total);
  const ranked = rows.filter((row) => !row.rest);
  const tiles = wardTiles(areas, rows);
  const limits = classLimits(tiles.flatMap((tile) => tile.rate ?? []));
  const city: WardRow = {
    code: 'city',
    name: 'The whole city',
    figure: figures.total,
    rest: false,
    against: null,
    people: isPublished(figures.total) ? figures.total.people.value : null,
    rate: isPublished(figures.total) ? figures.total.rate : null,
  };
  const columns = wardColumns(rows, city, figures.question, subject);
  const request = (code: string, name: string) => ({
    question: figures.question,
    keys: rows.find((row) => row.code === code)?.figure?.keys ?? [{ dimension: 'WARD' as const, code, name }],
    name: `${subject}, ${name}`,
  });
  return (
    <div className="columns">
      <div className="span-5">
        <Section
          title={title ?? wardMessage(ranked)}
          measure="Each ward one square, placed near where it is. Arrow keys move, Enter opens how it was counted, T goes to the table."
          tools={<PngButton title={`${subject} by ward`} drawing={drawing} />}
        >
          <div ref={drawing}>
            <Tiles
              tiles={tiles}
              limits={limits}
              label={`${subject} by ward: tile map`}
              tableId="ward-table"
              lit={lit}
              onLight={setLit}
              onOpen={(tile) => open(request(tile.code, tile.name))}
            />
          </div>
          <Legend limits={limits} measure="People per 1,000 residents" />
        </Section>
      </div>
      <div className="span-7">
        <Section
          title="Same figures, ranked"
          tools={
            <>
              <CsvButton
                title={`${subject} by ward`}
                columns={columns}
                rows={[...ranked, ...rows.filter((row) => row.rest), city]}
              />
              <FrozenLink />
            </>
          }
        >
          <DataTable
            id="ward-table"
            caption={`${subject} by ward`}
            columns={columns}
            rows={ranked}
            rest={rows.filter((row) => row.rest)}
            total={city}
            rowKey={(row) => row.code}
            sort={{ key: 'rate', down: true }}
            lit={lit}
            onLight={setLit}
          />
          <p className="note">
            Wards whose intervals overlap are not called different. More or less: the ward’s 95% interval lies
            wholly above or below the city’s. Where people were asked affects where they were heard.{' '}
            {figures.note}
          </p>
        </Section>
      </div>
    </div>
  );
}
