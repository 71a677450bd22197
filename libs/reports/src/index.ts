export {
  checkReportText,
  JUDGEMENT,
  namedIn,
  type ChangeState,
  type CheckResult,
  type FigureState,
  type Looked,
} from './checks.js';
export { readText, themeOf, type FigureShow, type Part } from './text.js';
export { readRisks, type Risk, type RiskView } from './risks.js';
