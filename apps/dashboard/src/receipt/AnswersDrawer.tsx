import { useAnswer } from '../app/answer';
import { useView } from '../app/view';
import { count } from '../figures/format';
import { ANSWERS_RECEIPT } from '../pages/engagements/results/queries';
import { Failed } from '../states/Failed';
import { Skeleton } from '../states/Skeleton';
import type { AnswersRequest } from './accounted';
import { DrawerShell } from './DrawerShell';
import { EditionLine } from './EditionLine';
import { Funnel } from './Funnel';
import { madeBy } from './made-by';
import { SourceTable } from './SourceTable';

/** "How was this counted?" of those who answered one question. */
export function AnswersDrawer({ request, onClose }: { request: AnswersRequest; onClose: () => void }) {
  const answer = useAnswer({ query: ANSWERS_RECEIPT, variables: { ...request.answers, ...useView() } });
  const found = answer.data?.answers.questions[0] ?? answer.data?.answers.themed[0];
  const base = found?.all.base;
  const title = base == null ? request.name : `${count(base)} people answered: ${request.name}`;
  const edition = answer.data?.answers.edition;
  return (
    <DrawerShell title={title} line={found?.message ?? ''} onClose={onClose}>
      {answer.error && (
        <Failed error={answer.error} again={answer.again} title="We could not fetch this receipt" level={3} />
      )}
      {!answer.error && !found && <Skeleton rows={9} />}
      {found && (
        <>
          <h3>From records to those who answered</h3>
          <Funnel receipt={found.receipt} />
          <h3>Protecting people</h3>
          <p>{found.receipt.suppression}</p>
          <h3>Sources</h3>
          <SourceTable sources={found.receipt.sources} />
          <div className="same-number">
            <EditionLine edition={edition} />
            <p className="quiet">{madeBy(found.receipt.versions)}</p>
          </div>
        </>
      )}
    </DrawerShell>
  );
}
