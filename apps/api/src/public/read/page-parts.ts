import { countStates, isTied } from '#decisions';
import type { HeldDecisionRecord } from '#domain';
import type { Figure, PublishedEngagement } from '#facts';
import type { DecisionNames } from '../decisions/decisions.js';
import { HIDDEN_WORDS, people, peopleRange } from './figures-in-html.js';
import { html, type Html } from './html.js';
import { count, day } from './page.js';

export interface Shown {
  /** Those that fit, agencies' own records without a figure among them. */
  decisions: readonly HeldDecisionRecord[];
  /** What is shown was narrowed by, as a query: empty, or from `?` on. */
  query: string;
  names: DecisionNames;
  today: string;
}

export const counts = (total: Figure): Html =>
  total.hidden
    ? html`<p>${HIDDEN_WORDS}</p>`
    : html`<dl class="counts">
        <div>
          <dt>submissions</dt>
          <dd>${count(total.submissions)}</dd>
        </div>
        <div>
          <dt>people after matching, ${peopleRange(total.people)}</dt>
          <dd>${people(total)}</dd>
        </div>
        <div>
          <dt>distinct arguments</dt>
          <dd>${count(total.arguments)}</dd>
        </div>
      </dl>`;

/** Decisions that rest on what people said, and agencies' own records, to which nobody has tied a figure yet. */
export const parted = (decisions: readonly HeldDecisionRecord[]) => ({
  tied: decisions.filter(isTied),
  records: decisions.filter((one) => !isTied(one)),
});

/** How decisions stand. Agencies' own records without a figure are told beside, and are none of them. */
export const stateList = ({ decisions, today, query }: Shown): Html => {
  const { tied, records } = parted(decisions);
  return html`${stateCounts(tied, today)}
  ${
    records.length > 0 &&
    html`<p class="quiet">
      And
      <a href="/read/what-happened${withRecords(query)}"
        >${plainCount(records.length, 'record of an agency', 'records of agencies')}</a
      >, with no figure of what people said yet.
    </p>`
  }`;
};

/** The same query with agencies' own records among what it finds. */
export const withRecords = (query: string): string => `${query ? `${query}&` : '?'}records=all`;

export const plainCount = (number: number, one: string, many: string): string =>
  `${count(number)} ${number === 1 ? one : many}`;

const stateCounts = (decisions: readonly HeldDecisionRecord[], today: string): Html => {
  const states = countStates(decisions, today);
  return html`<dl class="counts">
    <div>
      <dt>decisions</dt>
      <dd>${states.all}</dd>
    </div>
    <div>
      <dt>done</dt>
      <dd>${states.done}</dd>
    </div>
    <div>
      <dt>under way</dt>
      <dd>${states['under-way']}</dd>
    </div>
    <div>
      <dt>planned</dt>
      <dd>${states.planned}</dd>
    </div>
    <div>
      <dt>late</dt>
      <dd>${states.late}</dd>
    </div>
    <div>
      <dt>will not be done</dt>
      <dd>${states['will-not-do']}</dd>
    </div>
  </dl>`;
};

/** Engagements named on a page at most. */
const MOST_OPEN = 6;

/** What can be answered now, or that nothing can. @param today ISO date */
export const takePart = (open: readonly PublishedEngagement[], today: string): Html =>
  open.length > 0
    ? html`<ul>
        ${open.slice(0, MOST_OPEN).map((one) => html`<li><a href="/engagements/${one.agency}/${one.key}">${one.title}</a>, to ${day(one.closes ?? today)}. ${one.canStillChange && html`Can change: ${one.canStillChange}`}</li>`)}
      </ul>`
    : html`<p>Nothing is open today. <a href="/engagements">What was asked</a></p>`;

export const findWard = (problem: string | null): Html =>
  html`<form method="post" action="/read/ward">
    ${problem && html`<p class="error" role="alert" id="postcode-problem">${problem}</p>`}
    <p>
      <label for="postcode">What about my area? Your postcode</label
      ><input
        type="text"
        id="postcode"
        name="postcode"
        maxlength="12"
        autocomplete="postal-code"
        ${problem ? html` aria-invalid="true" aria-describedby="postcode-problem"` : ''}
      />
    </p>
    <p><button>Show my ward</button> <span class="quiet">It is never stored.</span></p>
  </form>`;
