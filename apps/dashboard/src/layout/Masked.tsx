import { removedMark } from '#statements';

interface Segment {
  text: string;
  masked?: string | null;
}

/** What stands in place of personal data. */
export const Masked = ({ kind }: { kind: string }) => <span className="masked">{removedMark(kind)}</span>;

/** The words of a comment, personal data left out and named by its kind. */
export function Said({ segments }: { segments: readonly Segment[] }) {
  return (
    <p className="said">
      {segments.map(({ text, masked }, at) =>
        masked ? <Masked key={at} kind={masked} /> : <span key={at}>{text}</span>,
      )}
    </p>
  );
}
