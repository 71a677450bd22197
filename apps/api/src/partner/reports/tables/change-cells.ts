import type { Statement } from '#facts';
import { type ChangeState, themeOf } from '#reports';
import type { ReportCell, ReportTable } from '../../../public/reports/content.js';
import { agencyName } from '../../../public/read/decisions-in-html.js';
import { words } from './table-parts.js';

/** A change as a report prints it: the edition's own words with their range, and what they rest on. */
export const CHANGE_COLUMNS = [words('change', 'Change'), words('rests_on', 'Rests on')];

/** What an edition says of a theme's change, like for like. @param scope `city`, or an agency by its own series */
export const saidOfChange = (
  theme: string,
  statements: readonly Statement[],
  scope = 'city',
): Statement | undefined =>
  statements.find((one) => one.scope === scope && one.ward === null && one.theme === theme);

/** What a change rests on, and the names of its consultations apart: beside numbers these leave a column of a word's width. */
function basisOf({ basis }: Statement): [short: string, names: string] {
  const at = basis.indexOf(': ');
  return at < 0 ? [basis, ''] : [`${basis.slice(0, at)}.`, basis.slice(at + 2)];
}

/** Cells of the two columns; of what the edition says nothing of, that nothing was compared. */
export const changeCells = (said: Statement | undefined): [ReportCell, ReportCell] =>
  said ? [said.words, basisOf(said)[0]] : ['Not compared', ''];

/** The consultations that each change of a report rests on, by name: what stands in a report of themes, in the city and by agency. */
export function restsOnTable(
  tables: readonly ReportTable[],
  statements: readonly Statement[],
  agencies: ReadonlyMap<string, { name: string }>,
): ReportTable {
  const told = tables.flatMap(({ code, rows }) =>
    ['F1', 'F6', 'W2'].includes(code) ? rows.flatMap(({ figure }) => figure ?? []) : [],
  );
  const said = told.flatMap((id) => {
    const theme = themeOf(id);
    const [, agency] = /agency=([^/;]+)/.exec(id) ?? [];
    return (theme && saidOfChange(theme, statements, agency)) || [];
  });
  return {
    code: 'A4',
    title: 'What each change rests on',
    measure: 'Consultations that asked the same in both years; nothing else is in the change.',
    columns: [words('theme', 'Theme'), words('where', 'Of'), words('consultations', 'Consultations')],
    rows: [...new Set(said)].flatMap((one) => {
      const [, names] = basisOf(one);
      const where = one.scope === 'city' ? 'the whole city' : agencyName(one.scope, agencies);
      return names
        ? [{ cells: [one.themeName, where, names], figure: null, page: `/themes/${one.theme}` }]
        : [];
    }),
    chart: null,
  };
}

/** What a paper may say of change in the whole city in words of its own: by theme, rises and falls that stand when all themes are compared at once. */
export const changesThatStand = (statements: readonly Statement[]): ReadonlyMap<string, ChangeState> =>
  new Map(
    statements.flatMap(({ scope, ward, theme, verdict, headline }): [string, ChangeState][] =>
      scope === 'city' && ward === null && headline && (verdict === 'rose' || verdict === 'fell')
        ? [[theme, verdict === 'rose' ? 'rise' : 'fall']]
        : [],
    ),
  );

/** What an edition says of a ward beside the rest of the city, with what it rests on; nothing where it compared nothing. */
export const againstCell = (said: Statement | undefined): ReportCell =>
  said ? (said.verdict === 'cannot-compare' ? said.words : `${said.words}. ${said.basis}`) : '';
