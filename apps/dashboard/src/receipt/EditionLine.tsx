import { day } from '../figures/format';

interface Props {
  /** null for a working figure. */
  edition: { number: number; publishedAt: string; fingerprint: string } | null | undefined;
}

/** Which edition something is of, and its fingerprint. */
export function EditionLine({ edition }: Props) {
  return (
    <p>
      <strong>{edition ? `Edition ${edition.number}` : 'Working, not published'}</strong>
      {edition && (
        <>
          , published {day(edition.publishedAt)} · fingerprint <strong>{edition.fingerprint}</strong>
        </>
      )}
    </p>
  );
}
