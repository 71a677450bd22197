import { mixed } from '../table/dictionary.js';

/** Distinct comparison vectors under running numbers, with how many pairs have each. */
export class PatternTable {
  size = 0;
  low = new Int32Array(1 << 10);
  high = new Int32Array(1 << 10);
  counts = new Float64Array(1 << 10);
  private slots = new Int32Array(1 << 11).fill(-1);

  /** Number of a vector; its count goes up by `times`. */
  add(low: number, high: number, times = 1): number {
    const mask = this.slots.length - 1;
    let slot = mixed(low ^ Math.imul(high, 0x9e3779b1)) & mask;
    for (let at = this.slots[slot]!; at >= 0; at = this.slots[slot]!) {
      if (this.low[at] === low && this.high[at] === high) {
        this.counts[at]! += times;
        return at;
      }
      slot = (slot + 1) & mask;
    }
    if (this.size === this.low.length) {
      this.grow();
      return this.add(low, high, times);
    }
    const number = this.size++;
    this.low[number] = low;
    this.high[number] = high;
    this.counts[number] = times;
    this.slots[slot] = number;
    return number;
  }

  private grow(): void {
    const old = { low: this.low, high: this.high, counts: this.counts };
    this.low = new Int32Array(old.low.length * 2);
    this.high = new Int32Array(old.low.length * 2);
    this.counts = new Float64Array(old.low.length * 2);
    this.low.set(old.low);
    this.high.set(old.high);
    this.counts.set(old.counts);
    this.slots = new Int32Array(this.low.length * 2).fill(-1);
    const mask = this.slots.length - 1;
    for (let number = 0; number < this.size; number++) {
      let slot = mixed(this.low[number]! ^ Math.imul(this.high[number]!, 0x9e3779b1)) & mask;
      while (this.slots[slot] !== -1) slot = (slot + 1) & mask;
      this.slots[slot] = number;
    }
  }
}
