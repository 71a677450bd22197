import { Hatch, useHatch } from '../../charts/Hatch';
import { count } from '../../figures/format';

interface Counts {
  rows: number;
  accepted: number;
  repeated: number;
  rejected: number;
  leftOut: number;
}

/** The rows of a delivery as a sum that adds up, and as one bar. */
export function Sum({ counts }: { counts: Counts }) {
  const { rows, accepted, repeated, rejected, leftOut } = counts;
  const right = rows === accepted + repeated + rejected + leftOut;
  return (
    <section className="section" aria-label="The rows of this delivery">
      <div className="sum">
        <div>
          <strong>{count(rows)}</strong>rows in the file
        </div>
        <span className="operator" aria-label="equals">
          =
        </span>
        <div>
          <strong>{count(accepted)}</strong>accepted, new to us
        </div>
        <span className="operator" aria-label="plus">
          +
        </span>
        <div>
          <strong>{count(repeated)}</strong>repeated, already held, not counted twice
        </div>
        <span className="operator" aria-label="plus">
          +
        </span>
        <div>
          <strong>{count(rejected)}</strong>
          {rejected ? 'rejected, waiting for you' : 'rejected'}
        </div>
        {leftOut > 0 && (
          <>
            <span className="operator" aria-label="plus">
              +
            </span>
            <div>
              <strong>{count(leftOut)}</strong>left out, as the mapping says
            </div>
          </>
        )}
        <span className={`state push ${right ? 'on-time' : 'stopped'}`}>
          {right ? '✓ It adds up' : '✕ It does not add up: tell us'}
        </span>
      </div>
      {rows > 0 && <Bar {...counts} />}
    </section>
  );
}

function Bar({ rows, accepted, repeated, rejected, leftOut }: Counts) {
  const hatch = useHatch();
  const share = (part: number) => (100 * part) / rows;
  const words = (part: number, name: string) =>
    share(part) > 12 ? `${count(part)} ${name}` : share(part) > 3 ? count(part) : '';
  return (
    <svg
      className="sum-bar"
      role="img"
      aria-label={`${count(accepted)} accepted, ${count(repeated)} repeated, ${count(rejected)} rejected${leftOut ? `, ${count(leftOut)} left out` : ''}`}
    >
      <Hatch id={hatch} />
      <rect className="taken" width={`${share(accepted)}%`} height="32" />
      <rect className="held" x={`${share(accepted)}%`} width={`${share(repeated)}%`} height="32" />
      <rect
        x={`${share(accepted + repeated)}%`}
        width={`${share(rejected)}%`}
        height="32"
        fill={`url(#${hatch})`}
        stroke={rejected ? '#8b999d' : 'none'}
      />
      <text className="on-dark" x="8" y="21">
        {words(accepted, 'accepted')}
      </text>
      <text
        className={`on-light ${share(repeated) > 12 ? '' : 'small'}`}
        x={`${share(accepted)}%`}
        dx="8"
        y="21"
      >
        {words(repeated, 'repeated')}
      </text>
      <text
        className={`on-light ${share(rejected) > 12 ? '' : 'small'}`}
        x={`${share(accepted + repeated)}%`}
        dx="8"
        y="21"
      >
        {words(rejected, 'rejected')}
      </text>
    </svg>
  );
}
