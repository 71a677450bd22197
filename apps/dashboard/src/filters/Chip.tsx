interface Props {
  /** What is filtered by, and the value chosen of it. */
  name: string;
  value: string;
  onRemove: () => void;
}

/** A chosen filter, which goes away at a press. */
export function Chip({ name, value, onRemove }: Props) {
  return (
    <li className="chip">
      <button type="button" onClick={onRemove} aria-label={`Take away the filter ${name}: ${value}`}>
        <span>
          {name}: <strong>{value}</strong>
        </span>
        <span className="no-print" aria-hidden="true">
          ×
        </span>
      </button>
    </li>
  );
}
