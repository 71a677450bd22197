interface Props {
  /** Cursors of the pages gone through; empty on the first. */
  trail: readonly string[];
  next: string | null;
  onTrail: (trail: string[]) => void;
  /** Number of pages, where it is known. */
  pages?: number;
  words?: { back: string; on: string };
}

/** Page by page through a list that the hub hands out with cursors. */
export function Pages({ trail, next, onTrail, pages, words = { back: 'Previous', on: 'Next' } }: Props) {
  if (trail.length === 0 && !next) return null;
  return (
    <nav className="buttons" aria-label="Pages" style={{ marginTop: 16 }}>
      <button
        className="button second"
        disabled={trail.length === 0}
        onClick={() => onTrail(trail.slice(0, -1))}
      >
        {words.back}
      </button>
      {pages !== undefined && (
        <span>
          Page {trail.length + 1} of {pages}
        </span>
      )}
      <button className="button second" disabled={!next} onClick={() => next && onTrail([...trail, next])}>
        {words.on}
      </button>
    </nav>
  );
}
