import {
  PARTICIPATION_LEVELS,
  type DecisionDraft,
  type HeldDecisionRecord,
  type ParticipationLevel,
} from '#domain';
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
 * together with citizens (partnership), by citizens (empowerment). `citizen-control` is never evidenced by what the hub holds alone,
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
  const citizensDecided = models.includes('together') || models.includes('people');
  const evidenced = evidencedLevel(engagement.resultsOut, answered, inTime, models);
  const { participation: declared } = engagement;
  const kept = declared === null ? null : evidenced !== null && stepOf(evidenced) >= stepOf(declared);
  const { resultsOut } = engagement;
  const there: readonly [ParticipationLevel, boolean][] = [
    ['information', resultsOut],
    ['consultation', answered],
    ['engagement', inTime === true],
    ['partnership', citizensDecided],
    ['empowerment', models.includes('people')],
    ['citizen-control', false],
  ];
  const missing = there.flatMap(([level, shown]) =>
    kept === false && declared !== null && !shown && stepOf(level) <= stepOf(declared) ? [level] : [],
  );
  return { declared, evidenced, resultsOut, answered, inTime, citizensDecided, kept, missing };
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
