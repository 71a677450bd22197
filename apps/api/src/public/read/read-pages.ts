import { yearsDone } from '#decisions';
import { adults, type AnswerPromise, type Census, type HeldDecisionRecord, type Ward } from '#domain';
import type { Edition, Figure, FigureTable, PublishedEngagement, Receipt, RecordedHere } from '#facts';
import { AS_COMPUTER_COUNTED } from '#statements';
import { agencyName, decisionLine } from './decisions-in-html.js';
import {
  codeOf,
  HIDDEN_WORDS,
  inTable,
  nameOf,
  notRanked,
  numberOf,
  people,
  peopleRange,
  share,
} from './figures-in-html.js';
import { html, type Html } from './html.js';
import { count, day, type PageHead } from './page.js';
import {
  counts,
  findWard,
  parted,
  plainCount,
  type Shown,
  stateList,
  takePart,
  withRecords,
} from './page-parts.js';
import { whatWasHeld, whoIsMissing } from './ward-parts.js';
import type { Table } from './reading.js';
import { recordedInHtml } from './recorded-in-html.js';

/**
 * Decisions in a list, those that rest on what people said before the many records of neighbourhood teams.
 * @param all lists these records too
 */
export function decisionsPage(shown: Shown, of: string | null, all: boolean): Html {
  const { decisions, names, today, query } = shown;
  const { tied, records } = parted(decisions);
  const same = all ? withRecords(query) : query;
  return html`<h1>What happened because people spoke${of ? `: ${of}` : ''}</h1>
    <p class="lede">
      Decisions with what was asked, what people said and what came of it; also what will not be done, and
      why.
    </p>
    ${stateList(shown)}
    <h2>${plainCount(tied.length, 'decision that names', 'decisions that name')} what people said</h2>
    <ul>
      ${tied.map((one) => decisionLine(one, names, today))}
    </ul>
    ${
      all &&
      records.length > 0 &&
      html`<h2>Records of agencies, no figure yet: ${records.length}</h2>
        <ul>
          ${records.map((one) => decisionLine(one, names, today))}
        </ul>`
    }
    <p class="on-screen">
      <a href="/what-happened/feed.atom${same}">Follow as a feed</a> ·
      <a href="/what-happened/calendar.ics${same}">Due days as a calendar</a>
    </p>`;
}

