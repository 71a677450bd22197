/** Below this length the passes of a radix sort cost more than they save. */
const SHORT = 64;
const BITS = 11;
const BUCKETS = 1 << BITS;

/** Sorts `keys` as unsigned numbers in place and carries `values` along; equal keys keep their order. */
export function sortByKey(keys: Int32Array, values: Int32Array): void {
  if (keys.length < SHORT) return insertionSort(keys, values);
  let fromKeys: Int32Array = keys;
  let fromValues: Int32Array = values;
  let toKeys: Int32Array = new Int32Array(keys.length);
  let toValues: Int32Array = new Int32Array(keys.length);
  const counts = new Int32Array(BUCKETS);
  for (let shift = 0; shift < 32; shift += BITS) {
    counts.fill(0);
    for (let at = 0; at < fromKeys.length; at++) counts[(fromKeys[at]! >>> shift) & (BUCKETS - 1)]!++;
    let sum = 0;
    for (let bucket = 0; bucket < BUCKETS; bucket++) {
      const size = counts[bucket]!;
      counts[bucket] = sum;
      sum += size;
    }
    for (let at = 0; at < fromKeys.length; at++) {
      const to = counts[(fromKeys[at]! >>> shift) & (BUCKETS - 1)]!++;
      toKeys[to] = fromKeys[at]!;
      toValues[to] = fromValues[at]!;
    }
    [fromKeys, toKeys] = [toKeys, fromKeys];
    [fromValues, toValues] = [toValues, fromValues];
  }
  keys.set(fromKeys);
  values.set(fromValues);
}

function insertionSort(keys: Int32Array, values: Int32Array): void {
  for (let at = 1; at < keys.length; at++) {
    const key = keys[at]!;
    const value = values[at]!;
    let to = at;
    while (to > 0 && keys[to - 1]! >>> 0 > key >>> 0) {
      keys[to] = keys[to - 1]!;
      values[to] = values[to - 1]!;
      to--;
    }
    keys[to] = key;
    values[to] = value;
  }
}
