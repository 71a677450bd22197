import { parseArgs } from 'node:util';

export interface CodebookOptions {
  data: string;
  test: string | null;
  text: string;
  label: string | null;
  labels: string | null;
  question: string | null;
  /** Names and definitions of themes, as JSON. */
  definitions: string | null;
  codings: number[];
  seeds: number;
  json: boolean;
}

const USAGE = `npm run --silent bench:codebook -- --data FILE.csv --text COLUMN (--label COLUMN | --labels C1,C2,...|'*')
  [--question COLUMN] [--definitions FILE.json] [--test FILE.csv] [--codings 0,20,50,100,200] [--seeds N] [--json]`;

/** Reads the command line. @throws Error with the usage where something is missing */
export function readCodebookOptions(args: string[]): CodebookOptions {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string' },
      test: { type: 'string' },
      text: { type: 'string' },
      label: { type: 'string' },
      labels: { type: 'string' },
      question: { type: 'string' },
      definitions: { type: 'string' },
      codings: { type: 'string', default: '0,20,50,100,200' },
      seeds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
    },
  });
  const codings = values.codings.split(',').filter(Boolean).map(Number);
  if (!values.data || !values.text || !values.label === !values.labels || codings.some((n) => !(n >= 0)))
    throw new Error(USAGE);
  return {
    data: values.data,
    test: values.test ?? null,
    text: values.text,
    label: values.label ?? null,
    labels: values.labels ?? null,
    question: values.question ?? null,
    definitions: values.definitions ?? null,
    codings,
    seeds: Math.max(1, Number(values.seeds) || 1),
    json: values.json,
  };
}
