import type { Dimension } from '../dimensions.js';

/**
 * What a person writes to add a report: data, no code. `reports/<code>/report.ts` exports one by default.
 * What executes it is `askFigures`; GraphQL and the dashboard are generic over reports.
 */
export interface Report {
  /** Kebab-case; the name of its folder. */
  code: string;
  title: string;
  /** What is counted, in words a councillor understands: who is in a figure and how often. Ends with a full stop. */
  definition: string;
  /** Raised when the definition or the meaning of any field changes; part of an edition's hash. */
  version: number;
  /**
   * The report's own dimension(s): what it lists when nothing else is asked, and what its shares are over. A share's
   * base is the people under the same filters without this dimension.
   */
  own: readonly [Dimension, ...Dimension[]];
  /** What it may be cut and filtered by, its own dimension included. */
  dimensions: readonly Dimension[];
  /** `people`: of all people under the filters. `people-who-answered`: only those whose answer is known are the base. */
  measure: 'people' | 'people-who-answered';
  /** Compare each category's share with its share of residents. */
  reference?: 'census-2021';
  /** `most-first`: by released people. `as-listed`: in the order of the dimension's own categories (age, time, ladder). */
  order: 'most-first' | 'as-listed';
}
