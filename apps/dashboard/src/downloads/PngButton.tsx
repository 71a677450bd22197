import type { RefObject } from 'react';
import { pngOf } from './png';
import { fileName, save } from './save';
import { useStamp } from './useStamp';

/** The drawing as a picture, with its title above and edition, filters and address below. */
export function PngButton({ title, drawing }: { title: string; drawing: RefObject<HTMLElement | null> }) {
  const stamp = useStamp();
  const download = async () => {
    const svg = drawing.current?.querySelector('svg');
    if (!svg) return;
    const { lines, file } = stamp();
    save(`${fileName(title)}-${file}.png`, 'image/png', await pngOf(svg, title, lines));
  };
  return (
    <button type="button" className="link-button" onClick={() => void download()}>
      PNG<span className="govuk-visually-hidden">: {title}</span>
    </button>
  );
}
