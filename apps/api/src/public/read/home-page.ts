import type { Figure, PublishedEngagement } from '#facts';
import { decisionLine } from './decisions-in-html.js';
import { HIDDEN_WORDS, isNamed, isRanked, nameOf, notRanked, people, share } from './figures-in-html.js';
import { html, type Html } from './html.js';
import { count, day } from './page.js';
import { counts, findWard, type Shown, stateList } from './page-parts.js';
import type { Table } from './reading.js';

/** What people say, what is being done, what I can take part in, my area. */
export function homePage(
  city: string,
  { total, figures }: Table,
  open: readonly PublishedEngagement[],
  shown: Shown,
): Html {
  const { decisions, names, today } = shown;
  const told = total.hidden
    ? `What ${city} has told us`
    : `${count(total.people.value)} people told us how ${city} should be`;
  return html`<h1>${told}</h1>
    <p class="lede">See what they say, and what is being done.</p>
    ${counts(total)} ${findWard(null)}
    <h2>What people say</h2>
    ${themeTable(figures)}
    <p class="quiet">${HIDDEN_WORDS} <a href="/themes">All themes</a></p>
    <h2>What is being done</h2>
    ${stateList(shown)}
    <ul>
      ${decisions
        .filter(({ origin }) => origin === 'hub')
        .slice(0, 6)
        .map((one) => decisionLine(one, names, today))}
    </ul>
    <p><a href="/read/what-happened">All decisions</a> · <a href="/answer">What became of my answer?</a></p>
    <h2>What you can take part in</h2>
    ${
      open.length
        ? html`<ul>
            ${open.slice(0, 6).map((one) => html`<li><strong>${one.title}</strong>, to ${day(one.closes ?? today)}. ${one.canStillChange && html`Can change: ${one.canStillChange}`}</li>`)}
          </ul>`
        : html`<p>Nothing is open today. <a href="/engagements">What was asked</a></p>`
    }
    <h2>Can I trust it?</h2>
    <p>
      People chose to speak: this is no survey of the city. Every number leads to how it was counted. Small
      numbers are hidden, and never guessed at.
    </p>`;
}

const themeTable = (figures: readonly Figure[]): Html =>
  html`<table>
      <caption class="quiet">
        Themes by people; a person can raise several
      </caption>
      <thead>
        <tr>
          <th scope="col">Theme</th>
          <th scope="col" class="number">People</th>
          <th scope="col">Share, 95% range</th>
        </tr>
      </thead>
      <tbody>
        ${figures
          .filter((figure) => isNamed(figure) && isRanked(figure))
          .slice(0, 10)
          .map(
            (figure) =>
              html`<tr>
                <th scope="row">${nameOf(figure)}</th>
                <td class="number">${people(figure)}</td>
                <td>${share(figure)}</td>
              </tr>`,
          )}
      </tbody>
    </table>
    ${notRanked(figures)}`;
