import type { ReleasedReport } from '#store';
import { figureAddress } from '../read/figures-in-html.js';
import { html, type Html } from '../read/html.js';
import { day } from '../read/page.js';
import {
  HIDDEN_NOTE,
  isAnnex,
  type ReportContent,
  type ReportPart,
  type ReportSection,
  type ReportTable,
} from './content.js';
import { KIND_NAMES, paragraphs, shown } from './forms/printed.js';
import { pageOfRow, placeOf, placesInText, shortAddress } from './row-places.js';

/** Reports that are out, the latest first. */
export function reportList(reports: readonly ReleasedReport[]): Html {
  return html`<h1>Reports</h1>
    <p class="lede">Papers for boards, each from one edition, read by two people who did not write it.</p>
    ${reports.length === 0 && html`<p>None is released yet.</p>`}
    <ul>
      ${reports.map((one) => html`<li><a href="/read/reports/${one.slug}">${one.title}</a> <span class="quiet">for ${one.forWhom}, released ${day(one.releasedAt)}, edition ${one.edition}${one.correctedBy && ', corrected since'}</span></li>`)}
    </ul>`;
}

/**
 * A report whole, with what leads to each of its figures.
 * @param at its short address as it is printed
 * @param corrects slug of the report that it corrects; null where it corrects none
 * @param isDrawn whether a table has a drawing
 */
export function reportPage(
  content: ReportContent,
  released: ReleasedReport,
  {
    at,
    corrects,
    isDrawn,
  }: { at: string; corrects: string | null; isDrawn: (table: ReportTable) => boolean },
): Html {
  const { edition, tables, texts } = content;
  const told = (annex: boolean): Html[] =>
    tables
      .filter((table) => isAnnex(table) === annex)
      .map((table) => tableOf(table, content, isDrawn(table)));
  const places = placesInText(content);
  const inWords = (text: ReportSection): Html =>
    textOf(text, (part) => written(part, edition.number, places));
  return html`<p class="on-screen"><a href="/read/reports">All reports</a></p>
    <p class="quiet">
      ${content.forWhom} · ${KIND_NAMES[content.kind]} · ${content.agencyName} · released
      ${day(released.releasedAt)} · <code>${at}</code>
    </p>
    <h1>${content.title}</h1>
    ${released.correctedBy && html`<p class="error"><strong>This report was corrected.</strong> <a href="/read/reports/${released.correctedBy}">Read its correction</a>.</p>`}
    ${corrects && html`<p>Corrects <a href="${shortAddress(corrects)}">${shortAddress(corrects)}</a>.</p>`}
    ${texts.filter(isFirst).map(inWords)} ${told(false)}
    ${texts.filter((text) => !isFirst(text)).map(inWords)} ${told(true)}
    <p class="quiet">
      ${HIDDEN_NOTE} Counts of people who took part, rounded to 5: not a survey of the city.
    </p>
    <h2 class="on-screen">Take it along</h2>
    <p class="on-screen">
      <a href="/read/reports/${content.slug}/report.pdf">PDF</a> to read and print, tagged for screen readers
      · <a href="/read/reports/${content.slug}/report.docx">DOCX</a> to go on editing ·
      <a href="/read/reports/${content.slug}/tables.xlsx">XLSX</a> ·
      <a href="/read/reports/${content.slug}/tables.ods">ODS</a> ·
      <a href="/read/reports/${content.slug}/datapackage.json">Data package</a> of CSV:
      ${tables.map(({ code }, at) => html`${at > 0 && ', '}<a href="/read/reports/${content.slug}/${code.toLowerCase()}.csv">${code}</a>`)}.
      This page prints as it is.
    </p>
    <p class="quiet">
      Cite as: ${content.agencyName}, ${content.title}, ${day(released.releasedAt)}, edition
      ${edition.number}, fingerprint ${released.digest.slice(0, 8)}, ${at}. A row with how it was counted is
      at ${at}/ and what its last column says<span class="in-print"
        >, a number of the text at what stands behind it</span
      >.
    </p>`;
}

/** What must be decided stands before the tables, what else the author wrote behind them. */
const isFirst = ({ code }: ReportSection): boolean => code === 'point';

const textOf = (text: ReportSection, inHtml: (part: ReportPart) => Html): Html =>
  html`<section${isFirst(text) ? html` class="box"` : ''}><h2>${text.heading}</h2>${paragraphs(text.parts).map((one) => html`<p>${one.map(inHtml)}</p>`)}</section>`;

function written(part: ReportPart, edition: number, places: ReadonlyMap<string, string>): Html {
  if (part.kind === 'quote') return html`<q>${part.text}</q>`;
  if (part.kind === 'words') return html`${part.text}`;
  const figure = html`<a href="${figureAddress(part.id, edition)}">${part.text}</a>`;
  // On paper a number says what to type for how it was counted.
  return html`${figure}<span class="in-print"> (${places.get(part.id)})</span>`;
}

/** Signs from which on a cell is a sentence and no word. */
const SENTENCE = 60;

function tableOf(table: ReportTable, { slug, edition }: ReportContent, drawn: boolean): Html {
  const { code, title, measure, columns, rows, chart } = table;
  // Whole sentences beside numbers would else stand in a column of a word's width.
  const long = new Set(
    columns.flatMap((_, n) =>
      rows.some(({ cells }) => String(cells[n] ?? '').length > SENTENCE) ? [n] : [],
    ),
  );
  const number = (n: number): Html | string =>
    columns[n]?.numeric ? html` class="number"` : long.has(n) ? html` class="sentences"` : '';
  const lines = rows.map((row, at) => {
    const [first = '', ...cells] = row.cells;
    const to = pageOfRow(row, edition.number);
    return html`<tr>
      <th scope="row">${shown(first)}</th>
      ${cells.map((value, n) => html`<td${number(n + 1)}>${shown(value, columns[n + 1]?.digits)}</td>`)}
      <td class="number">${to !== null && html`<a href="${to}">${placeOf(table, at)}</a>`}</td>
    </tr>`;
  });
  return html`<section id="${code}">
    <div class="kept">
      <h2>${code} ${title}</h2>
      <p class="quiet">${measure}</p>
      ${drawn && chart && html`<p><img class="drawing" src="/read/reports/${slug}/${code.toLowerCase()}.svg" alt="${chart.alt}" loading="lazy" /></p>`}
    </div>
    <div class="wide" tabindex="0" role="region" aria-label="${code} ${title}">
      <table>
        <thead>
          <tr>
            ${columns.map(({ title: name }, n) => html`<th scope="col" ${number(n)}>${name}</th>`)}
            <th scope="col" class="number">Figure</th>
          </tr>
        </thead>
        <tbody>
          ${lines}
        </tbody>
      </table>
    </div>
  </section>`;
}
