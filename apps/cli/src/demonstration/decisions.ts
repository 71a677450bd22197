import { demoDecisions } from '#demo';
import { adoptDecision, adoptPlan, type Database } from '#store';
import type { QuotesOf } from './quotes.js';

/**
 * Brings in what the made-up agencies decided, resting on figures of an edition. Safe to call again: a reference that is there
 * already is left as it is, for somebody may have changed it since.
 */
export async function bringDecisions(
  worker: Database,
  edition: number,
  today: string,
  quotesOf: QuotesOf,
): Promise<void> {
  const communities = await worker.query<{ code: string; name: string }>(
    'SELECT code, name FROM facts.community WHERE edition = $1 ORDER BY code',
    [edition],
  );
  const communitiesOf = (words: string): string[] =>
    communities.flatMap(({ code, name }) => (name.includes(words) ? [code] : []));
  const { priorities, promises, decisions } = demoDecisions(today, edition, quotesOf, communitiesOf);
  await worker.transaction(async (tx) => {
    const held = await tx.query<{ place: string }>(
      `SELECT agency || '/' || reference AS place FROM decisions.decision`,
    );
    const there = new Set(held.map(({ place }) => place));
    await adoptPlan(tx, priorities, promises);
    for (const decision of decisions)
      if (!there.has(`${decision.agency}/${decision.reference}`)) await adoptDecision(tx, decision, null);
  });
}
