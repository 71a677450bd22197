import { rangeWords } from '#statements';
import { HIDDEN } from '../figures/hidden';
import { HiddenTag } from '../figures/HiddenTag';
import { count, decimal } from '../figures/format';

const write = (limit: number): string => (Number.isInteger(limit) ? count(limit) : decimal(limit));

interface Props {
  /** None: no ward has a rate. */
  limits: number[];
  measure: string;
  /** What a dashed edge means here. */
  noRate: string;
}

/** The classes of the tile map in words; the value itself is always printed on the tile. */
export function Legend({ limits, measure, noRate }: Props) {
  const words = [
    `under ${write(limits[0] ?? 0)}`,
    ...limits.map((limit, index) =>
      index === limits.length - 1
        ? `${write(limit)} or more`
        : rangeWords(write(limit), write(limits[index + 1] ?? limit)),
    ),
  ];
  return (
    <div className="legend">
      {measure}
      {limits.length > 0 && (
        <ul className="legend-scale" aria-label="Classes of colour">
          {words.map((word, index) => (
            <li key={word}>
              <i className={`seq-${index + 1}`} />
              {word}
            </li>
          ))}
        </ul>
      )}
      <p className="note">
        <HiddenTag /> {HIDDEN} Dashed edge: {noRate}{' '}
        {limits.length > 0 && 'Large number: rate. Small number: people.'}
      </p>
    </div>
  );
}
