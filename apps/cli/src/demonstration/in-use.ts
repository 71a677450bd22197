import type { HubContents } from '#store';

/** What is in a hub, in words: "1 agency and 2 accounts"; null where there is nothing at all. */
export function inWords({ agencies, sources, accounts, deliveries }: HubContents): string | null {
  const parts = [
    many(agencies, 'agency', 'agencies'),
    many(sources, 'source', 'sources'),
    many(accounts, 'account', 'accounts'),
    many(deliveries, 'delivery', 'deliveries'),
  ].filter((part) => part !== null);
  const last = parts.pop();
  if (last === undefined) return null;
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
}

const many = (count: number, one: string, several: string): string | null =>
  count === 0 ? null : `${count} ${count === 1 ? one : several}`;
