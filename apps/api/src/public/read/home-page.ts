import type { HeldDecisionRecord } from '#domain';
import type { Figure, PublishedEngagement } from '#facts';
import type { Said } from '../decisions/evidence.js';
import { agencyName, decisionLine, isTold, quoteInHtml, saidInHtml } from './decisions-in-html.js';
import { HIDDEN_WORDS, inTable, nameOf, notRanked, people, share } from './figures-in-html.js';
import { html, type Html } from './html.js';
import { count } from './page.js';
import { counts, findWard, parted, type Shown, stateList, takePart } from './page-parts.js';
import type { Table } from './reading.js';

/** A decision that shows what speaking led to: how many said it, in whose words, and what was done. */
export interface LeadStory {
  decision: HeldDecisionRecord;
  said: Said | null;
  quotes: readonly { words: string; stance: string }[];
}

/** What people say, what is being done, what I can take part in, my area. */
export function homePage(
  city: string,
  { total, figures }: Table,
  open: readonly PublishedEngagement[],
  shown: Shown & { lead: LeadStory | null },
): Html {
  const { decisions, names, today } = shown;
  const told = total.hidden
    ? `What ${city} has told us`
    : `${count(total.people.value)} people told us how ${city} should be`;
  return html`<h1>${told}</h1>
    <p class="lede">See what they say, and what is being done.</p>
    ${counts(total)} ${findWard(null)} ${shown.lead && leadStory(shown.lead, shown.names)}
    <h2>What people say</h2>
    ${themeTable(figures)}
    <p class="quiet">${HIDDEN_WORDS} <a class="on-screen" href="/themes">All themes</a></p>
    <h2>What is being done</h2>
    ${stateList(shown)}
    <ul class="shorter">
      ${parted(decisions)
        .tied.slice(0, 6)
        .map((one) => decisionLine(one, names, today))}
    </ul>
    <p class="on-screen">
      <a href="/read/what-happened">All decisions</a> · <a href="/answer">What became of my answer?</a>
    </p>
    <h2>What you can take part in</h2>
    ${takePart(open, today)}
    <h2>Can I trust it?</h2>
    <p>
      People chose to speak: this is no survey of the city. Every number leads to how it was counted. Small
      numbers are hidden, and never guessed at.
    </p>`;
}

/** One who agrees, and one who does not where somebody's words of that kind are released. */
function leadStory({ decision, said, quotes }: LeadStory, { agencies }: Shown['names']): Html {
  const voices = ['with', 'against'].flatMap((stance) => quotes.find((one) => one.stance === stance) ?? []);
  return html`<section class="box lead-story">
    <h2>
      <span class="state done">Done</span>
      <a href="/read/what-happened/${decision.id}">${decision.title}</a>
    </h2>
    ${said && isTold(said) && saidInHtml(said, decision.evidence[0]!)} ${voices.map(quoteInHtml)}
    <p>
      <strong>${decision.decided}</strong>
      <span class="quiet">${agencyName(decision.agency, agencies)}</span>
    </p>
  </section>`;
}

function themeTable(figures: readonly Figure[]): Html {
  const { themes, byName } = inTable(figures, 10);
  return html`<table class="shorter">
      <caption class="quiet">
        ${byName ? 'Themes by name, in no order of size' : 'Themes by people'}; a person can raise several
      </caption>
      <thead>
        <tr>
          <th scope="col">Theme</th>
          <th scope="col" class="number">People</th>
          <th scope="col">Share, 95% range</th>
        </tr>
      </thead>
      <tbody>
        ${themes.map(
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
}
