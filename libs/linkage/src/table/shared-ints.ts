/** Whole numbers, all 0, that worker threads read and write where they lie. */
export const sharedInts = (length: number): Int32Array => new Int32Array(new SharedArrayBuffer(length * 4));

/** The array itself where threads can read it already, otherwise a copy that they can. */
export function shared<T extends Int32Array | Uint8Array>(array: T): T {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const type = array.constructor as new (buffer: SharedArrayBuffer) => T;
  const copy = new type(new SharedArrayBuffer(array.byteLength));
  copy.set(array as never);
  return copy;
}
