import { useFrame } from '../app/view';
import type { ReceiptFigure } from './accounted';
import { citation } from './same-number';

interface Props {
  figure: ReceiptFigure;
  title: string;
  /** Told what to say; the citation itself where the clipboard is closed to pages. */
  onCopied: (words: string) => void;
}

export function CiteButton({ figure, title, onCopied }: Props) {
  const { hub } = useFrame();
  const copy = async () => {
    const about = { figure, title, city: hub.city, synthetic: hub.synthetic };
    const text = citation({ ...about, address: window.location.href });
    try {
      await navigator.clipboard.writeText(text);
      onCopied('Copied.');
    } catch {
      onCopied(text);
    }
  };
  return (
    <button type="button" className="button second" onClick={() => void copy()}>
      Copy as citation
    </button>
  );
}
