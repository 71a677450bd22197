import { type DisclosurePolicy, withNoise } from '#disclosure';
import { MINIMUM_ANSWERED, standingOfTold } from '#statements';
import {
  engagementsWithVotes,
  hubSecret,
  readNoiseSecret,
  readVotedOn,
  readVotes,
  type Transaction,
} from '#store';
import { newSecret } from '../publish/keys.js';
import { keepNamed } from '../standing/keep-named.js';
import type { FrozenVotedOn, FrozenVotes } from './frozen-votes.js';
import { groupName, statementName, voteCells, VOTERS } from './release-votes.js';
import { type CountedStatement, countVotes } from './vote-table.js';

/** Name of the kept table of votes: what the next edition's figures stay by. */
const TABLE = 'votes';

/**
 * Releases the votes of every engagement, once and for all, in the transaction that publishes the edition.
 * @param tx by the worker role, holding `lockFacts`
 */
export async function keepVotes(
  tx: Transaction,
  edition: number,
  kept: Omit<DisclosurePolicy, 'noise'>,
): Promise<FrozenVotes[]> {
  const engagements = await engagementsWithVotes(tx);
  if (engagements.length === 0) return [];
  const policy = withNoise(kept, await readNoiseSecret(tx));
  const secret = await hubSecret(tx, newSecret());
  const counted = [];
  for (const { engagement, health } of engagements) {
    const votes = countVotes(await readVotes(tx, engagement), await readVotedOn(tx, engagement));
    counted.push({ engagement, votes, cells: voteCells(engagement, votes, { secret, health }) });
  }
  const named = counted.flatMap(({ engagement, cells }) =>
    cells.map(({ name, cell }) => ({ value: valueOf(engagement, name), cell })),
  );
  const released = await keepNamed(tx, edition, TABLE, named, policy);
  return counted.map(({ engagement, votes }) => {
    const people = (name: string): number | null => released(valueOf(engagement, name));
    const sizes = Array.from({ length: votes.groups }, (_, group) => people(groupName(group)));
    return {
      engagement,
      voters: people(VOTERS),
      // Who is in a group follows from everybody's votes: of small ones no size is told. What is agreed in all of them is, whatever their sizes: it has no counts by group.
      groups: sizes.map((size) => (size !== null && size >= MINIMUM_ANSWERED ? size : null)),
      statements: votes.statements.map((statement) => toldOf(statement, people)),
    };
  });
}

const valueOf = (engagement: string, name: string): string => `${engagement}\u0000${name}`;

function toldOf(statement: CountedStatement, people: (name: string) => number | null): FrozenVotedOn {
  const { key, host, text, released } = statement;
  const of = (what: string): number | null => people(statementName(key, what));
  const [voted, agree, disagree, pass] = [of('voted'), of('agree'), of('disagree'), of('pass')];
  const whole = voted !== null && voted >= MINIMUM_ANSWERED;
  return {
    key,
    host,
    text: host ? text : released,
    ...{ voted, agree, disagree, pass },
    standing: whole ? standingOfTold({ voted, agree, disagree, pass }) : null,
    agreedInAll: whole ? statement.agreedInAll : null,
  };
}
