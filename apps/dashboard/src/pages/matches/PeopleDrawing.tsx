import { likely } from './pair-rows';

const MOST = 5;

interface Props {
  a: number;
  b: number;
  /** Records of the same person that are neither A nor B. */
  others: number;
  together: boolean;
  probability: number;
}

/** Records as rings: those of A's person on the left, of B's on the right, the question between them. */
export function PeopleDrawing({ a, b, others, together, probability }: Props) {
  const words = together
    ? `A and B are one person with ${others} more records; the link between them is ${likely(probability)} likely.`
    : `A stands for ${a} records, B for ${b}; the link between them is ${likely(probability)} likely.`;
  return (
    <svg className="people-drawing" viewBox="0 0 320 130" role="img" aria-label={words}>
      <Satellites x={105} side={-1} count={Math.min(MOST, a - 1 + others)} />
      <Satellites x={215} side={1} count={Math.min(MOST, b - 1)} />
      <line x1="105" x2="215" y1="65" y2="65" className="question" />
      <text x="160" y="54" textAnchor="middle">
        {likely(probability)}
      </text>
      <circle cx="105" cy="65" r="17" className="solid" />
      <text x="105" y="70" textAnchor="middle" className="on-solid">
        A
      </text>
      <circle cx="215" cy="65" r="17" className="ring ink" />
      <text x="215" y="70" textAnchor="middle">
        B
      </text>
    </svg>
  );
}

function Satellites({ x, side, count }: { x: number; side: 1 | -1; count: number }) {
  return Array.from({ length: count }, (_, at) => {
    const angle = count === 1 ? 0 : (at / (count - 1) - 0.5) * 1.9;
    const [cx, cy] = [x + side * 62 * Math.cos(angle), 65 + 52 * Math.sin(angle)];
    return (
      <g key={at}>
        <line x1={x} y1="65" x2={cx} y2={cy} className="held" />
        <circle cx={cx} cy={cy} r="10" className="ring" />
      </g>
    );
  });
}
