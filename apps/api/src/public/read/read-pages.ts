import { adults, residents, type Ward, WARDS } from '#domain';
import type { Edition, Figure, Receipt, RecordedHere } from '#facts';
import { decisionLine } from './decisions-in-html.js';
import {
  codeOf,
  HIDDEN_WORDS,
  isNamed,
  isRanked,
  nameOf,
  notRanked,
  people,
  share,
} from './figures-in-html.js';
import { html, type Html } from './html.js';
import { count } from './page.js';
import { counts, findWard, type Shown, stateList } from './page-parts.js';
import type { Table } from './reading.js';
import { recordedInHtml } from './recorded-in-html.js';

/** Decisions in a list, those of the hub before the many records of neighbourhood teams. */
export function decisionsPage(shown: Shown, of: string | null): Html {
  const { decisions, names, today } = shown;
  const own = decisions.filter(({ origin }) => origin === 'hub');
  const records = decisions.filter(({ origin }) => origin === 'pulled');
  return html`<h1>What happened because people spoke${of ? `: ${of}` : ''}</h1>
    <p class="lede">
      Decisions with what was asked, what people said and what came of it; also what will not be done, and
      why.
    </p>
    ${stateList(shown)}
    <h2>${own.length} decisions that name what people said</h2>
    <ul>
      ${own.map((one) => decisionLine(one, names, today))}
    </ul>
    ${
      records.length > 0 &&
      html`<h2>${records.length} records of agencies, no figure yet</h2>
        <ul>
          ${records.map((one) => decisionLine(one, names, today))}
        </ul>`
    }
    <p>
      <a href="/what-happened/feed.atom">Follow as a feed</a> ·
      <a href="/what-happened/calendar.ics">Due days as a calendar</a>
    </p>`;
}

export function wardsPage({ figures }: Table, problem: string | null): Html {
  const byCode = new Map(figures.map((figure) => [codeOf(figure), figure]));
  return html`<h1>Wards</h1>
    ${findWard(problem)}
    <table>
      <caption class="quiet">
        People heard by ward
      </caption>
      <thead>
        <tr>
          <th scope="col">Ward</th>
          <th scope="col" class="number">People heard</th>
        </tr>
      </thead>
      <tbody>
        ${WARDS.map(
          ({ code, name }) =>
            html`<tr>
              <th scope="row"><a href="/read/wards/${code}">${name}</a></th>
              <td class="number">${people(byCode.get(code))}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="quiet">${HIDDEN_WORDS}</p>`;
}

interface WardParts extends Shown {
  ward: Ward;
  here: Table;
  city: Table;
  edition: Edition;
  recorded: RecordedHere | null;
}

/** What rose is told where it is known; here: what is said in a ward beside the city, and what was done. */
export function wardPage({ ward, here, city, edition, recorded, ...shown }: WardParts): Html {
  const { decisions, names, today } = shown;
  const year = Number(today.slice(0, 4));
  const ofCity = new Map(city.figures.map((figure) => [codeOf(figure), figure]));
  const since = decisions.filter(({ decidedOn }) => (decidedOn ?? '') >= `${year - 1}-01-01`);
  return html`<p><a href="/read/wards">All wards</a></p>
    <h1>${ward.name}</h1>
    <p class="lede">
      ${count(residents(ward.code) ?? 0)} residents, ${count(adults(ward.code) ?? 0)} of them adults (Census
      2021).
    </p>
    <h2>Who was heard</h2>
    ${counts(here.total)}
    <h2>What people say here, beside the city</h2>
    <table>
      <caption class="quiet">
        Share of people whose words were read, with its 95% range; a person can raise several themes
      </caption>
      <thead>
        <tr>
          <th scope="col">Theme</th>
          <th scope="col" class="number">People</th>
          <th scope="col">Here</th>
          <th scope="col">City</th>
        </tr>
      </thead>
      <tbody>
        ${here.figures
          .filter((figure) => isNamed(figure) && isRanked(figure))
          .slice(0, 15)
          .map(
            (figure) =>
              html`<tr>
                <th scope="row">${nameOf(figure)}</th>
                <td class="number">${people(figure)}</td>
                <td>${share(figure) || 'too few to say'}</td>
                <td>${share(ofCity.get(codeOf(figure)))}</td>
              </tr>`,
          )}
      </tbody>
    </table>
    ${notRanked(here.figures)}
    <p class="quiet">${HIDDEN_WORDS} Ranges that overlap say no difference.</p>
    ${recorded && recordedInHtml(ward.name, recorded)}
    <h2>What was done</h2>
    ${stateList(shown)}
    <h3>Decided since January ${year - 1}</h3>
    <ul>
      ${since.map((one) => decisionLine(one, names, today))}${since.length === 0 && html`<li>Nothing is recorded.</li>`}
    </ul>
    <p>
      <a href="/read/what-happened?ward=${ward.code}">All decisions for ${ward.name}</a> ·
      <a href="/wards/${ward.code}?edition=${edition.number}">Charts and receipts</a>
    </p>`;
}

/** One figure under an address of its own: what it counts, and how it came to be. */
export function figurePage(figure: Figure): Html {
  const { receipt, edition } = figure;
  const number = figure.hidden
    ? (figure.list?.words ?? (figure.withheld ? figure.reason : HIDDEN_WORDS))
    : `${count(figure.people.value)} people`;
  return html`<h1>${number}: ${nameOf(figure)}</h1>
    <p>${figure.definition}</p>
    ${
      !figure.hidden &&
      html`<dl class="counts">
        <div>
          <dt>submissions</dt>
          <dd>${count(figure.submissions)}</dd>
        </div>
        <div>
          <dt>people, ${count(figure.people.low)} to ${count(figure.people.high)}</dt>
          <dd>${count(figure.people.value)}</dd>
        </div>
        <div>
          <dt>distinct arguments</dt>
          <dd>${count(figure.arguments)}</dd>
        </div>
      </dl>`
    }
    <h2>From records to this figure</h2>
    ${stepsTable(receipt)}
    <p class="quiet">
      Figure
      <code>${figure.id}</code
      >${edition && ` of edition ${edition.number}, fingerprint ${edition.fingerprint}`}.
      ${edition && html`<a href="/figures/${figure.id}?edition=${edition.number}">Run it again</a>`}
    </p>`;
}

/** From records to a figure, step by step, and what was done so that nobody can be picked out. */
export const stepsTable = (receipt: Receipt): Html =>
  html`<table>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col" class="number">Count</th>
        </tr>
      </thead>
      <tbody>
        ${receipt.steps.map(
          (step) =>
            html`<tr>
              <th scope="row">
                ${step.kind === 'less' ? 'less ' : ''}${step.name}${step.note && html`<br /><span class="quiet">${step.note}</span>`}
              </th>
              <td class="number">${step.count === null ? '[c]' : count(step.count)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="quiet">${receipt.suppression}</p>`;
