import { useRef, useState } from 'react';
import { Legend } from '../../charts/Legend';
import { classLimits } from '../../charts/scale';
import { Tiles } from '../../charts/Tiles';
import { PngButton } from '../../downloads/PngButton';
import type { Figures } from '../../figures/useFigures';
import { Section } from '../../layout/Section';
import { useReceipt } from '../../receipt/ReceiptProvider';
import { RankedWards } from './RankedWards';
import type { Area } from './useAreas';
import { rateMissing, residentsWords } from './rate-group';
import { useRateGroup } from './useRateGroup';
import { cityRow, wardKeys, wardMessage, wardRows, wardsUnder, wardTiles } from './ward-rows';

interface Props {
  figures: Figures;
  areas: readonly Area[];
  title?: string;
  /** What the figures are of, for downloads and receipts. */
  subject: string;
}

const HOW_TO_READ = (
  <>
    Each ward one square, placed near where it is.
    <span className="no-print"> Arrow keys move, Enter opens how it was counted, T goes to the table.</span>
  </>
);

/** The tile map with its ranked table beside it: what one shows the other says. */
export function WardMap({ figures, areas: everyArea, title, subject }: Props) {
  const [lit, setLit] = useState<string | null>(null);
  const open = useReceipt();
  const drawing = useRef<HTMLDivElement>(null);
  const areas = wardsUnder(everyArea, figures.question.filter);
  const group = useRateGroup(figures.question.filter);
  const rows = wardRows(areas, figures.nodes, figures.statements);
  const missing = rateMissing(rows, group.filters);
  const residents = residentsWords(group.words);
  const tiles = wardTiles(areas, rows, residents);
  const limits = classLimits(tiles.flatMap((tile) => tile.rate ?? []));
  const openTile = (code: string, name: string) =>
    open({
      question: figures.question,
      keys: wardKeys(rows, code, name),
      name: `${subject}, ${name}`,
    });
  return (
    <div className="columns">
      <div className="span-5">
        <Section
          title={title ?? wardMessage(rows, missing)}
          measure={HOW_TO_READ}
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
              onOpen={(tile) => openTile(tile.code, tile.name)}
            />
          </div>
          <Legend
            limits={limits}
            measure={missing ? `No rate: ${missing}.` : `People per 1,000 ${residents}`}
            noRate={missing ? 'a count and no rate.' : 'fewer than 10 people, so a count and no rate.'}
          />
        </Section>
      </div>
      <div className="span-7">
        <RankedWards
          figures={figures}
          rows={rows}
          city={cityRow(figures)}
          group={group.words}
          missing={missing}
          subject={subject}
          lit={lit}
          onLight={setLit}
        />
      </div>
    </div>
  );
}
