import type { RecordedHere, RecordedSeries } from '#facts';
import { LOCATED } from '../recorded/located.js';
import { html, type Html } from './html.js';
import { count, day, monthWords } from './page.js';

/** What police recorded in a ward, by kind: context beside what people say, with its breaks. */
export const recordedInHtml = (ward: string, { series }: RecordedHere): Html =>
  html`${series.map((one) => seriesInHtml(ward, one))}`;

function seriesInHtml(ward: string, series: RecordedSeries): Html {
  const last = series.months.filter((month) => month.count !== null).at(-1);
  if (!last) return html``;
  const year = series.kinds.every((kind) => kind.year !== null);
  return html`<h2>Recorded crime, by kind</h2>
    <p>Police records, not what people say. ${series.breaks.map(({ reason }) => html`${reason} `)}</p>
    <table>
      <caption class="quiet">
        ${series.title}, ${ward}
      </caption>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          ${year && html`<th scope="col" class="number">Twelve months</th>`}
          <th scope="col" class="number">${monthWords(last.month)}</th>
        </tr>
      </thead>
      <tbody>
        ${series.kinds.map(
          (kind) =>
            html`<tr>
              <th scope="row">${kind.name}</th>
              ${year && html`<td class="number">${count(kind.year ?? 0)}</td>`}
              <td class="number">${count(kind.month)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="quiet">
      ${LOCATED} Source: ${series.attribution}, ${series.licence}; received ${day(series.received)}.
    </p>`;
}
