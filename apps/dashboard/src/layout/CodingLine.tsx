import { useAnswer } from '../app/answer';
import { PROGRESS } from '../app/queries';
import type { Frame } from '../app/view';
import { usePolling } from '../app/polling';

const EVERY_MS = 5_000;

/** What the coder is at in the background, and the edition in which it ended. The figures on the page do not move. */
export function CodingLine({ frame }: { frame: Frame }) {
  const began = frame.hub.codingProgress;
  const answer = useAnswer({ query: PROGRESS, variables: {}, pause: !began, fresh: true });
  const hub = answer.data?.hub;
  const progress = hub ? hub.codingProgress : began;
  usePolling(answer.again, !!began && !!progress, EVERY_MS);
  const latest = hub?.latestEdition?.number ?? null;
  if (latest !== null && latest !== (frame.hub.latestEdition?.number ?? null))
    return (
      <div className="run slim" role="status">
        Edition {latest} is published.{' '}
        <a href="/" className="link same">
          Show the new figures
        </a>
      </div>
    );
  if (!progress) return null;
  const { stage, done, total } = progress;
  return (
    <div className="run slim">
      <span>
        Themes are being refined in the background: {stage ? stage.toLowerCase() : 'waiting to begin'}
        {total > 0 && `, ${Math.round((100 * done) / total)}%`}. This edition stays as it is; the next one
        will show it.
      </span>
      {total > 0 && <progress max={total} value={done} aria-label="Themes being refined" />}
    </div>
  );
}
