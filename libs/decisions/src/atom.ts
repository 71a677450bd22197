import { xmlText, type HeldDecisionRecord } from '#domain';
import { stateOfDecision } from './state.js';
import { stateInWords } from './words.js';

export interface FeedHead {
  /** Name of the city. */
  city: string;
  synthetic: boolean;
  /** Path and query of this very feed. */
  self: string;
  /** What the feed is, for good: a URI that no other feed has. */
  id: string;
  /** Names of agencies by code. */
  agencies: ReadonlyMap<string, { name: string }>;
}

/** Entries of a feed: readers ask often, and older ones are on the page. */
const MOST = 50;

/**
 * Decisions as an Atom feed (RFC 4287), the latest saved first. Ids are of the decisions, so that a change is told as one, and of the hub and
 * what it was narrowed by, so that readers keep two feeds apart; links are relative to where the feed is.
 * @param today ISO date by which late is told
 */
export function atomFeed(decisions: readonly HeldDecisionRecord[], head: FeedHead, today: string): string {
  const latest = [...decisions].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1)).slice(0, MOST);
  const title = `What happened because people spoke: ${head.city}${head.synthetic ? ' (made up)' : ''}`;
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `<title>${xmlText(title)}</title>`,
    `<id>${xmlText(head.id)}</id>`,
    `<link rel="self" type="application/atom+xml" href="${xmlText(head.self)}"/>`,
    '<link rel="alternate" type="text/html" href="/what-happened"/>',
    `<updated>${instant(latest[0]?.savedAt ?? `${today}T00:00:00Z`)}</updated>`,
    ...latest.map((decision) => entry(decision, head, today)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function entry(decision: HeldDecisionRecord, { agencies }: FeedHead, today: string): string {
  const state = stateInWords(stateOfDecision(decision, today));
  const refusal = decision.notDoneBecause ? ` Not done${decision.notDone ? `: ${decision.notDone.replace(/\.$/, '')}` : ''}, because: ${decision.notDoneBecause}` : ''; // prettier-ignore
  return [
    '<entry>',
    `<title>${xmlText(decision.title)}</title>`,
    `<id>urn:uuid:${decision.id}</id>`,
    `<link rel="alternate" type="text/html" href="/what-happened/${decision.id}"/>`,
    `<updated>${instant(decision.savedAt)}</updated>`,
    `<author><name>${xmlText(agencies.get(decision.agency)?.name ?? decision.agency)}</name></author>`,
    `<summary>${xmlText(`${state}. ${decision.decided}${refusal}`)}</summary>`,
    '</entry>',
  ].join('\n');
}

const instant = (time: string): string => new Date(time).toISOString();
