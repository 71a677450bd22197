import { linkGroups } from '#linkage';
import { wardByCode, wardByName } from '#domain';
import { mentionedCommunities, saveCommunities, type Transaction } from '#store';

interface Mention {
  kind: string;
  label: string;
  mentions: number;
}
interface Named {
  community: { code: string; kind: string; name: string };
  alias: { kind: string; label: string; community: string; rule: string };
}

/** Communities under one name: geography by code, organisations by record linkage, the others by their plain label. */
export async function linkCommunities(tx: Transaction): Promise<void> {
  const mentions = await mentionedCommunities(tx);
  const named = [
    ...mentions.filter((m) => m.kind === 'geography').map(geography),
    ...organisations(mentions.filter((m) => m.kind === 'organisation')),
    ...mentions
      .filter((m) => m.kind !== 'geography' && m.kind !== 'organisation')
      .map((m) => plain(m, 'same-label')),
  ];
  const communities = new Map(named.map(({ community }) => [community.code, community]));
  await saveCommunities(
    tx,
    [...communities.values()],
    named.map(({ alias }) => alias),
  );
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

function plain(mention: Mention, rule: string): Named {
  const slug = mention.label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const code = `${mention.kind}-${slug || 'unnamed'}`;
  return {
    community: { code, kind: mention.kind, name: mention.label.trim() },
    alias: { kind: mention.kind, label: mention.label, community: code, rule },
  };
}
