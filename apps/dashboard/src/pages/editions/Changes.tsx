import { useAnswer } from '../../app/answer';
import { Shown } from '../../states/Shown';
import { EDITION_PARTS } from '../overview/queries';
import { changesBetween, type ChangeLine } from './changes';

/** What a reader must not overlook. */
const MARKED = new Set<ChangeLine['kind']>(['Correction', 'Missing']);

/** What changed between an edition and the one before it (null of the first), in lines of one kind each. */
export function Changes({ number, before: earlier }: { number: number; before: number | null }) {
  const now = useAnswer({ query: EDITION_PARTS, variables: { number } });
  const first = earlier === null;
  const before = useAnswer({ query: EDITION_PARTS, variables: { number: earlier ?? 0 }, pause: first });
  const ready = now.data && (first || before.data) ? now.data : undefined;
  return (
    <Shown answer={{ ...now, data: ready, error: now.error ?? before.error }} rows={4}>
      {({ edition }) => {
        const lines = edition ? changesBetween(edition, before.data?.edition ?? null) : [];
        return lines.length ? (
          <ul className="changes">
            {lines.map((line) => (
              <li key={`${line.kind} ${line.title}`}>
                <span className={`word ${MARKED.has(line.kind) ? 'late' : 'grey'}`}>{line.kind}</span>
                <span>
                  <strong>{line.title}.</strong> {line.words}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">Nothing but the date.</p>
        );
      }}
    </Shown>
  );
}
