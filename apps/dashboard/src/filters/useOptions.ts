import { useMemo } from 'react';
import { useAnswer } from '../app/answer';
import { useView } from '../app/view';
import { REPORTS, type Dimension } from '../figures/figure';
import { graphql } from '../gql';
import { useGroups } from './useGroups';

const OPTIONS = graphql(`
  query Options($report: String!, $by: [Dimension!]!, $edition: Int, $working: Boolean) {
    figureColumns(report: $report, by: $by, edition: $edition, working: $working) {
      values {
        dimension
        codes
        names
      }
    }
  }
`);

export interface Option {
  code: string;
  name: string;
}

/** The groups and values of a dimension that occur in the figures being read, with their names. */
export function useOptions(dimension: Dimension | null): Option[] {
  const view = useView();
  const answer = useAnswer({
    query: OPTIONS,
    variables: { report: REPORTS.themes, by: dimension ? [dimension] : [], ...view },
    pause: dimension === null,
  });
  const groups = useGroups(dimension);
  return useMemo(() => {
    const values = answer.data?.figureColumns.values.find((one) => one.dimension === dimension);
    const options = values?.codes.map((code, at) => ({ code, name: values.names[at] ?? code })) ?? [];
    const ordered = options.sort((one, other) =>
      one.name.localeCompare(other.name, 'en-GB', { numeric: true }),
    );
    if (dimension === 'QUARTER') ordered.sort((one, other) => other.code.localeCompare(one.code));
    if (dimension === 'AGE_BAND' || dimension === 'DEPRIVATION') {
      ordered.sort((one, other) => one.code.localeCompare(other.code, 'en-GB', { numeric: true }));
    }
    const grouped = groups.map(({ code, name }) => ({ code, name }));
    // A period is asked for first; of agencies, wards and ages one is, and the many unions of them stand after.
    return dimension === 'QUARTER' ? [...grouped, ...ordered] : [...ordered, ...grouped];
  }, [answer.data, dimension, groups]);
}
