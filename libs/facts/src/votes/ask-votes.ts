import {
  type Percentages,
  percentages,
  type StatementStanding,
  standingOf,
  type Tally,
  votedOn,
} from '#statements';
import { type Database, readVotedOn, readVotes, recordLook, sessionIsAnalyst, wordsThatStand } from '#store';
import { counterOf } from '../ask/edition-counters.js';
import { findEdition } from '../ask/editions.js';
import type { Access, Edition } from '../ask/figure-shapes.js';
import { refuse, type Refusal } from '../ask/question.js';
import type { FrozenSupport, SupportedProposal } from '../support/frozen-support.js';
import { supportAsCounted } from '../support/support-as-counted.js';
import type { FrozenVotedOn, FrozenVotes } from './frozen-votes.js';
import { type CountedVotes, countVotes } from './vote-table.js';

export interface VotesQuestion {
  /** agency/key */
  engagement: string;
  edition?: number | null;
  /** True counts of the own agencies, with every group; for an analyst's session only. */
  working?: boolean;
}

/** Votes on one statement. People are null where hidden. */
export interface VotedStatement {
  key: string;
  /** Null where its words were not released. */
  text: string | null;
  host: boolean;
  voted: number | null;
  agree: number | null;
  disagree: number | null;
  pass: number | null;
  /** Whole percents of those who voted on it, adding to 100 with what is hidden; null where hidden or under fifty voted. */
  agreePercent: number | null;
  disagreePercent: number | null;
  passPercent: number | null;
  standing: StatementStanding | null;
  agreedInAll: boolean | null;
  /** Group-informed consensus, 0 to 1; of working figures alone. */
  consensus: number | null;
  /** Of working figures alone: the votes of each group, the largest first. */
  byGroup: Tally[];
}

export interface Votes {
  engagement: string;
  edition: Edition | null;
  working: boolean;
  voters: number | null;
  /** Sizes of the groups of opinion, the largest first; null under fifty. */
  groups: (number | null)[];
  statements: VotedStatement[];
  /** What others did for or against proposals, as the platform counted: no people. The most first; in public from fifty on. */
  supported: SupportedProposal[];
  /** Day (ISO) on which the newest of these counts was delivered; null where there are none. */
  supportCountedOn: string | null;
}

export type VotesAnswer = { ok: true; votes: Votes } | Refusal;

/**
 * The votes on the statements of one engagement: of an edition as they were released when it was published, or true ones for an analyst.
 * @param db opened as the published role; for an analyst's working figures as the workbench role
 */
export async function askVotes(db: Database, question: VotesQuestion, access: Access): Promise<VotesAnswer> {
  const { engagement } = question;
  if (question.working) {
    const no = refuse('not-allowed', 'Working figures are for signed-in analysts.');
    if (access.kind !== 'analyst') return no;
    return db.transaction(async (tx) => {
      if (!(await sessionIsAnalyst(tx))) return no;
      await recordLook(tx, 'exact-figures-read', engagement, { by: ['votes'] });
      const counted = countVotes(await readVotes(tx, engagement), await readVotedOn(tx, engagement));
      return { ok: true, votes: working(engagement, counted, await supportAsCounted(tx, engagement)) };
    }, access.session);
  }
  const found = await findEdition(db, question.edition ?? null);
  if (!found) return refuse('unknown-edition', 'There is no such edition.');
  const { edition } = found;
  const { frozen } = await counterOf(db, found);
  const votes = frozen?.votes.find((each) => each.engagement === engagement);
  const support = frozen?.support.find((each) => each.engagement === engagement);
  return { ok: true, votes: await told(db, { engagement, edition, votes, support }) };
}

/** Votes and support as an edition keeps them, without the words of whoever was erased since. */
async function told(
  db: Database,
  kept: {
    engagement: string;
    edition: Edition;
    votes?: FrozenVotes | undefined;
    support?: FrozenSupport | undefined;
  },
): Promise<Votes> {
  const { engagement, edition, votes, support } = kept;
  const statements = votes?.statements ?? [];
  const proposals = support?.proposals ?? [];
  const released = [...statements.filter(({ host }) => !host), ...proposals].flatMap(
    ({ text }) => text ?? [],
  );
  const stand = await wordsThatStand(db, engagement.split('/')[0]!, released);
  const standing = (text: string | null): string | null => (text !== null && stand.has(text) ? text : null);
  return {
    ...{ engagement, edition, working: false },
    voters: votes?.voters ?? null,
    groups: votes?.groups ?? [],
    statements: statements.map((statement) => ({
      ...statement,
      text: statement.host ? statement.text : standing(statement.text),
      ...percentsOf(statement),
      consensus: null,
      byGroup: [],
    })),
    supported: proposals.map((proposal) => ({ ...proposal, text: standing(proposal.text) })),
    supportCountedOn: support?.countedOn ?? null,
  };
}

function working(
  engagement: string,
  { voters, groupOf, groups, statements }: CountedVotes,
  support: FrozenSupport | null,
): Votes {
  return {
    engagement,
    edition: null,
    working: true,
    voters: voters.length,
    groups: Array.from({ length: groups }, (_, group) => groupOf.filter((of) => of === group).length),
    statements: statements.map(({ key, text, host, tally, byGroup, consensus, agreedInAll }) => {
      const told = { voted: votedOn(tally), ...tally };
      const standing = standingOf(tally);
      return { key, text, host, ...told, ...percentsOf(told), standing, agreedInAll, consensus, byGroup };
    }),
    supported: support?.proposals ?? [],
    supportCountedOn: support?.countedOn ?? null,
  };
}

type Percents = Pick<VotedStatement, 'agreePercent' | 'disagreePercent' | 'passPercent'>;

function percentsOf({ voted, agree, disagree, pass }: Pick<FrozenVotedOn, 'voted' | keyof Tally>): Percents {
  const options = Object.entries({ agree, disagree, pass }).map(([code, people]) => ({ code, people }));
  const shares: Percentages | null = percentages(options, voted);
  const of = (code: string): number | null =>
    shares?.options.find((option) => option.code === code)?.percent ?? null;
  return { agreePercent: of('agree'), disagreePercent: of('disagree'), passPercent: of('pass') };
}
