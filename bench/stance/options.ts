import { parseArgs } from 'node:util';

export interface StanceOptions {
  data: string;
  /** Texts to judge by; absent, those of the data that are not coded. */
  test: string | null;
  text: string;
  /** Column with the kind of each text. */
  kinds: string;
  /** What the kinds are of. */
  of: 'stance' | 'saying';
  question: string | null;
  codings: number[];
  seeds: number;
  json: boolean;
}

const USAGE = `npm run --silent bench:stance -- --data FILE.csv --text COLUMN (--stance COLUMN | --saying COLUMN)
  [--test FILE.csv] [--question COLUMN] [--codings 20,50,100,200] [--seeds N] [--json]`;

/** Reads the command line. @throws Error with the usage where something is missing */
export function readStanceOptions(args: string[]): StanceOptions {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      test: { type: 'string' },
      text: { type: 'string' },
      stance: { type: 'string' },
      saying: { type: 'string' },
      question: { type: 'string' },
      codings: { type: 'string', default: '20,50,100,200' },
      seeds: { type: 'string', default: '10' },
      json: { type: 'boolean', default: false },
    },
  });
  const codings = values.codings.split(',').filter(Boolean).map(Number);
  if (!values.data || !values.text || !values.stance === !values.saying || codings.some((n) => !(n > 0)))
    throw new Error(USAGE);
  return {
    data: values.data,
    test: values.test ?? null,
    text: values.text,
    kinds: (values.stance ?? values.saying)!,
    of: values.stance ? 'stance' : 'saying',
    question: values.question ?? null,
    codings,
    seeds: Math.max(1, Number(values.seeds) || 1),
    json: values.json,
  };
}
