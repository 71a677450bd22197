import { decisionOfPriority, priorityAgain } from '#decisions';
import { adoptDecision, lockFor, readPublishedPriorities, type Database } from '#store';

/**
 * Makes decisions of the priorities that agencies publish elsewhere and that were fetched, and brings those up to date whose record
 * has changed. Idempotent; what people tied to a record (figures, themes, plan) stays.
 * @param db opened as the worker role
 * @returns how many were made or changed
 */
export async function adoptPriorities(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    await lockFor(tx, 'adopt-priorities');
    let many = 0;
    for (const { held, ...record } of await readPublishedPriorities(tx)) {
      const next = held ? priorityAgain(held, record) : decisionOfPriority(record);
      if (!next) continue;
      await adoptDecision(tx, next, record.id);
      many += 1;
    }
    return many;
  });
}
