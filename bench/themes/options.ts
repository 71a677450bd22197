import { parseArgs } from 'node:util';

export interface Options {
  train: string;
  test: string | null;
  text: string;
  label: string | null;
  /** As written; a column's name may hold commas, so the header decides where one ends. `*` = all 0/1 columns. */
  labels: string | null;
  question: string | null;
  /** Numeric label put into bands, for example `1-2,3,4-5`. */
  bands: string | null;
  out: string | null;
  json: boolean;
  curve: number[];
  strategy: 'margin' | 'random';
  seeds: number;
  embeddings: boolean;
  threads: number;
}

const USAGE = `npm run --silent bench:themes -- --train FILE.csv [--test FILE.csv] --text COLUMN
  (--label COLUMN | --labels COL1,COL2,...) [--question COLUMN] [--bands 1-2,3,4-5] [--out FILE] [--json]
  [--curve 50,200,1000 [--strategy margin|random] [--seeds N]] [--no-embeddings] [--threads N]`;

/** Reads the command line. @throws Error with the usage where something is missing. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      train: { type: 'string' },
      test: { type: 'string' },
      text: { type: 'string' },
      label: { type: 'string' },
      labels: { type: 'string' },
      question: { type: 'string' },
      bands: { type: 'string' },
      out: { type: 'string' },
      json: { type: 'boolean', default: false },
      curve: { type: 'string' },
      strategy: { type: 'string', default: 'margin' },
      seeds: { type: 'string', default: '1' },
      'no-embeddings': { type: 'boolean', default: false },
      threads: { type: 'string', default: '2' },
    },
  });
  if (!values.train || !values.text || !values.label === !values.labels) throw new Error(USAGE);
  return {
    train: values.train,
    test: values.test ?? null,
    text: values.text,
    label: values.label ?? null,
    labels: values.labels ?? null,
    question: values.question ?? null,
    bands: values.bands ?? null,
    out: values.out ?? null,
    json: values.json,
    curve: (values.curve ?? '').split(',').filter(Boolean).map(Number),
    strategy: values.strategy === 'random' ? 'random' : 'margin',
    seeds: Number(values.seeds),
    embeddings: !values['no-embeddings'],
    threads: Number(values.threads),
  };
}
