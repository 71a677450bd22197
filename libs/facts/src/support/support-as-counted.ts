import { engagementsWithSupport, type Queryable, readSupport } from '#store';
import type { FrozenSupport } from './frozen-support.js';
import { bySupport, proposalsOf } from './proposals.js';

/** Every proposal of an engagement with its words and what its platform counted, for an analyst of the agency; null where it counts nothing. */
export async function supportAsCounted(tx: Queryable, engagement: string): Promise<FrozenSupport | null> {
  const found = (await engagementsWithSupport(tx)).find((each) => each.engagement === engagement);
  if (!found) return null;
  const proposals = proposalsOf(await readSupport(tx, engagement)).map(({ text, counts }) => ({
    text,
    counts,
  }));
  return { engagement, countedOn: found.countedOn, proposals: bySupport(proposals) };
}
