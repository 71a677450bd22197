import { daysLate, stateInWords, stateOfAction, stateOfDecision, type DecisionChange } from '#decisions';
import type { DecisionAction, FigureReference, HeldDecisionRecord } from '#domain';
import type { DecisionNames } from '../decisions/decisions.js';
import type { Said } from '../decisions/evidence.js';
import { figureAddress, people } from './figures-in-html.js';
import { html, type Html } from './html.js';
import { count, day } from './page.js';

const MODELS: Record<string, string> = {
  agency: 'The agency decides.',
  'after-asking': 'The agency decides after asking.',
  'with-advice': 'The agency decides with people’s advice.',
  together: 'People and agency decide together.',
  people: 'People decide.',
};

/** Name of an agency without the mark of the demonstration: the page says so already. */
export const plain = (name: string): string => name.replace(/ \(demonstration\)$/, '');

/** An agency as a page calls it; by its code where the edition does not know it. */
export const agencyName = (code: string, agencies: ReadonlyMap<string, { name: string }>): string =>
  plain(agencies.get(code)?.name ?? code);

/** State, title and place of a decision in a line. */
export function decisionLine(decision: HeldDecisionRecord, names: DecisionNames, today: string): Html {
  const state = stateOfDecision(decision, today);
  const late = state === 'late' ? ` by ${daysLate(decision, today)} days` : '';
  const because =
    !decision.willDo && decision.notDoneBecause ? html`<br />Because: ${decision.notDoneBecause}` : '';
  return html`<li>
    <span class="state ${state}">${stateInWords(state)}${late}</span>
    <a href="/read/what-happened/${decision.id}">${decision.title}</a>
    <span class="quiet"
      >${agencyName(decision.agency, names.agencies)}${decision.decidedOn ? `, ${day(decision.decidedOn)}` : ''}</span
    >${because}
  </li>`;
}

/** What a decision's page needs beside the decision. */
export interface DecisionParts {
  names: DecisionNames;
  /** In the order of the decision's own. */
  evidence: readonly Said[];
  quotes: { words: string; stance: string }[];
  changes: readonly DecisionChange[];
  today: string;
}

/** One decision whole: asked, said, decided and why, what is done. */
export function decisionPage(
  decision: HeldDecisionRecord,
  { names, evidence, quotes, changes, today }: DecisionParts,
): Html {
  const state = stateOfDecision(decision, today);
  const wards = decision.wards.map((code) => names.wards.get(code)?.name ?? code);
  return html`<p><a href="/read/what-happened">What happened because people spoke</a></p>
    <h1>${decision.title}</h1>
    <p class="lede">
      <span class="state ${state}">${stateInWords(state)}</span>
      ${wards.length ? wards.join(', ') : 'All of the city'}
    </p>
    <h2>What was asked</h2>
    <ul>
      ${decision.engagements.map((id) => html`<li><a href="/engagements/${id}">${names.engagements.get(id)?.title ?? id}</a></li>`)}${decision.engagements.length === 0 && html`<li>No engagement is named.</li>`}
    </ul>
    <h2>What people said</h2>
    ${evidence.map((said, at) => saidInHtml(said, decision.evidence[at]!))}
    ${evidence.length === 0 && html`<p>${decision.origin === 'pulled' ? 'The agency’s own record, no figure yet.' : 'No figure is tied to it.'}</p>`}
    ${quotes.map(quoteInHtml)}
    <h2>What was decided, and why</h2>
    <p><strong>${decision.decided}</strong></p>
    ${decision.why && html`<p>${decision.why}</p>`}
    ${decision.notDone && html`<p>Not done: ${decision.notDone}</p>`}
    ${decision.notDoneBecause && html`<p><strong>Because:</strong> ${decision.notDoneBecause}</p>`}
    <p class="quiet">
      ${decision.decidedBy && `Decided by ${decision.decidedBy}`}${decision.decidedOn && ` on ${day(decision.decidedOn)}`}.
      ${decision.model && MODELS[decision.model]} Owner:
      ${agencyName(decision.agency, names.agencies)}${decision.lead ? `, ${decision.lead}` : ''}.
    </p>
    <h2>What is done</h2>
    ${decision.actions.length ? actionTable(decision.actions, today) : html`<p>No action is recorded.</p>`}
    ${changes.length > 0 && changeList(changes)}`;
}

/** Somebody's released words, marked where they disagree. */
export function quoteInHtml({ words, stance }: { words: string; stance: string }): Html {
  const against = stance === 'against';
  return html`<blockquote${against && html` class="against"`}>“${words}”${against && html`<br /><span class="quiet">and not everyone agrees</span>`}</blockquote>`;
}

/** Has it a number of people that is told? */
export const isTold = ({ figure, answer }: Said): boolean =>
  figure ? !figure.hidden : (answer?.people ?? null) !== null;

/** How many people did what, leading to how they were counted. @param reference by which the decision names it */
export function saidInHtml(said: Said, { figure: id, edition }: FigureReference): Html {
  const { figure, answer, did } = said;
  if (!figure && !answer) return html`<p class="quiet">Edition ${edition} tells this figure no more.</p>`;
  const shown = figure
    ? people(figure)
    : html`<a href="${figureAddress(id, edition)}"
        >${answer?.people == null ? '[c]' : count(answer.people)}</a
      >`;
  return isTold(said)
    ? html`<p><strong>${shown} people</strong> ${did}.</p>`
    : html`<p>How many people ${did}: ${shown}.</p>`;
}

const changeList = (changes: readonly DecisionChange[]): Html =>
  html`<h2>What changed since it was first told</h2>
    <ul>
      ${changes.map(({ on, words }) => html`<li>${day(on)}: ${words.join(' ')}</li>`)}
    </ul>`;

const actionTable = (actions: readonly DecisionAction[], today: string): Html =>
  html`<table class="stack">
    <thead>
      <tr>
        <th scope="col">Action</th>
        <th scope="col">Owner</th>
        <th scope="col">Due</th>
        <th scope="col">State</th>
      </tr>
    </thead>
    <tbody>
      ${actions.map((action) => {
        const state = stateOfAction(action, today);
        return html`<tr>
          <th scope="row">
            ${action.what}${action.because && html`<br /><span class="quiet">Because: ${action.because}</span>`}${action.effect && html`<br /><span class="quiet">Sign of effect: ${action.effect} Before and after is no proof of cause.</span>`}
          </th>
          <td>${action.owner ?? 'Not stated'}</td>
          <td>${action.due ? day(action.due) : 'No day stated'}</td>
          <td>
            <span class="state ${state}">${stateInWords(state)}</span
            >${action.doneOn && ` ${day(action.doneOn)}`}
          </td>
        </tr>`;
      })}
    </tbody>
  </table>`;
