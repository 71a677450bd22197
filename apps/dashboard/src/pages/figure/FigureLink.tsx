import { useAnswer } from '../../app/answer';
import { Go } from '../../app/Go';
import { useFrame } from '../../app/view';
import { headline } from '../../receipt/DrawerBody';
import { figureAddress } from '../decisions/words';
import { ONE_FIGURE } from './queries';

/** A figure by its id: what it says, leading to how it was counted. Its id alone where the edition in hand has no such figure. */
export function FigureLink({ id }: { id: string }) {
  const { edition } = useFrame();
  const answer = useAnswer({
    query: ONE_FIGURE,
    variables: { id, edition: edition?.number ?? 0 },
    pause: !edition,
  });
  const figure = answer.data?.figure;
  if (!figure) return <code className="wrapping">{id}</code>;
  const name = figure.keys.map((key) => key.name).join(', ') || 'everybody who was heard';
  return <Go to={figureAddress(id)}>{headline(figure, name).title}</Go>;
}
