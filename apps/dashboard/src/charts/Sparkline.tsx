/** A small line on its own scale (said in the head of its column); a gap where a value may not be told. */
export function Sparkline({ values, label }: { values: (number | null)[]; label: string }) {
  const [width, height, edge] = [72, 22, 4];
  const known = values.filter((value) => value !== null);
  // Two points make a line and no trend.
  if (known.length < 3) return null;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (index: number) => edge + (index * (width - 2 * edge)) / Math.max(1, values.length - 1);
  const y = (value: number) => height - edge - ((value - low) / (high - low || 1)) * (height - 2 * edge);
  const path = values
    .map((value, index) => {
      if (value === null) return '';
      const start = index === 0 || values[index - 1] === null;
      return `${start ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
  const last = values.at(-1);
  return (
    <svg className="chart" width={width} height={height} style={{ width }} role="img" aria-label={label}>
      <path className="line" d={path} strokeWidth="1.5" />
      {last !== null && last !== undefined && (
        <circle className="dot" cx={x(values.length - 1)} cy={y(last)} r="2.6" />
      )}
    </svg>
  );
}
