import { createHash } from 'node:crypto';
import {
  type EncodedRecord,
  type PersonFields,
  linkFilters,
  linkKeys,
  pairScores,
  pairsWithin,
  groupScores,
} from '#linkage';
import type { BenchData } from './read.js';
import type { Stopwatch } from './stopwatch.js';

interface Encoder {
  matchKeys(person: PersonFields, secret: Buffer): string[];
  filterOf(person: PersonFields, secret: Buffer): Uint8Array;
}

/** A key for measuring only; a project's real key is made by the tool and never leaves the partners. */
const BENCH_KEY = createHash('sha256').update('benchmark key').digest();

export interface EncodedMeasures {
  records: number;
  pairs: number;
  precision: number;
  recall: number;
  f1: number;
  clusterF1: number;
  bCubed: number;
  people: number;
}

/** Encodes every record as a partner would, links the codes, and scores the pairs. */
export async function measureEncoded(
  data: BenchData,
  as: 'keys' | 'clk',
  watch: Stopwatch,
): Promise<EncodedMeasures> {
  watch.start('encode');
  const tool = (await import(
    new URL('../../../libs/linkage/encode/hub-encode.mjs', import.meta.url).href
  )) as Encoder;
  const records = data.given.map((person, row): EncodedRecord & { row: number } => {
    const codes =
      as === 'keys'
        ? { keys: tool.matchKeys(person, BENCH_KEY) }
        : { filter: tool.filterOf(person, BENCH_KEY) };
    return { id: person.id, source: person.source ?? '', row, ...codes };
  });
  watch.start('link codes');
  const { pairs, clusters } = as === 'keys' ? linkKeys(records) : linkFilters(records);
  watch.start('score');
  const rowOf = new Map(records.map(({ id, row }) => [id, row]));
  const right = pairs.filter(({ a, b }) => data.truth[rowOf.get(a)!] === data.truth[rowOf.get(b)!]).length;
  const home = new Int32Array(records.length);
  clusters.forEach(({ members }, number) => members.forEach((member) => (home[rowOf.get(member)!] = number)));
  const groups = groupScores(home, data.truth);
  watch.stop();
  return {
    records: records.length,
    pairs: pairs.length,
    ...pairScores(right, pairs.length, pairsWithin(data.truth)),
    clusterF1: groups.f1,
    bCubed: groups.bCubed,
    people: clusters.length,
  };
}
