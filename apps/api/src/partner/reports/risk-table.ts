import { readRisks, type RiskView } from '#reports';
import type { ReportDraft } from '#store';
import type { ReportTable } from '../../public/reports/content.js';
import { column, words } from './tables/table-parts.js';

/** Code of the text in which an author writes the risk view. */
export const RISKS = 'risks';

function riskView({ kind, texts }: ReportDraft): RiskView | null {
  const read = readRisks(texts.find(({ code }) => code === RISKS)?.text ?? '');
  return kind === 'theme' && read.ok ? read.view : null;
}

/** The risk view's words without its scores: the checks look at them as at any other text. */
export const riskWords = (draft: ReportDraft): string =>
  (riskView(draft)?.risks ?? [])
    .map(({ risk, scorers }) => `${risk}. ${scorers.replaceAll(/\b[1-5]\b/g, '')}`)
    .join('\n');

/** The tables with F7 in its place, where its author wrote a risk view. */
export function withRisks(tables: ReportTable[], draft: ReportDraft): ReportTable[] {
  const view = riskView(draft);
  if (!view) return tables;
  const at = tables.findIndex(({ code }) => code === 'F8');
  const place = at < 0 ? tables.length : at;
  return [...tables.slice(0, place), riskTable(view), ...tables.slice(place)];
}

const riskTable = ({ scored, risks }: RiskView): ReportTable => ({
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
  rows: risks.map(({ risk, likelihood, impact, evidence, scorers }) => ({
    cells: [risk, likelihood, impact, evidence, scorers],
    figure: null,
  })),
  chart: null,
});
