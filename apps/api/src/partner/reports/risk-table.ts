import { type CheckResult, namedIn, readRisks, type RiskView } from '#reports';
import type { ReportDraft } from '#store';
import { figureAddress } from '../../public/read/figures-in-html.js';
import type { ReportTable } from '../../public/reports/content.js';
import { column, words } from './tables/table-parts.js';

/** Code of the text in which an author writes the risk view. */
export const RISKS = 'risks';

/** What stands in the draft; only a theme's report has a risk view. */
const readOf = ({ kind, texts }: ReportDraft): ReturnType<typeof readRisks> =>
  readRisks(kind === 'theme' ? (texts.find(({ code }) => code === RISKS)?.text ?? '') : '');

function riskView(draft: ReportDraft): RiskView | null {
  const read = readOf(draft);
  return read.ok ? read.view : null;
}

/** The risk view's words without its scores, who scored included: the checks look at them, and at what they name, as at any other text. */
export function riskWords(draft: ReportDraft): string {
  const view = riskView(draft);
  if (!view) return '';
  const lines = view.risks.map(({ risk, scorers }) => `${risk}. ${scorers.replaceAll(/\b[1-5]\b/g, '')}`);
  return [view.scored, ...lines].join('\n');
}

/** Whether the risk view can be read: of one that can't, nothing would be printed. */
export function riskCheck(draft: ReportDraft): CheckResult {
  const read = readOf(draft);
  return {
    code: 'risk-view',
    words: 'The risk view says who scored, and a line a risk',
    stops: read.ok ? [] : [{ section: 'Risk view', words: read.problem }],
  };
}

/**
 * The tables with F7 in its place, where its author wrote a risk view.
 * @param inWords what a cell reads that names figures
 */
export function withRisks(
  tables: ReportTable[],
  draft: ReportDraft,
  inWords: (text: string) => string,
): ReportTable[] {
  const view = riskView(draft);
  if (!view) return tables;
  const at = tables.findIndex(({ code }) => code === 'F8');
  const place = at < 0 ? tables.length : at;
  return [...tables.slice(0, place), riskTable(view, draft.edition, inWords), ...tables.slice(place)];
}

function riskTable(
  { scored, risks }: RiskView,
  edition: number,
  inWords: (text: string) => string,
): ReportTable {
  return {
    code: 'F7',
    title: 'Risk view: a judgement, not a statistic',
    measure: `${scored.replace(/[.]?$/, '.')} Likelihood and impact from 1 to 5. Evidence: A strong, B fair, C thin.`,
    columns: [
      words('risk', 'Risk'),
      column('likelihood', 'Likelihood'),
      column('impact', 'Impact'),
      words('evidence', 'Evidence'),
      words('scorers', 'Scorers'),
    ],
    rows: risks.map(({ risk, likelihood, impact, evidence, scorers }) => {
      const [first] = namedIn([{ text: `${risk} ${scorers}` }]).figures;
      return {
        cells: [inWords(risk), likelihood, impact, evidence, inWords(scorers)],
        figure: null,
        ...(first === undefined ? {} : { page: figureAddress(first, edition) }),
      };
    }),
    chart: null,
  };
}
