import { linkGroups } from '#linkage';
import { wardByCode, wardByName } from '#domain';
import {
  communityWords,
  type CommunityWord,
  markWordsApplied,
  mentionedCommunities,
  saveCommunities,
  type Transaction,
} from '#store';

interface Mention {
  kind: string;
  label: string;
  mentions: number;
}
interface Named {
  community: { code: string; kind: string; name: string };
  alias: { kind: string; label: string; community: string; rule: string };
}

/**
 * Communities under one name: geography by code, organisations by record linkage, the others by their plain label; and whatever a lead
 * has said is another name of one, or stands on the list.
 */
export async function linkCommunities(tx: Transaction): Promise<void> {
  const mentions = await mentionedCommunities(tx);
  const words = await communityWords(tx);
  const found = [
    ...mentions.filter((m) => m.kind === 'geography').map(geography),
    ...organisations(mentions.filter((m) => m.kind === 'organisation')),
    ...mentions
      .filter((m) => m.kind !== 'geography' && m.kind !== 'organisation')
      .map((m) => plain(m, 'same-label')),
  ];
  const named = asSaid(found, words);
  const listed = new Set(words.filter((word) => word.listed).map(({ code }) => code));
  const communities = new Map(named.map(({ community }) => [community.code, community]));
  await saveCommunities(
    tx,
    [...communities.values()].map((one) => ({ ...one, listed: listed.has(one.code) })),
    named.map(({ alias }) => alias),
  );
  await markWordsApplied(tx, words);
}

/**
 * Aliases as a person wants them. A word is kept by the code that a name has by itself: whichever of an organisation's names comes to stand
 * for it, all of them go where one was said to go.
 */
function asSaid(found: readonly Named[], words: readonly CommunityWord[]): Named[] {
  const targets = new Map(words.flatMap(({ code, into }) => (into ? [[code, into] as const] : [])));
  const moved = new Map<string, NonNullable<CommunityWord['into']>>();
  for (const { community, alias } of found) {
    const into = targets.get(community.code) ?? targets.get(codeOf(alias));
    if (into && into.code !== community.code) moved.set(community.code, into);
  }
  return found.map(({ community, alias }) => {
    const into = moved.get(community.code);
    return into
      ? { community: into, alias: { ...alias, community: into.code, rule: 'person' } }
      : { community, alias };
  });
}

function geography(mention: Mention): Named {
  const ward = wardByCode(mention.label.trim()) ?? wardByName(mention.label);
  if (!ward) return plain(mention, 'same-label');
  return {
    community: { code: ward.code, kind: 'geography', name: ward.name },
    alias: { kind: mention.kind, label: mention.label, community: ward.code, rule: 'geography-code' },
  };
}

/** Each organisation takes the name by which it is called most often. */
function organisations(mentions: readonly Mention[]): Named[] {
  const byLabel = new Map(mentions.map((m) => [m.label, m]));
  const { clusters } = linkGroups(mentions.map((m) => ({ id: m.label, name: m.label, postcode: null })));
  return clusters.flatMap(({ members }) => {
    const known = members.flatMap((label) => byLabel.get(label) ?? []);
    const [first] = [...known].sort((a, b) => b.mentions - a.mentions || (a.label < b.label ? -1 : 1));
    if (!first) return [];
    const { community } = plain(first, '');
    return known.map((m) => ({
      community,
      alias: {
        kind: m.kind,
        label: m.label,
        community: community.code,
        rule: m === first ? 'own-name' : 'group-linkage',
      },
    }));
  });
}

/** The code that a name has by itself. */
function codeOf({ kind, label }: Pick<Mention, 'kind' | 'label'>): string {
  const slug = label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${kind}-${slug || 'unnamed'}`;
}

function plain(mention: Mention, rule: string): Named {
  const code = codeOf(mention);
  return {
    community: { code, kind: mention.kind, name: mention.label.trim() },
    alias: { kind: mention.kind, label: mention.label, community: code, rule },
  };
}
