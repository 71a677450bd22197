import type { FreshnessQuery, FreshnessState } from '../../gql/graphql';

export type SourceLine = FreshnessQuery['freshness']['nodes'][number];

export interface AgencyLines {
  agency: string;
  /** Sources to be named one by one. */
  named: SourceLine[];
  /** How many more are on time, and when the newest of them came. */
  onTime: number;
  lastReceived: string | null;
  /** How old the newest answer of each of those at most is, in the hub's words. */
  words: string;
}

/** Up to so many sources each has a row; beyond, an agency's sources that are on time share one. */
const ALL_NAMED = 9;

const WORST: FreshnessState[] = ['STOPPED', 'LATE', 'NEVER', 'ON_TIME', 'CLOSED'];

const newest = (lines: readonly SourceLine[]): string | null =>
  lines.reduce<string | null>(
    (found, { lastReceived }) => (lastReceived && (!found || lastReceived > found) ? lastReceived : found),
    null,
  );

/** Of several sources that are on time: the age of the one whose newest answer is the oldest. */
function wordsOf(onTime: readonly SourceLine[]): string {
  const [oldest] = onTime
    .filter(({ dataTo }) => dataTo !== null)
    .sort((a, b) => ((a.dataTo ?? '') < (b.dataTo ?? '') ? -1 : 1));
  const age = oldest && /newest answer (?:at most )?(.+)$/.exec(oldest.words)?.[1];
  return age ? `On time, newest answers ${age}${age.startsWith('of ') ? '' : ' at most'}` : 'On time';
}

/** Sources under their agency: whatever is late or stopped is always named. */
export function agencyLines(lines: readonly SourceLine[]): AgencyLines[] {
  const groups = new Map<string, SourceLine[]>();
  for (const line of lines) groups.set(line.agency.name, [...(groups.get(line.agency.name) ?? []), line]);
  return [...groups].map(([agency, own]) => {
    const onTime = own.filter((line) => line.state === 'ON_TIME');
    const together = lines.length > ALL_NAMED && onTime.length > 1;
    const named = own.filter((line) => !together || line.state !== 'ON_TIME');
    named.sort((one, other) => WORST.indexOf(one.state) - WORST.indexOf(other.state));
    return {
      agency,
      named,
      onTime: together ? onTime.length : 0,
      lastReceived: newest(onTime),
      words: wordsOf(onTime),
    };
  });
}
