export interface BenchOptions {
  /** At least so many answers: themes of what was written, and options chosen. */
  rows: number;
  people: number;
  seed: number;
  questions: number;
  against: 'duckdb' | 'postgres' | null;
  json: boolean;
}

const text = (name: string): string | null => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};

function whole(name: string, otherwise: number): number {
  const value = Number(text(name) ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1 on`);
  return value;
}

export function readOptions(): BenchOptions {
  const against = text('against');
  if (against !== null && against !== 'duckdb' && against !== 'postgres')
    throw new Error('--against must be duckdb or postgres');
  const rows = whole('rows', 1_000_000);
  return {
    rows,
    people: whole('people', Math.max(1, Math.round(rows / 20))),
    seed: whole('seed', 1),
    questions: whole('questions', 200),
    against,
    json: process.argv.includes('--json'),
  };
}
