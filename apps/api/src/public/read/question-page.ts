import type { Edition } from '#facts';
import type { AnswerTold } from '../figures/figures.js';
import { HIDDEN_WORDS } from './figures-in-html.js';
import { html, type Html } from './html.js';
import { count } from './page.js';
import { stepsTable } from './read-pages.js';

/** One question of a consultation and how its numbers were counted; the answer that was asked for stands first. */
export function questionPage(
  { question: { text, matrix, message, all, receipt, engagement }, option: { people, label } }: AnswerTold,
  edition: Edition,
): Html {
  const percent = (value: number | null): string => (value === null ? '[c]' : `${value}%`);
  return html`<h1>${people === null ? '[c]' : `${count(people)} people`}: ${label}</h1>
    <p>${matrix ? `${matrix.text} ${matrix.item}` : text}</p>
    <p class="quiet">
      ${message.replace(/[^.!?]$/, '$&.')} ${all.base !== null && `${count(all.base)} people answered.`}
      ${HIDDEN_WORDS}
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">Answer</th>
          <th scope="col" class="number">People</th>
          <th scope="col" class="number">Share</th>
        </tr>
      </thead>
      <tbody>
        ${all.options.map(
          (one) =>
            html`<tr>
              <th scope="row">${one.label}</th>
              <td class="number">${one.people === null ? '[c]' : count(one.people)}</td>
              <td class="number">${percent(one.percent)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <h2>From records to this question</h2>
    ${stepsTable(receipt)}
    <p class="quiet">
      Of edition ${edition.number}, fingerprint ${edition.fingerprint}.
      <a href="/engagements/${engagement}?edition=${edition.number}">The whole consultation</a>
    </p>`;
}
