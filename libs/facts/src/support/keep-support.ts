import type { SupportAct } from '#domain';
import { type CountCell, type DisclosurePolicy, withNoise } from '#disclosure';
import { MINIMUM_ANSWERED } from '#statements';
import {
  engagementsWithSupport,
  hubSecret,
  readNoiseSecret,
  readSupport,
  type SupportedEngagement,
  type Transaction,
} from '#store';
import { keyer, newSecret } from '../publish/keys.js';
import { keepNamed } from '../standing/keep-named.js';
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
  const released = await keepNamed(tx, edition, TABLE, cells, policy);
  return counted.map(({ about: { engagement, countedOn }, proposals }) => ({
    engagement,
    countedOn,
    proposals: bySupport(proposals.flatMap((proposal) => toldOf(proposal, released))),
  }));
}

const valueOf = ({ name }: Named, act: SupportAct): string => `${name}/${act}`;

/** Whom the platform counted is not known: they are weighed as so many people of nobody's set but their own. */
const cellOf = (times: number, key: number, health: boolean): CountCell => ({
  ...{ keys: [], health, people: times, submissions: times, arguments: times },
  noiseKeys: { people: key, submissions: key, arguments: key },
  larger: [],
});

function toldOf(proposal: Named, released: (value: string) => number | null): SupportedProposal[] {
  const counts = proposal.counts.flatMap(({ act }) => {
    const times = released(valueOf(proposal, act));
    return times !== null && times >= MINIMUM_ANSWERED ? [{ act, times }] : [];
  });
  return counts.length === 0 ? [] : [{ text: proposal.released, counts }];
}
