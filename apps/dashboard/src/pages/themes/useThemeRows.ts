import { useMemo } from 'react';
import { useAnswer, type Answer } from '../../app/answer';
import { useFrame, useView } from '../../app/view';
import { fullQuarters } from '../../charts/scale';
import { keyOf, REPORTS, type FigureFilter } from '../../figures/figure';
import { useFigures, type Figures } from '../../figures/useFigures';
import { graphql } from '../../gql';
import { withShares } from './honest';
import { themeRows, type ThemeRow } from './theme-rows';
import { useTrends } from './useTrends';
import { useThemeShares } from './useThemeShares';

const THEMES = graphql(`
  query Themes($edition: Int) {
    codebook(edition: $edition) {
      code
      version
      title
      themes {
        code
        name
        parent
        definition
        include
        exclude
        examples
      }
    }
  }
`);

/** The codebook of the edition being read. */
export function useCodebook() {
  const { edition } = useView();
  return useAnswer({ query: THEMES, variables: { edition } });
}

/** Codes of the quarters in the figures, oldest first. */
export function useQuarters(filter: FigureFilter): { answer: Answer<Figures>; quarters: string[] } {
  const answer = useFigures({ report: REPORTS.themes, by: ['QUARTER'], filter });
  const quarters = useMemo(() => {
    const codes = (answer.data?.nodes ?? []).flatMap((node) => keyOf(node, 'QUARTER')?.code ?? []);
    return codes.filter((code) => /\d/.test(code)).sort();
  }, [answer.data]);
  return { answer, quarters };
}

export interface Themes {
  figures: Figures;
  rows: ThemeRow[];
}

/** Themes ranked by people, each with its trend. */
export function useThemeRows(filter: FigureFilter, parent: string | null = null): Answer<Themes> {
  const all = useFigures({ report: REPORTS.themes, by: ['THEME'], filter });
  const codebook = useCodebook();
  const shares = useThemeShares(filter);
  const { answer: byQuarter, quarters: everyQuarter } = useQuarters(filter);
  const { edition } = useFrame();
  const { working } = useView();
  // A quarter that is not over would look like a fall.
  const quarters = useMemo(
    () => fullQuarters(everyQuarter, working ? null : (edition?.dataTo ?? null)),
    [everyQuarter, working, edition],
  );
  const trend = useTrends(filter);
  // All parts or none: a column that comes later would make the table jump. A part that failed is left out.
  const parts = [byQuarter, trend];
  const settled = parts.every((part) => part.data !== undefined || part.error !== undefined);
  const data = useMemo(() => {
    if (!all.data || !codebook.data || !shares || !settled) return undefined;
    const tables = {
      all: all.data.nodes,
      statements: all.data.statements,
      trends: trend.data,
      published: !working,
    };
    const rows = themeRows(tables, codebook.data.codebook?.themes ?? [], quarters.slice(-8), parent);
    return { figures: all.data, rows: withShares(rows, shares) };
  }, [all.data, codebook.data, trend.data, quarters, parent, settled, shares, working]);
  return { ...all, error: all.error ?? codebook.error, data };
}
