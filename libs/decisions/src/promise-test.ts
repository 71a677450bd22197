import { PARTICIPATION_LEVELS, type HeldDecisionRecord, type ParticipationLevel } from '#domain';
import { monthsAfter } from './waiting.js';

/** What can be evidenced of an engagement. */
export interface PromiseTest {
  declared: ParticipationLevel | null;
  /** The highest step of the ladder up to which there is evidence of each; null where the first is not evidenced. */
  evidenced: ParticipationLevel | null;
  resultsOut: boolean;
  answered: boolean;
  /** A time to answer in is promised. */
  promised: boolean;
  /** Null where nothing was promised, or the day is still to come or not known. */
  inTime: boolean | null;
  citizensDecided: boolean;
  /** By citizens, and not together with them alone. */
  byCitizens: boolean;
  /** Is each step up to what is declared evidenced? Null where nothing is declared. */
  kept: boolean | null;
  /** What it would still take: levels up to the declared one of which the evidence is missing, the lowest first; none where it is kept. */
  missing: ParticipationLevel[];
}

interface Tested {
  id: string;
  participation: ParticipationLevel | null;
  closes: string | null;
  /** An edition tells figures of it. */
  resultsOut: boolean;
}

type Answer = Pick<
  HeldDecisionRecord,
  'engagements' | 'decidedOn' | 'model' | 'origin' | 'evidence' | 'actions'
>;

/** An agency's own record that names what was asked and nothing more says what was heard; an answer it is once something came of it. */
const saysWhatCame = ({ origin, evidence, actions }: Answer): boolean =>
  origin === 'hub' || evidence.length > 0 || actions.some(({ state }) => state !== 'planned');

/**
 * Declared level beside what is evidenced: results out (information), an answer given (consultation), in time (engagement), decided
 * together with citizens (partnership), by citizens (empowerment). Each step counts beyond the one below it: who decided together and never
 * said what came of it has shown no partnership. `citizen-control` is never evidenced by what the hub holds alone,
 * so the highest that it can show is empowerment.
 * @param months that the agency promises to answer within; null where it promises nothing
 * @param today ISO date
 */
export function promiseTest(
  engagement: Tested,
  decisions: readonly Answer[],
  months: number | null,
  today: string,
): PromiseTest {
  const answers = decisions.filter((one) => one.engagements.includes(engagement.id) && saysWhatCame(one));
  const answered = answers.length > 0;
  const by = engagement.closes === null || months === null ? null : monthsAfter(engagement.closes, months);
  const first = answers.flatMap(({ decidedOn }) => (decidedOn === null ? [] : [decidedOn])).sort()[0];
  const inTime = by === null ? null : first !== undefined ? first <= by : today > by ? false : null;
  const models = answers.map(({ model }) => model);
  const byCitizens = models.includes('people');
  const citizensDecided = byCitizens || models.includes('together');
  const { participation: declared, resultsOut } = engagement;
  const there: Record<ParticipationLevel, boolean> = {
    information: resultsOut,
    consultation: answered,
    engagement: inTime === true,
    partnership: citizensDecided,
    empowerment: byCitizens,
    'citizen-control': false,
  };
  const gap = PARTICIPATION_LEVELS.findIndex((level) => !there[level]);
  const evidenced = PARTICIPATION_LEVELS[gap - 1] ?? null;
  const asked = declared === null ? [] : PARTICIPATION_LEVELS.slice(0, stepOf(declared) + 1);
  const missing = asked.filter((level) => !there[level]);
  const kept = declared === null ? null : missing.length === 0;
  const promised = months !== null;
  const shown = { resultsOut, answered, promised, inTime, citizensDecided, byCitizens };
  return { declared, evidenced, ...shown, kept, missing };
}

const stepOf = (level: ParticipationLevel): number => PARTICIPATION_LEVELS.indexOf(level);
