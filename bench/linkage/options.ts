import { parseArgs } from 'node:util';

/** Fields of the person model that a column may be mapped to; any other name is a plain category. */
export const PERSON_FIELDS = [
  'givenName', 'familyName', 'fullName', 'dateOfBirth', 'sex', 'address', 'postcode', 'place', 'email', 'phone', 'nationalId', 'source',
] as const; // prettier-ignore

export interface BenchOptions {
  data: string | undefined;
  data2: string | undefined;
  id: string | undefined;
  truth: string | undefined;
  truthPattern: RegExp | undefined;
  /** Field name to column name. */
  fields: Map<string, string>;
  encoded: 'keys' | 'clk' | undefined;
  oneAtATime: boolean;
  yardstick: boolean;
  workers: number;
  area: string | undefined;
  out: string | undefined;
  json: boolean;
  generate: number | undefined;
  seed: number;
}

export const USAGE = `npm run --silent bench:linkage -- --data FILE.csv [--data2 FILE.csv] --id COLUMN
  --truth COLUMN | --truth-pattern REGEX  --fields givenName=first_name,familyName=surname,...
  [--encoded keys|clk] [--one-at-a-time] [--yardstick] [--workers N] [--area COLUMN] [--out FILE] [--json]
npm run --silent bench:linkage -- --generate N --seed S [the same options]
Fields: ${PERSON_FIELDS.join(', ')}; any other name is a plain category.`;

function parseFields(text: string): Map<string, string> {
  const pairs = text.split(',').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair): [string, string] => {
      const [field, ...column] = pair.split('=');
      if (column.length === 0) throw new Error(`--fields wants FIELD=COLUMN, not "${pair}"`);
      return [field!.trim(), column.join('=').trim()];
    }),
  );
}

const whole = (text: string | undefined, name: string): number | undefined => {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`${name} wants a whole number, not "${text}"`);
  return Number(text);
};

/** Reads the command line; throws a plain sentence where it makes no sense. */
export function parseOptions(args: string[]): BenchOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args,
    options: {
      data: text, data2: text, id: text, truth: text, 'truth-pattern': text, fields: text, encoded: text, 'one-at-a-time': flag,
      yardstick: flag, workers: text, area: text, out: text, json: flag, generate: text, seed: text,
    }, // prettier-ignore
  });
  if ((values.data === undefined) === (values.generate === undefined))
    throw new Error('Give either --data or --generate');
  if (values.encoded !== undefined && values.encoded !== 'keys' && values.encoded !== 'clk') {
    throw new Error(`--encoded is keys or clk, not "${values.encoded}"`);
  }
  return {
    data: values.data,
    data2: values.data2,
    id: values.id,
    truth: values.truth,
    truthPattern: values['truth-pattern'] === undefined ? undefined : new RegExp(values['truth-pattern']),
    fields: parseFields(values.fields ?? ''),
    encoded: values.encoded,
    oneAtATime: values['one-at-a-time'],
    yardstick: values.yardstick,
    workers: whole(values.workers, '--workers') ?? 1,
    area: values.area,
    out: values.out,
    json: values.json,
    generate: whole(values.generate, '--generate'),
    seed: whole(values.seed, '--seed') ?? 1,
  };
}
