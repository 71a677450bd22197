import { useId } from 'react';

/** A name for a pattern that no other drawing on the page uses. */
export const useHatch = (): string => `hatch${useId().replaceAll(/[^a-zA-Z0-9]/g, '')}`;

/** Diagonal hatching: what was taken away, or may not be told. Colours are attributes so that exports keep them. */
export function Hatch({
  id,
  ground = '#ffffff',
  line = '#c3cdd0',
  gap = 6,
}: {
  id: string;
  ground?: string;
  line?: string;
  gap?: number;
}) {
  return (
    <defs>
      <pattern id={id} width={gap} height={gap} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={gap} height={gap} fill={ground} />
        <line x1="0" y1="0" x2="0" y2={gap} stroke={line} strokeWidth="2" />
      </pattern>
    </defs>
  );
}
