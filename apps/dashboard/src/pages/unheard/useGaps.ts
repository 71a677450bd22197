import { REPORTS, type FigureFilter } from '../../figures/figure';
import { useFigures } from '../../figures/useFigures';

/** Every group at once: age, sex, ethnic group, disability, deprivation, ward where the report has them. */
export const useGaps = (filter: FigureFilter) =>
  useFigures({ report: REPORTS.unheard, by: ['CHARACTERISTIC'], filter });
