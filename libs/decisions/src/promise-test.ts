import { PARTICIPATION_LEVELS, type DecisionDraft, type ParticipationLevel } from '#domain';
import { monthsAfter } from './waiting.js';

/** What can be evidenced of an engagement. */
export interface PromiseTest {
  declared: ParticipationLevel | null;
  /** The highest step of the ladder for which there is evidence; null where there is none at all. */
  evidenced: ParticipationLevel | null;
  resultsOut: boolean;
  answered: boolean;
  /** Null where nothing was promised, or the day is still to come. */
  inTime: boolean | null;
  citizensDecided: boolean;
  /** Is what is declared evidenced? Null where nothing is declared. */
  kept: boolean | null;
}

interface Tested {
  id: string;
  participation: ParticipationLevel | null;
  closes: string | null;
  /** An edition tells figures of it. */
  resultsOut: boolean;
}

/**
 * Declared level beside what is evidenced: results out (information), an answer given (consultation), in time (engagement), decided
 * together with citizens (partnership), by citizens (empowerment). `citizen-control` is never evidenced by what the hub holds alone,
 * so the highest that it can show is empowerment.
 * @param months that the agency promises to answer within; null where it promises nothing
 * @param today ISO date
 */
export function promiseTest(
  engagement: Tested,
  decisions: readonly Pick<DecisionDraft, 'engagements' | 'decidedOn' | 'model'>[],
  months: number | null,
  today: string,
): PromiseTest {
  const answers = decisions.filter(({ engagements }) => engagements.includes(engagement.id));
  const answered = answers.length > 0;
  const by = engagement.closes === null || months === null ? null : monthsAfter(engagement.closes, months);
  const first = answers.flatMap(({ decidedOn }) => (decidedOn === null ? [] : [decidedOn])).sort()[0];
  const inTime = by === null ? null : first !== undefined ? first <= by : today > by ? false : null;
  const models = answers.map(({ model }) => model);
  const citizensDecided = models.includes('together') || models.includes('people');
  const evidenced = evidencedLevel(engagement.resultsOut, answered, inTime, models);
  const { participation: declared } = engagement;
  const kept = declared === null ? null : evidenced !== null && stepOf(evidenced) >= stepOf(declared);
  return { declared, evidenced, resultsOut: engagement.resultsOut, answered, inTime, citizensDecided, kept };
}

function evidencedLevel(
  resultsOut: boolean,
  answered: boolean,
  inTime: boolean | null,
  models: readonly DecisionDraft['model'][],
): ParticipationLevel | null {
  if (answered && models.includes('people')) return 'empowerment';
  if (answered && models.includes('together')) return 'partnership';
  if (resultsOut && answered && inTime === true) return 'engagement';
  if (resultsOut && answered) return 'consultation';
  return resultsOut || answered ? 'information' : null;
}

const stepOf = (level: ParticipationLevel): number => PARTICIPATION_LEVELS.indexOf(level);
