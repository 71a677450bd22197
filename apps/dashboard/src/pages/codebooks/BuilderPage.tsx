import { useParams } from 'react-router';
import { useAnswer } from '../../app/answer';
import { usePolling } from '../../app/polling';
import { plural } from '../../figures/format';
import { Empty } from '../../states/Empty';
import { Shown } from '../../states/Shown';
import { CodeAndCheck } from './CodeAndCheck';
import { isUnderWay } from '../workbench/useWorkbench';
import type { Draft } from './draft';
import { ForEditors } from './ForEditors';
import { DRAFT } from './queries';
import { Shape } from './Shape';
import { SignOff } from './SignOff';

/** A codebook from its comments: the hub groups, people shape, the coder learns, two people sign. */
export function BuilderPage() {
  const { code = '' } = useParams();
  const answer = useAnswer({ query: DRAFT, variables: { code }, fresh: true });
  const draft = answer.data?.codebookDraft;
  usePolling(answer.again, draft?.runs.some(isUnderWay) ?? false, 1_500);
  return (
    <ForEditors
      title={draft ? `Themes for “${draft.codebook.name}”` : 'A codebook'}
      lede={draft ? ledeOf(draft) : ''}
      trail={[['/workbench/codebooks', 'Codebooks']]}
    >
      <Shown answer={answer} rows={12}>
        {({ codebookDraft: shown }) =>
          shown ? (
            <Builder draft={shown} again={answer.again} />
          ) : (
            <Empty title="There is no such codebook for you">
              <p>It may belong to another agency.</p>
            </Empty>
          )
        }
      </Shown>
    </ForEditors>
  );
}

function ledeOf({ codes, themes }: Draft): string {
  const comments = themes.reduce((sum, theme) => sum + theme.comments, 0);
  const questions = codes.map(({ text }) => `“${text}”`).join(', ');
  return `${plural(comments, 'comment', 'comments')} to ${questions}, grouped by what they say. People decide; nothing is counted until somebody signs.`;
}

function Builder({ draft, again }: { draft: Draft; again: () => void }) {
  const busy = draft.runs.find(isUnderWay);
  const failed = draft.runs[0]?.state === 'FAILED';
  return (
    <>
      {busy && (
        <div className="run" role="status">
          <strong>{busy.stage || 'Waiting for its turn'}</strong>
        </div>
      )}
      {failed && (
        <p className="govuk-error-message" role="alert">
          The last work on this codebook failed. Whoever runs the hub sees why.
        </p>
      )}
      {draft.uncoded > 0 && !busy && (
        <p className="note" role="status">
          {plural(draft.uncoded, 'comment is', 'comments are')} not coded yet by version{' '}
          {draft.codebook.inForce}, which is in force; until all are, no edition counts by it. It takes a
          moment after a delivery. If it stays so, its coder learned with a sentence model that is not
          installed here: code every comment again and sign that off.
        </p>
      )}
      {draft.themes.length > 0 && <Shape draft={draft} again={again} />}
      {draft.themes.some(({ state }) => state === 'KEPT') && (
        <>
          <CodeAndCheck draft={draft} again={again} />
          <SignOff draft={draft} again={again} />
        </>
      )}
    </>
  );
}
