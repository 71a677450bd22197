import type { PrintedBlock, PrintedChart, PrintedDocument, PrintedPart } from '#printing';
import { figureAddress } from '../../read/figures-in-html.js';
import { day } from '../../read/page.js';
import {
  HIDDEN_NOTE,
  isAnnex,
  type ReportCell,
  type ReportContent,
  type ReportPart,
  type ReportTable,
} from '../content.js';
import { pageOfRow, placeOf, placesInText, shortAddress, typedAddress } from '../row-places.js';
import { printedChart } from './chart-values.js';
import { correctionLines, type OfRelease, type Standing } from './standing.js';
import { columnsOf } from './table-columns.js';

/** What a report is called at its head. */
export const KIND_NAMES = {
  theme: 'themed report',
  consultation: 'consultation report',
  ward: 'ward brief',
} as const;

/** The whole address behind what is called so in print, on whose page it is told how it was counted. */
type LeadsTo = (place: string, page: string) => string;

/** A drawing of a table that has one, as SVG that stands alone; null where it can't be drawn. */
export type DrawChart = (table: ReportTable) => string | null;

/**
 * A report as it is printed and edited: what must be decided first, then tables, then what else the author wrote, the annex, and notes. Each row ends
 * with its short address.
 */
export function printed(content: ReportContent, standing: Standing, draw: DrawChart): PrintedDocument {
  const { origin, release } = standing;
  const { edition } = content;
  const places = placesInText(content);
  // A short address answers from the minute of release; what a draft may name is public already, and is where it will lead.
  const leadsTo: LeadsTo = (place, page) => origin + (release ? shortAddress(content.slug, place) : page);
  const partOf = (part: ReportPart): PrintedPart =>
    part.kind === 'figure'
      ? {
          text: `${part.text} (${places.get(part.id)})`,
          address: leadsTo(places.get(part.id) ?? '', figureAddress(part.id, edition.number)),
        }
      : { text: part.kind === 'quote' ? `“${part.text}”` : part.text, address: null };
  const texts = content.texts.map(({ code, heading, parts }) => ({
    kind: 'text' as const,
    heading,
    boxed: code === 'point',
    paragraphs: paragraphs(parts).map((one) => one.map(partOf)),
  }));
  const chartOf = (table: ReportTable): PrintedChart | null => {
    const svg = table.chart && draw(table);
    return svg && table.chart ? printedChart(table, table.chart, svg, content, standing) : null;
  };
  const tables = (annex: boolean): PrintedBlock[] =>
    content.tables
      .filter((table) => isAnnex(table) === annex)
      .map((table) => tableOf(table, content, leadsTo, chartOf));
  const dataTo = edition.dataTo ? ` · data to ${day(edition.dataTo)}` : '';
  const when = release?.releasedAt ?? edition.publishedAt;
  return {
    title: content.title,
    author: content.agencyName,
    description: `${content.forWhom}, ${KIND_NAMES[content.kind]} of edition ${edition.number}`,
    madeAt: Math.floor(Date.parse(when) / 1_000),
    head: {
      left: `${content.forWhom} · ${KIND_NAMES[content.kind]}`,
      right: `Edition ${edition.number} · published ${day(edition.publishedAt)}${dataTo} · fingerprint ${edition.fingerprint}`,
    },
    foot: `${content.synthetic ? 'Every person here is made up: do not quote. ' : ''}Counts of people who took part, rounded to 5. Not a survey of the city.`,
    draft: release ? null : 'DRAFT, not released',
    lines: correctionLines(standing),
    blocks: [
      ...texts.filter(({ boxed }) => boxed),
      ...tables(false),
      ...texts.filter(({ boxed }) => !boxed),
      ...tables(true),
      notes(content, origin, release),
    ],
  };
}

/** Parts in paragraphs: an empty line of an author begins the next. */
export function paragraphs(parts: readonly ReportPart[]): ReportPart[][] {
  const all: ReportPart[][] = [[]];
  for (const part of parts) {
    if (part.kind !== 'words') all.at(-1)!.push(part);
    else
      part.text.split(/\n\s*\n/).forEach((text, at) => {
        if (at > 0) all.push([]);
        all.at(-1)!.push({ kind: 'words', text });
      });
  }
  return all.filter((one) => one.some((part) => part.text.trim() !== ''));
}

/** A cell as it is read: [c] where it is hidden. @param digits after the point, for every number of a column alike */
export const shown = (value: ReportCell, digits = 0): string =>
  value === null
    ? '[c]'
    : typeof value === 'number'
      ? value.toLocaleString('en-GB', { minimumFractionDigits: digits }).replace('-', '−')
      : value;

function tableOf(
  table: ReportTable,
  { edition }: ReportContent,
  leadsTo: LeadsTo,
  chartOf: (table: ReportTable) => PrintedChart | null,
): PrintedBlock {
  const heads = [...table.columns, { title: 'Figure', numeric: true }];
  const rows = table.rows.map((row, at) => [
    ...row.cells.map((cell, n) => ({ text: inCell(shown(cell, table.columns[n]?.digits)), address: null })),
    cited(placeOf(table, at), pageOfRow(row, edition.number), leadsTo),
  ]);
  const { widths, onItsSide } = columnsOf(
    heads,
    rows.map((cells) => cells.map(({ text }) => text)),
  );
  return {
    kind: 'table',
    heading: `${table.code} ${table.title}`,
    measure: table.measure,
    chart: chartOf(table),
    columns: heads.map(({ title, numeric }, n) => ({ title, numeric, width: widths[n] ?? 0 })),
    rows,
    onItsSide,
  };
}

const cited = (place: string, page: string | null, leadsTo: LeadsTo): PrintedPart =>
  page === null ? { text: '', address: null } : { text: place, address: leadsTo(place, page) };

/** Letters of a line of a narrow column of words. */
const NARROW = 18;

/** Ranges stay on one line, but for those that a narrow column has no room for: they would be printed over the next. */
export const inCell = (text: string): string =>
  text.replaceAll(/\S+(?:\u00a0\S+)+/g, (held) =>
    held.length > NARROW ? held.replaceAll('\u00a0', ' ') : held,
  );

/** What [c] is, where each number is told with how it was counted, and how to cite it. */
function notes(
  { slug, agencyName, title, edition, tables }: ReportContent,
  origin: string,
  release: OfRelease | null,
): PrintedBlock {
  const here = typedAddress(origin, slug);
  const lines = [
    HIDDEN_NOTE,
    'People are counted once after matching across agencies; “from” and “to” are the range that uncertain matches leave. People chose to speak: this is no survey of the city.',
    `${release ? 'This report is' : 'From its release on this report is'} at ${here}; a row and how it was counted at ${here}/ with what its last column says, and a number of the text with what stands behind it, as in ${here}/${tables[0] ? placeOf(tables[0], 0) : 'F1.1'}.${release ? '' : ' In this draft each leads to the page of its figure.'}`,
    ...(release
      ? [
          `Cite as: ${agencyName}, ${title}, ${day(release.releasedAt)}, edition ${edition.number}, fingerprint ${release.digest.slice(0, 8)}, ${here}.`,
        ]
      : []),
  ];
  return {
    kind: 'text',
    heading: 'Notes',
    boxed: false,
    paragraphs: lines.map((text) => [{ text, address: null }]),
  };
}
