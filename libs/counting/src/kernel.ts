import { answer, type Counted, used, WIDTH } from './cells.js';
import type { CountQuestion } from './count.js';
import { BLOCK, bytesOf, type FactTable, lay, type Part, type TableDescription } from './fact-table.js';
import { type CompiledFilters, compileFilters, openBlocks } from './filter.js';
import { MOST_CELLS, type Shape, shapeOf } from './shape.js';

/** The kernel's memory: the first page is its own, then the table, then room for each that counts at the same time. */
const PAGE = 1 << 16;
export const TABLE_AT = PAGE;
const ROOM_FOR_QUESTION = 1 << 20;
const ROOM = ROOM_FOR_QUESTION + MOST_CELLS * WIDTH * 4;

const pages = (bytes: number): number => Math.ceil(bytes / PAGE);

/**
 * Memory for a table and for `seats` that count at once. Pages that nobody touched take no room.
 * @throws RangeError where the table is larger than a kernel can address (4 GB)
 */
export function memoryFor(description: TableDescription, seats: number): WebAssembly.Memory {
  const many = pages(TABLE_AT + bytesOf(description)) + seats * pages(ROOM);
  return new WebAssembly.Memory({ initial: many, maximum: many, shared: true });
}

/** What the built kernel exports. */
interface KernelCode {
  clear(at: number, many: number): void;
  tally(question: number): void;
}

/** Words of a question's description; the kernel reads the same places. */
const D = {
  from: 0,
  to: 1,
  who: 2,
  meta: 3,
  openBlocks: 4,
  cells: 5,
  singleFilters: 6,
  setFilters: 7,
  filters: 8,
  sets: 9,
  column: 10,
  set: 19,
  end: 37,
} as const;
/** Submissions that are counted before the kernel looks whether it is still wanted. */
const STRETCH = 1 << 18;

/** Counts with the WASM kernel. One kernel counts one question at a time; several may share a memory. */
export class Kernel {
  private readonly code: KernelCode;
  private readonly table: FactTable;
  private readonly room: number;
  private end = 0;

  /**
   * @param module the built kernel
   * @param memory made by `memoryFor`, with the table at `TABLE_AT`
   * @param seat number of this kernel's own room
   */
  constructor(
    module: WebAssembly.Module,
    private readonly memory: WebAssembly.Memory,
    description: TableDescription,
    seat = 0,
  ) {
    this.table = lay(description, memory.buffer, TABLE_AT);
    this.room = PAGE * (pages(TABLE_AT + bytesOf(description)) + seat * pages(ROOM));
    const { exports } = new WebAssembly.Instance(module, { env: { memory } });
    this.code = exports as unknown as KernelCode;
  }

  /** Distinct submissions, people and arguments of every cell. @throws RangeError as `count` does */
  count(question: CountQuestion): Counted {
    const filters = compileFilters(this.table, question.filters);
    const shape = shapeOf(this.table, question.dimensions, filters);
    const [main, copies] = [this.table.main, this.table.copies].map((part) =>
      this.tally(part, filters, shape, 0, part.count),
    );
    return answer(question.dimensions, shape, main!, copies!);
  }

  /**
   * Records of the cells that the submissions from `from` to before `to` are in.
   * @param wanted asked now and then; false ends the count, whose result is then worth nothing
   */
  tally(
    part: Part,
    filters: CompiledFilters,
    shape: Shape,
    from: number,
    to: number,
    wanted: () => boolean = () => true,
  ): Int32Array {
    this.end = this.room + D.end * 4;
    const d = new Int32Array(this.memory.buffer, this.room, D.end);
    d.fill(0);
    const cells = this.room + ROOM_FOR_QUESTION;
    this.code.clear(cells, shape.size);
    d[D.who] = part.who.byteOffset;
    d[D.meta] = part.meta.byteOffset;
    d[D.openBlocks] = this.keep(openBlocks(part, Math.ceil(part.count / BLOCK), filters));
    d[D.cells] = cells;
    this.describeFilters(d, part, filters);
    this.describeShape(d, part, shape);
    for (let start = from; start < to && wanted(); start += STRETCH) {
      d[D.from] = start;
      d[D.to] = Math.min(to, start + STRETCH);
      this.code.tally(this.room);
    }
    return used(new Int32Array(this.memory.buffer, cells, shape.size * WIDTH));
  }

  private describeFilters(d: Int32Array, part: Part, { singles, sets }: CompiledFilters): void {
    const words: number[] = [];
    for (const { name, passes } of singles) {
      const { column } = part.singles[name]!;
      const wide = column.BYTES_PER_ELEMENT === 2;
      const look = wide ? passes : passes.map((pass) => -pass & 255);
      words.push(column.byteOffset, column.BYTES_PER_ELEMENT, this.keep(look), Math.ceil(passes.length / 16));
    }
    for (const { name, passes } of sets) {
      const { masks, words: many, plane } = part.sets[name]!;
      words.push(masks.byteOffset, many, plane * 4, this.keep(passes));
    }
    d[D.singleFilters] = singles.length;
    d[D.setFilters] = sets.length;
    d[D.filters] = this.keep(Int32Array.from(words));
  }

  private describeShape(d: Int32Array, part: Part, { singles, sets }: Shape): void {
    for (let at = 0; at < 3; at++) {
      const single = singles[at];
      const column = single && part.singles[single.name]!.column;
      // A column that is not asked: any address, stride 0.
      d.set(
        column
          ? [column.byteOffset, column.BYTES_PER_ELEMENT, single.stride * WIDTH * 4]
          : [part.meta.byteOffset, 1, 0],
        D.column + 3 * at,
      );
    }
    d[D.sets] = sets.length;
    sets.forEach(({ name, stride, narrowed }, at) => {
      const { masks, words, plane, above } = part.sets[name]!;
      const narrow = narrowed ? [this.keep(narrowed), this.keep(Int32Array.from(above))] : [0, 0];
      d.set([masks.byteOffset, words, plane * 4, stride * WIDTH * 4, ...narrow], D.set + 6 * at);
    });
  }

  /** Puts an array into this kernel's room, with some empty bytes behind it. @returns its address */
  private keep(array: Uint8Array | Int32Array): number {
    const at = Math.ceil(this.end / 16) * 16;
    this.end = at + array.byteLength + 16;
    if (this.end > this.room + ROOM_FOR_QUESTION) throw new RangeError('the question is too long');
    const bytes = new Uint8Array(this.memory.buffer, at, array.byteLength + 16);
    bytes.fill(0);
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    return at;
  }
}
