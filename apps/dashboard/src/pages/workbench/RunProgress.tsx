import { count } from '../../figures/format';
import type { Run } from './useWorkbench';

const WORDS: Record<Run['kind'], string> = {
  REFINE: 'The coder is learning',
  TRAIN: 'The coder is learning from your codings',
  RECODE: 'Every comment is being coded anew',
  PROPOSE: 'Looking for themes that nobody has named',
  BATCH: 'Choosing the next comments',
};

/** How far a piece of long work is, in words and as a bar; it ends without the page being asked. */
export function RunProgress({ run }: { run: Pick<Run, 'kind' | 'stage' | 'done' | 'total'> }) {
  const { kind, stage, done, total } = run;
  return (
    <div className="run" role="status">
      <strong>{stage || WORDS[kind]}</strong>
      {total > 0 && (
        <>
          <progress max={total} value={done} aria-label={stage || WORDS[kind]} />
          <span>
            {count(done)} of {count(total)}
          </span>
        </>
      )}
    </div>
  );
}
