import { countStates } from '#decisions';
import type { HeldDecisionRecord } from '#domain';
import type { Figure } from '#facts';
import type { DecisionNames } from '../decisions/decisions.js';
import { HIDDEN_WORDS, people } from './figures-in-html.js';
import { html, type Html } from './html.js';
import { count } from './page.js';

export interface Shown {
  decisions: readonly HeldDecisionRecord[];
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
          <dt>people after matching, ${count(total.people.low)} to ${count(total.people.high)}</dt>
          <dd>${people(total)}</dd>
        </div>
        <div>
          <dt>distinct arguments</dt>
          <dd>${count(total.arguments)}</dd>
        </div>
      </dl>`;

export const stateList = ({ decisions, today }: Shown): Html => {
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
