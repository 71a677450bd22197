import { ageOn, dayNumber } from '../calendar.js';
import type { Person } from '../people/person.js';
import type { Random } from '../random.js';
import { type Camp, CAMPS, STATEMENTS, type StatementPlan } from './statements.js';

/** Code of the source that delivers it. */
export const CONVERSATION_SOURCE = 'council-conversation';

/** The conversation as its agency describes it. */
export const CONVERSATION = {
  key: 'after-dark-conversation',
  title: 'The city after dark: agree, disagree or pass',
  kind: 'conversation',
  participation: 'engagement',
  opens: '2024-10-21',
  closes: '2024-12-13',
  channel: 'online',
  decisionOwner: 'Licensing committee',
  canStillChange: 'The order of the measures in the night-time plan',
  targetCommunities: ['Everyone in the city'],
} as const;

export interface ConversationVoter {
  person: Person;
  camp: Camp;
  /** Seconds since 1970. */
  came: number;
}

export interface ConversationStatement extends StatementPlan {
  /** Place in the list of voters; null of the host. */
  author: number | null;
  /** Seconds since 1970. */
  put: number;
}

/** A vote by places in the lists; of two by one voter on one statement the later stands. */
export interface ConversationVote {
  statement: number;
  voter: number;
  value: -1 | 0 | 1;
  /** Seconds since 1970. */
  at: number;
}

export interface Conversation {
  voters: readonly ConversationVoter[];
  statements: readonly ConversationStatement[];
  votes: readonly ConversationVote[];
}

const DAY = 86_400;
const [OPENS, CLOSES] = [dayNumber(CONVERSATION.opens) * DAY, dayNumber(CONVERSATION.closes) * DAY];
/** One person in so many takes part, and no more than so many. */
const ONE_IN = 12;
const MOST = 320;
const YOUNGEST = 16;
const UNDER_FORTY = 40;

/** Shares of what somebody does with a statement that is shown: a vote at all, a pass, another mind later. */
const VOTES = 0.85;
const PASSES = 0.1;
const CHANGES = 0.02;

/** A conversation in which people of the city vote on statements and add their own. Drawn from a stream of its own: nothing else hangs on it. */
export function holdConversation(random: Random, people: readonly Person[]): Conversation {
  const voters = votersOf(random, people);
  const statements = statementsOf(voters);
  const votes = voters.flatMap((voter, at) =>
    statements.flatMap((statement, place) => votesOn(random, { voter, at }, statement, place)),
  );
  return { voters, statements, votes: votes.sort((a, b) => a.at - b.at || a.voter - b.voter) };
}

function votersOf(random: Random, people: readonly Person[]): ConversationVoter[] {
  const day = OPENS / DAY;
  const adults = people.filter(({ birth }) => ageOn(birth, day) >= YOUNGEST);
  const taking = random.shuffle(adults).slice(0, Math.min(MOST, Math.ceil(people.length / ONE_IN)));
  return taking
    .map((person) => {
      const young = ageOn(person.birth, day) < UNDER_FORTY;
      const camp = CAMPS[random.chance(young ? 0.8 : 0.3) ? 0 : 1];
      return { person, camp, came: OPENS + random.int(CLOSES - OPENS - DAY) };
    })
    .sort((a, b) => a.came - b.came || a.person.index - b.person.index);
}

/** Participants write in the first half of the time, each one statement, five minutes after they came. */
function statementsOf(voters: readonly ConversationVoter[]): ConversationStatement[] {
  const own = STATEMENTS.filter(({ by }) => by !== 'host').length;
  let nth = 0;
  let from = 0;
  return STATEMENTS.flatMap((plan, at): ConversationStatement[] => {
    if (plan.by === 'host') return [{ ...plan, author: null, put: OPENS + at }];
    from = Math.max(from, Math.floor((voters.length * nth++) / (2 * own)));
    const author = voters.findIndex(({ camp }, place) => place >= from && camp === plan.by);
    if (author < 0) return [];
    from = author + 1;
    return [{ ...plan, author, put: voters[author]!.came + 300 }];
  });
}

/** Nobody sees what was put after they had left, but for their own. */
function votesOn(
  random: Random,
  { voter, at }: { voter: ConversationVoter; at: number },
  statement: ConversationStatement,
  place: number,
): ConversationVote[] {
  const vote = (value: ConversationVote['value'], later: number): ConversationVote => ({
    statement: place,
    voter: at,
    value,
    at: voter.came + later,
  });
  if (statement.author === at) return [vote(1, 301)];
  if (statement.put > voter.came || !random.chance(VOTES)) return [];
  const agrees = random.chance(statement.agree[CAMPS.indexOf(voter.camp)]! / 100);
  const first = vote(random.chance(PASSES) ? 0 : agrees ? 1 : -1, 10 * (place + 1));
  return random.chance(CHANGES) ? [first, vote(first.value === 1 ? -1 : 1, 3_600 + place)] : [first];
}
