import { stateInWords, stateOfAction, stateOfDecision } from '#decisions';
import type { DecisionAction } from '#domain';
import { html, type Html } from '../read/html.js';
import { count, day } from '../read/page.js';
import type { Fate, ThemeFate } from './fate.js';

/** What stands on the page before a code is given, and after one that leads nowhere. */
export function askForCode(problem: string | null): Html {
  const marks = problem ? html` aria-invalid="true" aria-describedby="problem"` : '';
  return html`<h1>Find what became of your answer</h1>
    <p class="lede">The code is on your receipt or slip, like 7KQ2-M4TX-9B0C. No account, no name.</p>
    ${problem && html`<p class="error" role="alert" id="problem">${problem}</p>`}
    <form method="post" action="/answer" autocomplete="off">
      <p>
        <label for="code">Your code</label
        ><input
          type="text"
          id="code"
          name="code"
          required
          maxlength="40"
          spellcheck="false"
          autocapitalize="characters"
          ${marks}
        />
      </p>
      <p><button>Find</button></p>
    </form>
    <h2>What you will see, and what not</h2>
    <p>
      Whether your answer was heard and read, which themes it was put to, and what was decided about them.
      Your words, your name and your postcode are not on that page: whoever holds the code sees it and nothing
      else. A lost code can’t be found again, because we keep no name with it.
    </p>`;
}

export const NO_SUCH_CODE =
  'There is no answer under this code. It may be mistyped, or the answer was taken back.';

type Step = [name: string, reached: boolean, words: string];

/** How far an answer has come, each step with its words. */
function stepsOf({ answer, themes }: Fate, today: string): Step[] {
  const decided = themes.filter(({ decisions }) => decisions.length > 0);
  const done = decided.filter((one) => one.decisions.some((each) => stateOfDecision(each, today) === 'done'));
  const counted = answer.edition ? `counted since edition ${answer.edition}` : 'counted in the next edition';
  const reader = answer.readByPerson ? 'by a person' : 'by the hub’s coder, which people have taught';
  const read = answer.hasText ? `, ${reader}.` : '. It has no words of its own to read.';
  return [
    ['Heard', true, `${day(answer.heardOn)}, and ${counted}.`],
    ['Read', answer.codedOn !== null, answer.codedOn ? `${day(answer.codedOn)}${read}` : 'Not yet.'],
    [
      'Put to themes',
      themes.length > 0,
      themes.length ? `${themes.map(({ name }) => name).join(', ')}.` : 'None yet.',
    ],
    ['Decided', decided.length > 0, `On ${decided.length} of ${themes.length}.`],
    ['Done', done.length > 0, `On ${done.length} of ${themes.length}.`],
  ];
}

function titleOf({ answer, themes }: Fate): string {
  const decided = themes.filter(({ decisions }) => decisions.length > 0).length;
  if (decided === 1) return 'Your answer was read, and something was decided';
  if (decided > 1) return `Your answer was read, and on ${decided} things something was decided`;
  return answer.codedOn ? 'Your answer was read; nothing is decided yet' : 'Your answer was heard';
}

/** What became of one answer. @param said what whoever holds the code has just said of it */
export function fatePage(fate: Fate, today: string, said: 'misread' | null): Html {
  const { answer, engagement, themes, code } = fate;
  const where = [engagement?.title ?? 'an engagement', answer.channel, answer.saidOn && day(answer.saidOn)];
  const steps = stepsOf(fate, today).map(
    ([name, reached, words]) =>
      html`<li${reached ? html` class="reached"` : ''}><strong>${reached ? '✓ ' : ''}${name}</strong><br>${words}</li>`,
  );
  return html`<p><a href="/answer">Another code</a></p>
    <h1>${titleOf(fate)}</h1>
    <p class="lede">Receipt <strong>${code}</strong>: ${where.filter(Boolean).join(', ')}.</p>
    ${said && html`<p class="box" role="status">Thank you. A person looks at it again; what was read wrong is put right in the next edition.</p>`}
    <ol class="steps">
      ${steps}
    </ol>
    ${themes.length > 0 && themeTable(themes, today)}
    <h2>What you can do now</h2>
    ${answer.misread ? html`<p>${lookedAgain(answer.lookedAgainOn)}</p>` : button(code, 'misread', 'Say that we read it wrong', 'A person looks at it again.')}
    ${button(code, 'taken-back', 'Take my answer back', 'It leaves the next edition; past editions keep a count only, and none of your words. This can’t be undone.')}
    <h2>What this page does not show</h2>
    <p>
      Your words, your name and your postcode are not here: whoever holds the code sees this page and nothing
      else. <a href="/how-we-use-information">How we use information</a>
    </p>`;
}

const themeTable = (themes: readonly ThemeFate[], today: string): Html =>
  html`<h2>What you raised, and what became of it</h2>
    <table class="stack">
      <caption class="quiet">
        People who raised the same, as the latest edition tells
      </caption>
      <thead>
        <tr>
          <th scope="col">What you raised</th>
          <th scope="col" class="number">People</th>
          <th scope="col">What became of it</th>
        </tr>
      </thead>
      <tbody>
        ${themes.map((one) => themeRow(one, today))}
      </tbody>
    </table>`;

function themeRow({ name, figure, decisions, promisedBy }: ThemeFate, today: string): Html {
  const people =
    figure && !figure.hidden ? count(figure.people.value) : figure?.withheld ? 'not told yet' : '[c]';
  const became = decisions.map((decision) => {
    const state = stateOfDecision(decision, today);
    const because =
      state === 'will-not-do' && decision.notDoneBecause ? ` Because: ${decision.notDoneBecause}` : '';
    return html`<p>
        <span class="state ${state}">${stateInWords(state)}</span>
        <a href="/read/what-happened/${decision.id}">${decision.title}</a>${because}
      </p>
      ${
        decision.actions.length > 0 &&
        html`<ul>
          ${decision.actions.map((action) => actionLine(action, today))}
        </ul>`
      }`;
  });
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${people}</td>
    <td>${decisions.length ? became : waitingWords(promisedBy, today)}</td>
  </tr>`;
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

const lookedAgain = (on: string | null): string =>
  on === null
    ? 'You told us that we read it wrong. A person looks at it again.'
    : `You told us that we read it wrong. A person looked at it again on ${day(on)}; what stands above is how it is read now.`;

function waitingWords(promisedBy: string | null, today: string): string {
  if (promisedBy === null) return 'No answer yet.';
  return promisedBy < today
    ? `No answer yet. It was promised by ${day(promisedBy)}.`
    : `An answer is promised by ${day(promisedBy)}.`;
}

const button = (code: string, say: string, words: string, note: string): Html =>
  html`<form method="post" action="/answer">
    <input type="hidden" name="code" value="${code}" /><input type="hidden" name="say" value="${say}" />
    <p><button class="second">${words}</button> <span class="quiet">${note}</span></p>
  </form>`;

export const TAKEN_BACK = html`<h1>Your answer is taken back</h1>
  <p class="lede">
    From now on it counts in no new edition. Past editions keep a count only: words of yours that were quoted
    anywhere in them, in decisions or in reports are gone, and nothing that anybody reads there leads back to
    you.
  </p>
  <p>Whoever runs the hub is told, and erases what is left of it.</p>
  <p><a href="/read/what-happened">What happened because people spoke</a></p>`;

export const tooOften = (minutes: number): Html =>
  html`<h1>Too many codes from here</h1>
    <p>Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. Your code stays good.</p>`;
