import { createHmac } from 'node:crypto';
import type { SupportAct } from '#domain';
import { cellReleaser, type CountCell, type DisclosurePolicy, withNoise } from '#disclosure';
import { MINIMUM_ANSWERED } from '#statements';
import {
  engagementsWithSupport,
  hubSecret,
  keepStanding,
  readNoiseSecret,
  readSupport,
  type SupportedEngagement,
  storedStanding,
  type Transaction,
} from '#store';
import { OPTION } from '../dimensions.js';
import { newSecret } from '../publish/keys.js';
import { standCells } from '../standing/stand-answers.js';
import { fromStored, ReleasedTable, toStored } from '../standing/stored.js';
import type { FrozenSupport, SupportedProposal } from './frozen-support.js';
import { bySupport, type Proposal, proposalsOf } from './proposals.js';

/** Name of the kept table of support: what the next edition's figures stay by. */
const TABLE = 'support';

/** A proposal under a name that leads to nobody, also once its person is erased. */
interface Named extends Proposal {
  name: string;
}

interface Counted {
  about: SupportedEngagement;
  proposals: Named[];
}

/**
 * Releases what platforms counted of others' support, once and for all, in the transaction that publishes the edition. Each act of a proposal is told by
 * itself, as a count of people would be (the policy's noise, rounded, staying until five have moved), from fifty on; no sums, no two acts together, and
 * nothing of how many proposals have less.
 * @param tx by the worker role, holding `lockFacts`
 * @param waiting submissions of people who are not in the edition yet
 */
export async function keepSupport(
  tx: Transaction,
  edition: number,
  kept: Omit<DisclosurePolicy, 'noise'>,
  waiting: readonly string[],
): Promise<FrozenSupport[]> {
  const engagements = await engagementsWithSupport(tx, waiting);
  if (engagements.length === 0) return [];
  const policy = withNoise(kept, await readNoiseSecret(tx));
  const keyed = keyer(await hubSecret(tx, newSecret()));
  const counted: Counted[] = [];
  for (const about of engagements) {
    const proposals = proposalsOf(await readSupport(tx, about.engagement, waiting)).map((proposal) => ({
      ...proposal,
      name: keyed(`support/${proposal.submission}`).subarray(0, 12).toString('hex'),
    }));
    counted.push({ about, proposals: proposals.sort((a, b) => (a.name < b.name ? -1 : 1)) });
  }
  const cells = counted.flatMap(({ about, proposals }) =>
    proposals.flatMap((proposal) =>
      proposal.counts.map(({ act, times }) => ({
        value: valueOf(proposal, act),
        cell: cellOf(times, keyed(`noise/support/${proposal.submission}/${act}`)[0]!, about.health),
      })),
    ),
  );
  const layout = { dimensions: [OPTION], values: [cells.map(({ value }) => value)] } as const;
  const before = await storedStanding(tx, edition - 1, TABLE);
  const standing = standCells(
    layout,
    new Map<number, CountCell>(cells.map(({ cell }, at) => [at, cell])),
    cellReleaser({ ...policy, sensitive: [...policy.sensitive, OPTION] }, [OPTION]),
    policy,
    before && (await fromStored(before)),
  );
  await keepStanding(tx, edition, { ...(await toStored(standing)), dimensions: TABLE });
  const released = new ReleasedTable(standing);
  return counted.map(({ about: { engagement, countedOn }, proposals }) => ({
    engagement,
    countedOn,
    proposals: bySupport(proposals.flatMap((proposal) => toldOf(proposal, released))),
  }));
}

const keyer = (secret: string): ((of: string) => Buffer) => {
  const pad = Buffer.from(secret, 'hex');
  return (of) => createHmac('sha256', pad).update(of).digest();
};

const valueOf = ({ name }: Named, act: SupportAct): string => `${name}/${act}`;

/** Whom the platform counted is not known: they are weighed as so many people of nobody's set but their own. */
const cellOf = (times: number, key: number, health: boolean): CountCell => ({
  ...{ keys: [], health, people: times, submissions: times, arguments: times },
  noiseKeys: { people: key, submissions: key, arguments: key },
  larger: [],
});

function toldOf(proposal: Named, released: ReleasedTable): SupportedProposal[] {
  const counts = proposal.counts.flatMap(({ act }) => {
    const cell = released.find([valueOf(proposal, act)]);
    return cell && !cell.hidden && cell.people >= MINIMUM_ANSWERED ? [{ act, times: cell.people }] : [];
  });
  return counts.length === 0 ? [] : [{ text: proposal.released, counts }];
}
