import { HIDDEN, HiddenTag } from '../figures/HiddenTag';
import { count, decimal } from '../figures/format';

const write = (limit: number): string => (Number.isInteger(limit) ? count(limit) : decimal(limit));

/** The classes of the tile map in words; the value itself is always printed on the tile. */
export function Legend({ limits, measure }: { limits: number[]; measure: string }) {
  const words = [
    limits.length ? `under ${write(limits[0] ?? 0)}` : 'all',
    ...limits.map((limit, index) =>
      index === limits.length - 1
        ? `${write(limit)} or more`
        : `${write(limit)} to ${write(limits[index + 1] ?? limit)}`,
    ),
  ];
  return (
    <div className="legend">
      {measure}
      <ul className="legend-scale" aria-label="Classes of colour">
        {words.map((word, index) => (
          <li key={word}>
            <i className={`seq-${index + 1}`} />
            {word}
          </li>
        ))}
      </ul>
      <p className="note">
        <HiddenTag /> {HIDDEN} Dashed edge: fewer than 10 people, so a count and no rate. Large number: rate.
        Small number: people.
      </p>
    </div>
  );
}
