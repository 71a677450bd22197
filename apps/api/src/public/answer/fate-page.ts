import { stateOfDecision } from '#decisions';
import { NO_ANSWER, OTHER, type HeldDecisionRecord } from '#domain';
import { html, type Html } from '../read/html.js';
import { count, day } from '../read/page.js';
import { decisionLine, decisionsAfter, partLines } from './decision-lines.js';
import type { Fate, ThemeFate } from './fate.js';

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
    ${themes.length > 0 && themeTable(fate, today)} ${decisionsAfter(fate, today)}
    <h2>What you can do now</h2>
    ${misreading(fate)}
    ${button(code, 'taken-back', 'Take my answer back', 'It leaves the next edition; past editions keep a count only, and none of your words. This can’t be undone.')}
    <h2>What this page does not show</h2>
    <p>
      Your words, your name and your postcode are not here: whoever holds the code sees this page and nothing
      else. <a href="/how-we-use-information">How we use information</a>
    </p>`;
}

type Step = [name: string, reached: boolean, words: string];

/** How far an answer has come, each step with its words. One without words of its own is put to no theme. */
function stepsOf(fate: Fate, today: string): Step[] {
  const { answer, themes, after } = fate;
  const decided = themes.filter(({ decisions }) => decisions.length > 0);
  const isDone = (one: HeldDecisionRecord): boolean => stateOfDecision(one, today) === 'done';
  const done = decided.filter(({ decisions }) => decisions.some(isDone));
  const [afterDone, inPart] = [after.filter(isDone).length, decidedInPart(fate)];
  const since = answer.edition ? `counted since edition ${answer.edition}` : 'counted';
  const counted = answer.counted ? since : 'not in an edition yet';
  const reader = answer.readByPerson ? 'by a person' : 'by the hub’s coder, which people have taught';
  const read = answer.hasText ? `, ${reader}.` : '. It has no words of its own to read.';
  const isNamed = themes.length + answer.ownThemes.length > 0;
  const toThemes: Step = ['Put to themes', isNamed, themesInWords(fate)];
  const isAnyDecided = decided.length + after.length > 0 || inPart;
  return [
    ['Heard', true, `${day(answer.heardOn)}, and ${counted}.`],
    ['Read', answer.codedOn !== null, answer.codedOn ? `${day(answer.codedOn)}${read}` : 'Not yet.'],
    ...(answer.codedOn !== null && !answer.hasText ? [] : [toThemes]),
    [
      'Decided',
      isAnyDecided,
      isAnyDecided || themes.length > 0
        ? howMany(fate, decided.length, after.length, inPart)
        : 'Nothing yet.',
    ],
    [
      'Done',
      done.length + afterDone > 0,
      isAnyDecided || themes.length > 0 ? howMany(fate, done.length, afterDone, false) : 'Nothing yet.',
    ],
  ];
}

function themesInWords({ answer, themes }: Fate): string {
  const named = [...themes.map(({ name }) => name), ...answer.ownThemes];
  if (named.length > 0) return `${named.join(', ')}.`;
  if (answer.themes.includes(OTHER)) return 'It speaks of something that has no theme of its own.';
  return answer.themes.includes(NO_ANSWER) ? 'It says nothing of a subject.' : 'None yet.';
}

/** "On 1 of 2. 3 decisions more after people were asked." */
function howMany({ themes }: Fate, on: number, after: number, inPart: boolean): string {
  const more = themes.length > 0 ? ' more' : '';
  return [
    themes.length > 0 && `On ${on} of ${themes.length}.`,
    (after > 0 || (themes.length === 0 && !inPart)) &&
      `${after} ${after === 1 ? 'decision' : 'decisions'}${more} after people were asked.`,
    inPart && 'For a part of the city alone there is more.',
  ]
    .filter(Boolean)
    .join(' ');
}

const decidedInPart = ({ themes, afterInPart }: Fate): boolean =>
  afterInPart.length > 0 || themes.some(({ inPart }) => inPart.length > 0);

function titleOf(fate: Fate): string {
  const { answer, themes, after } = fate;
  const opening = answer.codedOn && answer.hasText ? 'Your answer was read' : 'Your answer was heard';
  const decided = themes.filter(({ decisions }) => decisions.length > 0).length;
  if (decided === 1) return `${opening}, and something was decided`;
  if (decided > 1) return `${opening}, and on ${decided} things something was decided`;
  if (after.length > 0) return `${opening}, and something was decided after people were asked`;
  if (decidedInPart(fate)) return `${opening}, and something was decided for a part of the city`;
  return answer.codedOn ? `${opening}; nothing is decided yet` : opening;
}

const themeTable = ({ themes, places }: Fate, today: string): Html =>
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
        ${themes.map((one) => themeRow(one, places, today))}
      </tbody>
    </table>`;

function themeRow(one: ThemeFate, places: Fate['places'], today: string): Html {
  const { name, figure, decisions, inPart, promisedBy } = one;
  const people =
    figure && !figure.hidden ? count(figure.people.value) : figure?.withheld ? 'not told yet' : '[c]';
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="number">${people}</td>
    <td>
      ${decisions.length ? decisions.map((decision) => decisionLine(decision, today)) : html`<p>${waitingWords(promisedBy, today)}</p>`}
      ${partLines(inPart, places, today)}
    </td>
  </tr>`;
}

/** Whoever was told wrong what they said says so; once a person has looked, again. */
function misreading({ answer, code }: Fate): Html {
  if (answer.misread) return html`<p>You told us that we read it wrong. A person looks at it again.</p>`;
  const say = button(code, 'misread', 'Say that we read it wrong', 'A person looks at it again.');
  if (answer.lookedAgainOn === null) return say;
  return html`<p>
      You told us that we read it wrong. A person looked at it again on ${day(answer.lookedAgainOn)}; what
      stands above is how it is read now.
    </p>
    ${say}`;
}

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
