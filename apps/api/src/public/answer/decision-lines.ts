import { stateInWords, stateOfAction, stateOfDecision } from '#decisions';
import type { DecisionAction, HeldDecisionRecord } from '#domain';
import { html, type Html } from '../read/html.js';
import { day } from '../read/page.js';
import type { Fate } from './fate.js';

/** A decision with how it stands and what is done about it. */
export function decisionLine(decision: HeldDecisionRecord, today: string, of = ''): Html {
  const state = stateOfDecision(decision, today);
  const because = !decision.willDo && decision.notDoneBecause ? ` Because: ${decision.notDoneBecause}` : '';
  return html`<p>
      <span class="state ${state}">${stateInWords(state)}</span>
      <a href="/read/what-happened/${decision.id}">${decision.title}</a>${of}${because}
    </p>
    ${
      decision.actions.length > 0 &&
      html`<ul>
        ${decision.actions.map((action) => actionLine(action, today))}
      </ul>`
    }`;
}

/** Decisions of some wards or communities alone, each with which: whether whoever spoke is of these, they know and the page does not. */
export const partLines = (
  decisions: readonly HeldDecisionRecord[],
  places: Fate['places'],
  today: string,
): Html | false =>
  decisions.length > 0 &&
  html`<p class="quiet">For a part of the city alone, which may be yours:</p>
    ${decisions.map((decision) => {
      const named = [...decision.wards, ...decision.communities].map(
        (code) => places.get(code)?.name ?? code,
      );
      return decisionLine(decision, today, ` (${named.join(', ')})`);
    })}`;

/** So many are listed; of what is asked every month there may be a hundred. */
const MOST = 10;

/** What was decided after the consultation beside what the answer's themes came to. */
export function decisionsAfter(
  { answer, themes, after, afterInPart, places }: Fate,
  today: string,
): Html | false {
  const [whole, part] = [after.slice(-MOST), afterInPart.slice(-MOST)];
  const left = after.length + afterInPart.length - whole.length - part.length;
  if (whole.length + part.length === 0) return false;
  return html`<h2>${themes.length > 0 ? 'Also decided' : 'Decided'} after people were asked</h2>
    ${whole.map((decision) => decisionLine(decision, today))} ${partLines(part, places, today)}
    ${
      left > 0 &&
      html`<p>
        <a href="/read/what-happened?engagement=${encodeURIComponent(answer.engagement)}"
          >All that was decided about it</a
        >
      </p>`
    }`;
}

/** What is done about it, by whom and by when. */
function actionLine(action: DecisionAction, today: string): Html {
  const state = stateOfAction(action, today);
  const by = action.owner ? `, by ${action.owner}` : '';
  const when =
    state === 'done'
      ? action.doneOn && `, ${day(action.doneOn)}`
      : state !== 'will-not-do' && action.due && `, due ${day(action.due)}`;
  const because = state === 'will-not-do' && action.because ? ` Because: ${action.because}` : '';
  return html`<li>
    <span class="state ${state}">${stateInWords(state)}</span> ${action.what}${by}${when}${because}
  </li>`;
}
