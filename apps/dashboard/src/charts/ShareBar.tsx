interface Props {
  value: number;
  low: number;
  high: number;
  /** Right end of the scale, shared by all rows of the table. */
  max: number;
}

/** A bar from zero with its 95% whisker; the number stands beside it in the table. */
export function ShareBar({ value, low, high, max }: Props) {
  const x = (amount: number) => `${(100 * Math.min(amount, max)) / max}%`;
  return (
    <svg className="chart" height="20" aria-hidden="true">
      <line className="grid" x1="50%" x2="50%" y1="0" y2="20" />
      <line className="grid" x1="100%" x2="100%" y1="0" y2="20" />
      <rect className="bar-light" x="0" y="3" width={x(value)} height="14" />
      <line className="whisker" x1={x(low)} x2={x(high)} y1="10" y2="10" />
      <line className="whisker" x1={x(low)} x2={x(low)} y1="6" y2="14" />
      <line className="whisker" x1={x(high)} x2={x(high)} y1="6" y2="14" />
    </svg>
  );
}