/** @param wards as the edition has them */
export function wardsPage({ figures }: Table, wards: readonly Ward[], problem: string | null): Html {
  const byCode = new Map(figures.map((figure) => [codeOf(figure), figure]));
  // People from elsewhere, and those of whom it is not known: without them the rows do not come to the whole.
  const rest = figures.filter((figure) => !wards.some(({ code }) => code === codeOf(figure)));
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
        ${wards.map(
          ({ code, name }) =>
            html`<tr>
              <th scope="row"><a href="/read/wards/${code}">${name}</a></th>
              <td class="number">${people(byCode.get(code))}</td>
            </tr>`,
        )}
        ${rest.map(
          (figure) =>
            html`<tr>
              <th scope="row">${nameOf(figure)}</th>
              <td class="number">${people(figure)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="quiet">${HIDDEN_WORDS}</p>`;
}

interface WardParts extends Shown {
  ward: Ward;
  /** Residents by the edition's census. */
  census: Census;
  here: Table;
  /** Groups of the ward beside residents; null where they are not told. */
  groups: FigureTable | null;
  city: Table;
  edition: Edition;
  recorded: RecordedHere | null;
  promises: readonly AnswerPromise[];
  /** Engagements that can be answered now. */
  open: readonly PublishedEngagement[];
  /** Those that have closed, the latest first. */
  held: readonly PublishedEngagement[];
  /** Every decision, of whatever ward. */
  all: readonly HeldDecisionRecord[];
}

/** What rose is told where it is known; here: what is said in a ward beside the city, and what was done. */
export function wardPage({
  ward,
  census,
  here,
  groups,
  city,
  edition,
  recorded,
  promises,
  open,
  held,
  all,
  ...shown
}: WardParts): Html {
  const { decisions, names, today } = shown;
  const year = Number(today.slice(0, 4));
  const since = parted(decisions).tied.filter(({ decidedOn }) => (decidedOn ?? '') >= `${year - 1}-01-01`);
  return html`<p class="on-screen"><a href="/read/wards">All wards</a></p>
    <h1>${ward.name}</h1>
    <p class="lede">
      ${count(census.residents(ward.code) ?? 0)} residents, ${count(adults(ward.code, census) ?? 0)} of them
      adults (Census 2021).
    </p>
    <h2>Who was heard</h2>
    ${counts(here.total)}
    <h2>What people say here, beside the city</h2>
    ${themesBeside(here, city.figures, ward.code)} ${notRanked(here.figures)}
    <p class="quiet">${HIDDEN_WORDS} ${comparedHere(here, ward.code)}</p>
    <h2>Who is missing</h2>
    ${whoIsMissing(groups)} ${recorded && recordedInHtml(ward.name, recorded)}
    <h2>What was done</h2>
    ${stateList(shown)}
    <h3>Decided since January ${year - 1}</h3>
    <ul>
      ${since.map((one) => decisionLine(one, names, today))}${since.length === 0 && html`<li>Nothing is recorded.</li>`}
    </ul>
    <p class="on-screen">
      <a href="/read/what-happened?ward=${ward.code}">All decisions for ${ward.name}</a> ·
      ${doneYears(decisions).map((one) => html`<a href="/read/what-happened?ward=${ward.code}&amp;doneIn=${one}&amp;records=all">Done in ${one}</a> · `)}
      <a href="/wards/${ward.code}?edition=${edition.number}">Charts and receipts</a>
    </p>
    <h2>What you can take part in</h2>
    ${takePart(open, today)}
    <h2>What was held</h2>
    ${whatWasHeld(held, all, shown)} ${whomToAsk(promises, names)}`;
}

/** The last two years in which anything was done, whenever it was decided. */
const doneYears = (decisions: readonly HeldDecisionRecord[]): number[] =>
  [...new Set(decisions.flatMap(yearsDone))].sort((a, b) => b - a).slice(0, 2);

/** Whom to ask, as agencies say; nothing where none does. */
function whomToAsk(promises: readonly AnswerPromise[], { agencies }: Shown['names']): Html {
  const told = promises.filter(({ contact }) => contact !== null);
  return told.length === 0
    ? html``
    : html`<h2>Whom to contact</h2>
        <ul>
          ${told.map(({ agency, contact }) => html`<li><strong>${agencyName(agency, agencies)}</strong>: ${contact}</li>`)}
        </ul>`;
}

/** What the edition says of a ward beside the rest of the city, by theme. */
const saidOf = ({ statements }: Table, ward: string): ReadonlyMap<string, string> =>
  new Map(statements.flatMap((one) => (one.ward === ward ? [[one.theme, one.words] as const] : [])));

/** How a ward is compared: its share and the city's are never, for where people were asked decides who was heard. */
const comparedHere = (here: Table, ward: string): string =>
  `The city’s share stands beside the ward’s and is not compared with it. ${
    saidOf(here, ward).size > 0
      ? 'Against the rest of the city: within the same consultations, all wards and themes at once.'
      : (here.silent ?? 'Nothing was compared here.')
  }`;

/** Themes of a ward, each beside the city's share, with what the edition says of the two. */
function themesBeside(table: Table, city: readonly Figure[], ward: string): Html {
  const here = table.figures;
  const ofCity = new Map(city.map((figure) => [codeOf(figure), figure]));
  const said = saidOf(table, ward);
  return html`<table class="stack">
    <caption class="quiet">
      Share of people whose words were read, with its 95% range; a person can raise several themes
    </caption>
    <thead>
      <tr>
        <th scope="col">Theme</th>
        <th scope="col" class="number">People</th>
        <th scope="col">Here</th>
        <th scope="col">City</th>
        ${said.size > 0 && html`<th scope="col">Against the rest of the city</th>`}
      </tr>
    </thead>
    <tbody>
      ${inTable(here, 15).themes.map(
        (figure) =>
          html`<tr>
            <th scope="row">${nameOf(figure)}</th>
            <td class="number" data-label="People">${people(figure)}</td>
            <td data-label="Here">${share(figure) || 'too few to say'}</td>
            <td data-label="City">${share(ofCity.get(codeOf(figure)))}</td>
            ${said.size > 0 && html`<td data-label="Against the rest of the city">${said.get(codeOf(figure)) ?? ''}</td>`}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** One figure under an address of its own: what it counts, how it came to be, and how to cite it. */
export function figurePage(figure: Figure, { city, synthetic }: Pick<PageHead, 'city' | 'synthetic'>): Html {
  const { receipt, edition } = figure;
  const number = figure.hidden
    ? (figure.list?.words ?? (figure.withheld ? figure.reason : HIDDEN_WORDS))
    : `${numberOf(figure)} people`;
  const beside = !figure.hidden && figure.asCounted !== null ? AS_COMPUTER_COUNTED : '';
  return html`<h1>${number}: ${nameOf(figure)}</h1>
    <p>${figure.definition}</p>
    ${
      !figure.hidden &&
      html`<dl class="counts">
        <div>
          <dt>submissions${beside}</dt>
          <dd>${count(figure.submissions)}</dd>
        </div>
        <div>
          <dt>people, ${peopleRange(figure.people)}</dt>
          <dd>${numberOf(figure)}</dd>
        </div>
        <div>
          <dt>distinct arguments${beside}</dt>
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
    </p>
    ${
      edition &&
      html`<p class="quiet">
        Cite as: ${number}, ${nameOf(figure)}. Co-operative Brain ${city},
        ${`edition ${edition.number}, fingerprint ${edition.fingerprint}`}, published
        ${day(edition.publishedAt)}, figure ${figure.id}.
        ${synthetic && 'Synthetic data: every person is made up.'}
      </p>`
    }`;
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
