import { createHmac } from 'node:crypto';
import type pg from 'pg';

/**
 * Policy P as it is written down, over sets of names, for checking what the hub shows. It shares no code with the hub:
 * keys, noise table, thresholds, guard and rounding are stated here once more.
 */

/** Everything of one cell. People are named as the hub names them: `person/ID`, or `submission/ID` where not linked. */
export interface CellSets {
  submissions: readonly string[];
  people: readonly string[];
  arguments: readonly string[];
  /** Holds a submission to a health agency. */
  health: boolean;
}
/** People and figure of a cell that is told; of one that is hidden the most that is told within it. */
export interface ToldWithin {
  people: number;
  figure: number;
}
export type Shown = [submissions: number, people: number, args: number] | '[c]';

/** No zero is told of these: characteristics, and since there are areas the ward. */
export const DESCRIBES_PEOPLE = ['age-band', 'sex', 'ethnic-group', 'disability', 'deprivation', 'ward'];

export class RulesOfPolicyP {
  private readonly keys = new Map<string, number>();
  /** A cell is the larger set of many others: its noise is worked out once. */
  private readonly known = new WeakMap<readonly string[], number>();
  private readonly tables: Record<'people' | 'submissions' | 'arguments', number[]>;

  private constructor(
    private readonly secret: Buffer,
    noiseSecret: string,
  ) {
    const of = (use: string): number[] => shuffled(noiseSecret, use);
    this.tables = { people: of('people'), submissions: of('submissions'), arguments: of('arguments') };
  }

  static async of(admin: pg.Pool): Promise<RulesOfPolicyP> {
    const { rows } = await admin.query(
      `SELECT (SELECT value FROM facts.setting WHERE name = 'secret') AS secret, (SELECT secret FROM facts.noise) AS noise`,
    );
    return new RulesOfPolicyP(Buffer.from(rows[0].secret, 'hex'), rows[0].noise);
  }

  /**
   * @param larger the cell with each of its dimensions dropped, or its value replaced by a group that does not give way
   * @param describes one of its dimensions describes people
   * @param within what is told of the cells within it that it gives way to
   */
  shown(
    cell: CellSets,
    larger: readonly CellSets[],
    describes: boolean,
    within: readonly ToldWithin[] = [],
  ): Shown {
    const people = cell.people.length;
    const noisy = this.noisy(cell, 'people');
    const threshold = cell.health ? 8 : 5;
    // How far a set's figure lies above its people; 5 either way is as far as noise (3) and rounding (2) reach.
    const off = five(noisy) - people;
    const wholes = larger.map((whole) => five(this.noisy(whole, 'people')) - whole.people.length);
    // The same people, of whom one set might be told as it is and the other not: the smaller is not told.
    const again = [...larger.map((whole) => whole.people.length), ...within.map((part) => part.people)];
    if (people > 0 && Math.abs(off) === 5 && again.includes(people)) return '[c]';
    const toldAsItIs =
      Math.abs(off) === 5 &&
      (wholes.includes(-off) ||
        within.some(
          (part) => part.figure - part.people === -off || (off === -5 && [5, 8].includes(part.people)),
        ));
    const figure = toldAsItIs ? people : five(noisy);
    if (people === 0 && describes) return '[c]';
    if (people > 0 && (people < threshold || noisy < threshold)) return '[c]';
    for (const [at, whole] of larger.entries()) {
      const others = whole.people.length - people;
      if (others >= 1 && others <= 4) return '[c]';
      if (people > 0 && others === 0 && (people < 30 || figure < 30)) return '[c]';
      // A whole that lies as far up as it can may be told as it is.
      const told = wholes[at] === 5 ? whole.people.length : whole.people.length + wholes[at]!;
      if (people > 0 && others > 0 && figure >= told) return '[c]';
      if (people === threshold && others > 0 && wholes[at] === -5) return '[c]';
    }
    for (const part of within) {
      const others = people - part.people;
      if (others >= 1 && others <= 4) return '[c]';
      if (others === 0 && (part.people < 30 || part.figure < 30)) return '[c]';
      if (others >= 1 && part.figure >= figure) return '[c]';
    }
    return [
      Math.max(figure, five(this.noisy(cell, 'submissions'))),
      figure,
      five(this.noisy(cell, 'arguments')),
    ];
  }

  private noisy(cell: CellSets, counted: 'people' | 'submissions' | 'arguments'): number {
    const names = cell[counted];
    if (names.length === 0) return 0;
    const known = this.known.get(names);
    if (known !== undefined) return known;
    const sum = names.reduce((total, name) => total + this.keyOf(counted, name), 0);
    const noisy = names.length + this.tables[counted][sum % 256]!;
    this.known.set(names, noisy);
    return noisy;
  }

  private keyOf(counted: string, name: string): number {
    const message = {
      people: `noise/${name}`,
      submissions: `submission/${name}`,
      arguments: `argument/${name}`,
    }[counted]!;
    const known = this.keys.get(message);
    if (known !== undefined) return known;
    const hash = createHmac('sha256', this.secret).update(message).digest();
    // A person's key is a byte of its own; the others' is the last byte of the eight that are theirs.
    const key = counted === 'people' ? hash[0]! : hash[7]!;
    this.keys.set(message, key);
    return key;
  }
}

/** What a cell tells those that give way to it: nothing where nobody is in it, or neither it nor anything within is told. */
export function toldBy(cell: CellSets, shown: Shown, within: readonly ToldWithin[]): ToldWithin[] {
  if (cell.people.length === 0) return [];
  if (shown !== '[c]') return [{ people: cell.people.length, figure: shown[1] }];
  if (within.length === 0) return [];
  const most = (of: keyof ToldWithin): number => Math.max(...within.map((part) => part[of]));
  return [{ people: most('people'), figure: most('figure') }];
}

/** What is shown of a list of values: the sum of what is shown of each. */
export function sumOfShown(parts: readonly Shown[]): Shown {
  const told = parts.filter((part): part is [number, number, number] => part !== '[c]');
  if (told.length === 0 && parts.length > 0) return '[c]';
  return told.reduce<[number, number, number]>(
    (sum, part) => [sum[0] + part[0], sum[1] + part[1], sum[2] + part[2]],
    [0, 0, 0],
  );
}

const five = (value: number): number => (value < 0 ? 0 : 5 * Math.floor(value / 5 + 0.5));

/** 10 times -3, 28 times -2, 54 times -1, 72 times 0, and the same upwards; dealt from the last place to the first. */
function shuffled(secret: string, use: string): number[] {
  const times: [number, number][] = [[-3, 10], [-2, 28], [-1, 54], [0, 72], [1, 54], [2, 28], [3, 10]]; // prettier-ignore
  const table = times.flatMap(([noise, many]) => new Array<number>(many).fill(noise));
  let [block, words] = [0, [] as number[]];
  const word = (): number => {
    if (words.length === 0) {
      const bytes = createHmac('sha256', secret).update(`noise-table/${use}/${block++}`).digest();
      words = Array.from({ length: 8 }, (_, at) => bytes.readUInt32BE(4 * at));
    }
    return words.shift()!;
  };
  for (let place = 255; place >= 1; place--) {
    let drawn = word();
    while (drawn >= 2 ** 32 - (2 ** 32 % (place + 1))) drawn = word();
    const other = drawn % (place + 1);
    [table[place], table[other]] = [table[other]!, table[place]!];
  }
  return table;
}
