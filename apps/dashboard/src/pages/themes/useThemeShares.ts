import { useMemo } from 'react';
import { useAnswer } from '../../app/answer';
import { useView } from '../../app/view';
import type { FigureFilter } from '../../figures/figure';
import { graphql } from '../../gql';
import type { ThemeSharesQuery } from '../../gql/graphql';

const THEME_SHARES = graphql(`
  query ThemeShares($edition: Int, $agency: String, $community: String) {
    themeShares(edition: $edition, agency: $agency, community: $community) {
      nodes {
        theme
        value
        low
        high
        audited
        method
        tiedWith
      }
    }
  }
`);

/** Share of comments that say a theme, corrected by the blind audit sample. Percent. */
export type HonestShare = NonNullable<ThemeSharesQuery['themeShares']>['nodes'][number];

/** The one agency or community that a filter asks for; null where it asks for something that has no shares of its own. */
function scopeOf(filter: FigureFilter): { agency: string | null; community: string | null } | null {
  const asked = Object.entries(filter).filter(([, values]) => Array.isArray(values) && values.length > 0);
  if (asked.length === 0) return { agency: null, community: null };
  const [[name, values] = ['', []]] = asked;
  const [only, ...more] = values as string[];
  if (asked.length > 1 || more.length > 0 || only === undefined) return null;
  return name === 'agency'
    ? { agency: only, community: null }
    : name === 'community'
      ? { agency: null, community: only }
      : null;
}

/** Honest shares by theme for these filters; empty where the audit sample does not allow any. Undefined while under way. */
export function useThemeShares(filter: FigureFilter): ReadonlyMap<string, HonestShare> | undefined {
  const { edition, working } = useView();
  const key = JSON.stringify(scopeOf(filter));
  const scope = JSON.parse(key) as ReturnType<typeof scopeOf>;
  const pause = scope === null || working;
  const answer = useAnswer({
    query: THEME_SHARES,
    variables: { edition, agency: scope?.agency ?? null, community: scope?.community ?? null },
    pause,
  });
  return useMemo(() => {
    if (pause || answer.error) return new Map();
    if (!answer.data) return undefined;
    return new Map((answer.data.themeShares?.nodes ?? []).map((share) => [share.theme, share]));
  }, [answer.data, answer.error, pause]);
}
