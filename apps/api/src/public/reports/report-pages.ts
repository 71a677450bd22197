import type { ReleasedReport } from '#store';
import { figureAddress } from '../read/figures-in-html.js';
import { html, type Html } from '../read/html.js';
import { count, day } from '../read/page.js';
import {
  HIDDEN_NOTE,
  type ReportCell,
  type ReportContent,
  type ReportPart,
  type ReportTable,
} from './content.js';

/** Reports that are out, the latest first. */
export function reportList(reports: readonly ReleasedReport[]): Html {
  return html`<h1>Reports</h1>
    <p class="lede">Papers for boards, each from one edition, read by two people who did not write it.</p>
    ${reports.length === 0 && html`<p>None is released yet.</p>`}
    <ul>
      ${reports.map((one) => html`<li><a href="/read/reports/${one.slug}">${one.title}</a> <span class="quiet">for ${one.forWhom}, released ${day(one.releasedAt)}, edition ${one.edition}${one.correctedBy && ', corrected since'}</span></li>`)}
    </ul>`;
}

/** A report whole, with what leads to each of its figures. @param released null in a preview, before it is out */
export function reportPage(content: ReportContent, released: ReleasedReport | null): Html {
  const { edition, tables, texts } = content;
  return html`<p><a href="/read/reports">All reports</a></p>
    <p class="quiet">
      ${content.forWhom} · themed report ·
      ${content.agencyName}${released ? ` · released ${day(released.releasedAt)}` : ' · DRAFT, not released'}
    </p>
    <h1>${content.title}</h1>
    ${released?.correctedBy && html`<p class="error"><strong>This report was corrected.</strong> <a href="/read/reports/${released.correctedBy}">Read its correction</a>.</p>`}
    ${texts.map(({ code, heading, parts }) => html`<section${code === 'point' ? html` class="box"` : ''}><h2>${heading}</h2>${paragraphs(parts).map((one) => html`<p>${one.map((part) => written(part, edition.number))}</p>`)}</section>`)}
    ${tables.map((table) => tableOf(table, content))}
    <p class="quiet">
      ${HIDDEN_NOTE} Counts of people who took part, rounded to 5: not a survey of the city.
    </p>
    ${
      released &&
      html`<h2>Take it along</h2>
        <p>
          <a href="/read/reports/${content.slug}/tables.xlsx">XLSX</a> ·
          <a href="/read/reports/${content.slug}/tables.ods">ODS</a> ·
          <a href="/read/reports/${content.slug}/datapackage.json">Data package</a> of CSV:
          ${tables.map(({ code }, at) => html`${at > 0 && ', '}<a href="/read/reports/${content.slug}/${code.toLowerCase()}.csv">${code}</a>`)}.
          It prints as it is.
        </p>
        <p class="quiet">
          Cite as: ${content.agencyName}, ${content.title}, ${day(released.releasedAt)}, edition
          ${edition.number}, fingerprint ${released.digest.slice(0, 8)}.
        </p>`
    }`;
}

/** Parts in paragraphs: an empty line of an author begins the next. */
function paragraphs(parts: readonly ReportPart[]): ReportPart[][] {
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

const written = (part: ReportPart, edition: number): Html =>
  part.kind === 'figure'
    ? html`<a href="${figureAddress(part.id, edition)}">${part.text}</a>`
    : part.kind === 'quote'
      ? html`<q>${part.text}</q>`
      : html`${part.text}`;

const shown = (value: ReportCell): string =>
  value === null ? '[c]' : typeof value === 'number' ? count(value) : value;

function tableOf({ code, title, measure, columns, rows }: ReportTable, { edition }: ReportContent): Html {
  const head = columns.map(
    ({ title: name, numeric }) => html`<th scope="col" ${numeric ? html` class="number"` : ''}>${name}</th>`,
  );
  const lines = rows.map(({ cells: [first = '', ...cells], figure }) => {
    const name = figure
      ? html`<a href="${figureAddress(figure, edition.number)}">${shown(first)}</a>`
      : shown(first);
    return html`<tr>
      <th scope="row">${name}</th>
      ${cells.map((value, at) => html`<td${columns[at + 1]?.numeric ? html` class="number"` : ''}>${shown(value)}</td>`)}
    </tr>`;
  });
  return html`<section>
    <h2>${code} ${title}</h2>
    <p class="quiet">${measure}</p>
    <table>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${lines}
      </tbody>
    </table>
  </section>`;
}
