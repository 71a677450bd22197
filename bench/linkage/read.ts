import { recordsForLinkage } from '#demo';
import { type PersonFields, RecordTable } from '#linkage';
import { readCsv } from './csv.js';
import { type BenchOptions, PERSON_FIELDS } from './options.js';

/** Records ready for the engine, with the truth beside them (for scoring only). */
export interface BenchData {
  table: RecordTable;
  /** Number of the real person of each row; empty where no truth was given. */
  truth: Int32Array;
  /** Area of each row, where one was asked for. */
  areas: string[];
  /** Records as given, kept only where they are to be encoded. */
  given: PersonFields[];
  /** Generated answers left out because they carry nothing that identifies. */
  anonymous: number;
}

/** Whether a generated answer was given without name, contact or number: the hub counts such answers, and links none. */
function isAnonymous(record: PersonFields): boolean {
  return !(record.givenName || record.familyName || record.email || record.phone || record.nationalId);
}

/** Area of a generated record: the sector of its postcode, `AF1 2`; blank where only a part was given. */
function sectorOf(postcode: string | null): string {
  const text = (postcode ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');
  return text.length >= 5 ? `${text.slice(0, -3)} ${text.at(-3)}` : '';
}

/** Numbers for distinct texts. */
class Numbers {
  private readonly known = new Map<string, number>();

  of(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    this.known.set(text, this.known.size);
    return this.known.size - 1;
  }
}

class Reader {
  readonly table: RecordTable;
  anonymous = 0;
  /** Areas that exist, where known: a slip in a postcode makes no area. */
  readonly places = new Set<string>();
  private readonly truth: number[] = [];
  private readonly areas: string[] = [];
  private readonly people = new Numbers();
  private readonly ids = new Set<string>();
  private readonly given: PersonFields[] = [];

  constructor(private readonly options: BenchOptions) {
    const known = new Set<string>(PERSON_FIELDS);
    this.table = new RecordTable([...options.fields.keys()].filter((field) => !known.has(field)));
  }

  file(path: string, source: string): void {
    let header: string[] | undefined;
    const { options } = this;
    let place = (_: string): number => -1;
    readCsv(path, (cells) => {
      if (header === undefined) {
        header = cells.map((cell) => cell.replace(/^\uFEFF/, ''));
        place = (column) => {
          const at = header!.indexOf(column);
          if (at < 0) throw new Error(`${path} has no column "${column}"; it has ${header!.join(', ')}`);
          return at;
        };
        for (const column of options.fields.values()) place(column);
        return;
      }
      const cell = (column: string | undefined): string =>
        column === undefined ? '' : (cells[place(column)] ?? '');
      const id = options.id === undefined ? `${source}${this.table.count}` : cell(options.id);
      this.push(
        this.fields(id, source, cell),
        this.truthOf(id, cell),
        options.area === undefined ? '' : cell(options.area),
      );
    });
  }

  private truthOf(id: string, cell: (column: string | undefined) => string): string {
    const { truth, truthPattern } = this.options;
    if (truthPattern === undefined) return cell(truth);
    const found = truthPattern.exec(truth === undefined ? id : cell(truth));
    return found === null ? id : (found[1] ?? found[0]);
  }

  private fields(id: string, source: string, cell: (column: string | undefined) => string): PersonFields {
    const { fields } = this.options;
    const own: Record<string, string> = {};
    for (const field of PERSON_FIELDS) if (fields.has(field)) own[field] = cell(fields.get(field));
    return { source, ...own, id, categories: this.table.categories.map((field) => cell(fields.get(field))) };
  }

  push(record: PersonFields, person: string | number, area: string): void {
    let { id } = record;
    if (this.ids.has(id)) id = `${id}#${this.table.count}`;
    if (this.options.data2 !== undefined) this.ids.add(id);
    this.table.add({ ...record, id });
    if (this.options.encoded !== undefined) this.given.push({ ...record, id });
    this.truth.push(typeof person === 'number' ? person : this.people.of(person));
    if (this.options.area !== undefined) this.areas.push(area);
  }

  private existing(area: string): string {
    return this.places.size === 0 || this.places.has(area) ? area : '';
  }

  finish(): BenchData {
    const order = this.table.sortById();
    return {
      given: Array.from(this.given.length === 0 ? [] : order, (row) => this.given[row]!),
      anonymous: this.anonymous,
      table: this.table,
      truth: Int32Array.from(order, (row) => this.truth[row]!),
      areas: this.areas.length === 0 ? [] : Array.from(order, (row) => this.existing(this.areas[row]!)),
    };
  }
}

/** Reads the files, or makes the records, that the command line names. */
export function readData(options: BenchOptions): BenchData {
  const reader = new Reader(options);
  if (options.generate !== undefined) {
    const generated = recordsForLinkage({ n: options.generate, seed: options.seed });
    for (const { record, person, home } of generated) {
      reader.places.add(sectorOf(home));
      if (isAnonymous(record)) reader.anonymous++;
      else reader.push(record, person, sectorOf(record.postcode));
    }
  } else {
    reader.file(options.data!, 'a');
    if (options.data2 !== undefined) reader.file(options.data2, 'b');
  }
  return reader.finish();
}
