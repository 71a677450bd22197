import type { PrintedBlock, PrintedDocument, PrintedPart } from '#printing';
import { figureAddress } from '../../read/figures-in-html.js';
import { day } from '../../read/page.js';
import {
  HIDDEN_NOTE,
  type ReportCell,
  type ReportContent,
  type ReportPart,
  type ReportTable,
} from '../content.js';
import { pageOfRow, placeOf, shortAddress } from '../row-places.js';

/** What a report is called at its head. */
export const KIND_NAMES = {
  theme: 'themed report',
  consultation: 'consultation report',
  ward: 'ward brief',
} as const;

/** The released report that is printed. */
export interface OfRelease {
  releasedAt: string;
  digest: string;
}

/** A drawing of a table that has one, as SVG that stands alone; null where it can't be drawn. */
export type DrawChart = (table: ReportTable) => string | null;

/**
 * A report as it is printed and edited: what must be decided first, then tables, then what else the author wrote, and notes. Each row ends
 * with its short address.
 * @param origin of the hub as its readers know it, e.g. https://hub.example.org
 * @param release null for what is not out
 */
export function printed(
  content: ReportContent,
  { origin, release, draw }: { origin: string; release: OfRelease | null; draw: DrawChart },
): PrintedDocument {
  const { edition } = content;
  const texts = content.texts.map(({ code, heading, parts }) => ({
    kind: 'text' as const,
    heading,
    boxed: code === 'point',
    paragraphs: paragraphs(parts).map((one) => one.map((part) => partOf(part, origin, edition.number))),
  }));
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
    blocks: [
      ...texts.filter(({ boxed }) => boxed),
      ...content.tables.map((table) => tableOf(table, content, origin, draw)),
      ...texts.filter(({ boxed }) => !boxed),
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
      ? value.toLocaleString('en-GB', { minimumFractionDigits: digits })
      : value;

const partOf = (part: ReportPart, origin: string, edition: number): PrintedPart =>
  part.kind === 'figure'
    ? { text: part.text, address: origin + figureAddress(part.id, edition) }
    : { text: part.kind === 'quote' ? `“${part.text}”` : part.text, address: null };

function tableOf(
  table: ReportTable,
  { slug, edition }: ReportContent,
  origin: string,
  draw: DrawChart,
): PrintedBlock {
  const svg = table.chart && draw(table);
  return {
    kind: 'table',
    heading: `${table.code} ${table.title}`,
    measure: table.measure,
    chart: svg && table.chart ? { svg, alt: table.chart.alt } : null,
    columns: [
      ...table.columns.map(({ title, numeric }) => ({ title, numeric })),
      { title: 'Figure', numeric: true },
    ],
    rows: table.rows.map((row, at) => [
      ...row.cells.map((cell, n) => ({ text: shown(cell, table.columns[n]?.digits), address: null })),
      pageOfRow(row, edition.number) === null
        ? { text: '', address: null }
        : { text: placeOf(table, at), address: origin + shortAddress(slug, placeOf(table, at)) },
    ]),
  };
}

/** What [c] is, where each number is told with how it was counted, and how to cite it. */
function notes(
  { slug, agencyName, title, edition }: ReportContent,
  origin: string,
  release: OfRelease | null,
): PrintedBlock {
  const here = origin.replace(/^https?:\/\//, '') + shortAddress(slug);
  const lines = [
    HIDDEN_NOTE,
    'People are counted once after matching across agencies; “from” and “to” are the range that uncertain matches leave. People chose to speak: this is no survey of the city.',
    `This report is at ${here}; a row and how it was counted at ${here}/ with what its last column says, as in ${here}/F1.1.`,
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
