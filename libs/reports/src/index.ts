export {
  checkReportText,
  namedIn,
  type ChangeState,
  type CheckResult,
  type FigureState,
  type Looked,
} from './checks.js';
export { readText, themeOf, type Part } from './text.js';
export { readRisks, type Risk, type RiskView } from './risks.js';
