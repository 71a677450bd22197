import { cellReleaser, type CountCell, type DisclosurePolicy } from '#disclosure';
import { editionBefore, keepStanding, storedStanding, type Transaction } from '#store';
import { OPTION } from '../dimensions.js';
import { standCells } from './stand-answers.js';
import { fromStored, ReleasedTable, toStored } from './stored.js';

/**
 * Releases cells that bear names in place of dimensions, once and for all, each as an option is released and beside the same name in the edition
 * before, and keeps them as a table of the edition.
 * @param tx by the worker role, holding `lockFacts`
 * @param table its name
 * @param policy with its noise
 * @returns people who are told of a name; null where it is hidden, and of a name that was not there
 */
export async function keepNamed(
  tx: Transaction,
  edition: number,
  table: string,
  named: readonly { value: string; cell: CountCell }[],
  policy: DisclosurePolicy,
): Promise<(value: string) => number | null> {
  const layout = { dimensions: [OPTION], values: [named.map(({ value }) => value)] } as const;
  const before = await storedStanding(tx, await editionBefore(tx, edition), table);
  const standing = standCells(
    layout,
    new Map(named.map(({ cell }, at) => [at, cell])),
    cellReleaser({ ...policy, sensitive: [...policy.sensitive, OPTION] }, [OPTION]),
    policy,
    before && (await fromStored(before)),
  );
  await keepStanding(tx, edition, { ...(await toStored(standing)), dimensions: table });
  const released = new ReleasedTable(standing);
  return (value) => released.people([value]) ?? null;
}
