import { plural } from '../../../figures/format';
import type { SupportAct, VotesQuery } from '../../../gql/graphql';

type Proposal = VotesQuery['votes']['supported'][number];

/** A proposal with its place, from 1: what it is called where its words are not told. */
export type Numbered = Proposal & { place: number };

/** What each act is called over its counts, in the order in which acts are shown. */
export const ACT_WORDS: Readonly<Record<SupportAct, string>> = {
  LIKES: 'Likes',
  DISLIKES: 'Dislikes',
  SUPPORTS: 'Supporters',
  ENDORSEMENTS: 'Endorsements',
  AGREEMENTS: 'Agreements',
  VOTES: 'Votes',
  PICKS: 'Picks',
};

export const numbered = (proposals: readonly Proposal[]): Numbered[] =>
  proposals.map((proposal, at) => ({ ...proposal, place: at + 1 }));

/** How often others did it; null where that is not told. */
export const timesOf = ({ counts }: Proposal, act: SupportAct): number | null =>
  counts.find((each) => each.act === act)?.times ?? null;

/** Acts that any of the proposals has, in the order in which they are shown. */
export const actsOf = (proposals: readonly Proposal[]): SupportAct[] =>
  (Object.keys(ACT_WORDS) as SupportAct[]).filter((act) =>
    proposals.some((proposal) => timesOf(proposal, act) !== null),
  );

/** Letters of a proposal's words that a heading takes. */
const LONGEST = 90;

/** The heading: what most supported, in its words where they are told. */
export function mostSupported([first]: readonly Numbered[]): string {
  const counts = (first?.counts ?? []).filter(({ act }) => act !== 'DISLIKES');
  const [most] = [...counts].sort((a, b) => b.times - a.times);
  if (!first || !most) return 'What others supported on the platform';
  const many = ACT_WORDS[most.act].toLowerCase();
  const said = plural(most.times, many.slice(0, -1), many);
  const { text } = first;
  if (text === null) return `What was supported most has ${said}`;
  const words = text.length > LONGEST ? `${text.slice(0, LONGEST).trimEnd()}…` : text;
  return `Supported most: “${words}” (${said})`;
}
