import { useAnswer } from '../app/answer';
import { useView } from '../app/view';
import { Failed } from '../states/Failed';
import { Skeleton } from '../states/Skeleton';
import type { FigureRequest } from './accounted';
import { DrawerBody, headline } from './DrawerBody';
import { DrawerShell } from './DrawerShell';
import { narrowed, sameCell } from './narrow';
import { RECEIPT } from './queries';

/** "How was this counted?" of a figure. */
export function Drawer({ request, onClose }: { request: FigureRequest; onClose: () => void }) {
  const view = useView();
  const question = narrowed(request.question, request.keys);
  const answer = useAnswer({ query: RECEIPT, variables: { ...question, ...view } });
  const figure = request.keys.length
    ? answer.data?.figures.nodes.find((node) => sameCell(node.keys, request.keys))
    : answer.data?.figures.total;
  const head = figure ? headline(figure, request.name) : { title: request.name, line: '' };
  return (
    <DrawerShell {...head} onClose={onClose}>
      {answer.error ? (
        <Failed error={answer.error} again={answer.again} title="We could not fetch this receipt" level={3} />
      ) : figure ? (
        <DrawerBody figure={figure} question={question} title={head.title} />
      ) : answer.data ? (
        <p>There is nobody in this figure: nothing was received that fits these filters.</p>
      ) : (
        <Skeleton rows={9} />
      )}
    </DrawerShell>
  );
}
