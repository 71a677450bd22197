import { useMemo } from 'react';
import { useAnswer, type Answer } from '../../app/answer';
import { useView } from '../../app/view';
import { REPORTS, type FigureFilter } from '../../figures/figure';
import { graphql } from '../../gql';
import { trendsOf, type TrendColumns, type Trends } from './trends';

const TRENDS = graphql(`
  query Trends($report: String!, $filter: FigureFilter, $edition: Int, $working: Boolean) {
    figureColumns(
      report: $report
      by: [THEME, QUARTER]
      filter: $filter
      edition: $edition
      working: $working
    ) {
      values {
        dimension
        codes
      }
      places
      people
    }
  }
`);

/** People by theme and quarter, every one of them: more cells than a page holds, and the hidden ones would come last. */
export function useTrends(filter: FigureFilter): Answer<Trends> {
  const view = useView();
  const answer = useAnswer({ query: TRENDS, variables: { report: REPORTS.themes, filter, ...view } });
  const columns = answer.data?.figureColumns;
  const data = useMemo(() => columns && trendsOf(columns as TrendColumns), [columns]);
  return { ...answer, data };
}
