import type { HeldDecisionRecord } from '#domain';
import type { FigureTable, PublishedEngagement } from '#facts';
import { agencyName, plain } from './decisions-in-html.js';
import { besideResidents, isOfPeople, nameOf } from './figures-in-html.js';
import { html, type Html } from './html.js';
import { day } from './page.js';
import type { Shown } from './page-parts.js';

/** Engagements of the city that tell what was held, the latest of them. */
export const MOST_HELD = 8;

const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * Who is missing among those heard in a ward: what the edition says over its groups, and those that are clearly heard less than their share of residents,
 * the widest gap first, with both shares.
 * @param groups null where so many would be hidden that they are not told
 */
export function whoIsMissing(groups: FigureTable | null): Html {
  const said = groups?.underHeard ?? null;
  if (!groups || !said?.heading)
    return html`<p>Too few people of this ward were heard to tell who is missing.</p>`;
  const rows = said.codes.flatMap((code) => groups.figures.find(({ keys }) => keys[0]?.code === code) ?? []);
  const lines = rows.filter(isOfPeople).flatMap((figure) => {
    const shares = besideResidents(figure);
    return shares === null
      ? []
      : [
          html`<tr>
            <th scope="row">${nameOf(figure)}</th>
            <td class="number">${tenths.format(shares.heard)}%</td>
            <td class="number">${tenths.format(shares.residents)}%</td>
          </tr>`,
        ];
  });
  return html`<p>${said.heading}.</p>
    ${
      lines.length > 0 &&
      html`<table>
        <caption class="quiet">
          Share of the people heard here whose answer is known, beside the share of residents (Census 2021;
          deprivation 2019); not weighted
        </caption>
        <thead>
          <tr>
            <th scope="col">Group</th>
            <th scope="col" class="number">Heard</th>
            <th scope="col" class="number">Residents</th>
          </tr>
        </thead>
        <tbody>
          ${lines}
        </tbody>
      </table>`
    }`;
}

/** Whether an engagement was answered, and by how many decisions. @param decisions all of them, of whatever ward */
export function answersInWords(
  { id }: PublishedEngagement,
  decisions: readonly HeldDecisionRecord[],
): string {
  const many = decisions.filter(({ engagements }) => engagements.includes(id)).length;
  return many === 0 ? 'no answer yet' : many === 1 ? 'a decision' : `${many} decisions`;
}

/** What was asked in the city and has closed, the latest first, and whether it was answered. @param decisions all of them, of whatever ward */
export function whatWasHeld(
  held: readonly PublishedEngagement[],
  decisions: readonly HeldDecisionRecord[],
  { names: { agencies } }: Shown,
): Html {
  if (held.length === 0) return html`<p>Nothing that was held has closed yet.</p>`;
  return html`<ul>
      ${held.slice(0, MOST_HELD).map((one) => html`<li><a href="/engagements/${one.agency}/${one.key}">${plain(one.title)}</a>, ${agencyName(one.agency, agencies)}, closed ${day(one.closes!)}: ${answersInWords(one, decisions)}</li>`)}
    </ul>
    <p class="quiet">The latest in the city, also of other wards.</p>`;
}
