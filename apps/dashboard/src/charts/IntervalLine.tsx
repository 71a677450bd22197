interface Props {
  value: number;
  low: number;
  high: number;
  max: number;
  /** Dashed and named in the head of the column: the whole city. */
  reference?: number | undefined;
}

/** A 6 px line from low to high with a dot at the value, on one scale for the whole column. */
export function IntervalLine({ value, low, high, max, reference }: Props) {
  const x = (amount: number) => `${Math.min(100, (100 * amount) / max)}%`;
  return (
    <svg className="chart" height="20" aria-hidden="true">
      {reference !== undefined && (
        <line className="reference" x1={x(reference)} x2={x(reference)} y1="-6" y2="26" />
      )}
      <line x1={x(low)} x2={x(high)} y1="10" y2="10" stroke="#5598a4" strokeWidth="6" />
      <circle className="dot" cx={x(value)} cy="10" r="4.5" />
    </svg>
  );
}

/** The empty cell of a row without an interval: only the dashed line goes on. */
export function NoInterval({ max, reference }: { max: number; reference?: number | undefined }) {
  if (reference === undefined) return null;
  const x = `${Math.min(100, (100 * reference) / max)}%`;
  return (
    <svg className="chart" height="20" aria-hidden="true">
      <line className="reference" x1={x} x2={x} y1="-6" y2="26" />
    </svg>
  );
}
