import { Go } from '../app/Go';
import { count } from '../figures/format';
import { useWaits } from '../pages/waits/useWaits';

/** How much waits for whoever is signed in, on every page, with the way there. */
export function Waiting() {
  const { data } = useWaits(false);
  const many = data?.waits.length ?? 0;
  return (
    <Go to="/waits" className={`waiting-for-you ${many ? 'some' : ''}`}>
      {many ? (
        <>
          <strong>{count(many)}</strong> {many === 1 ? 'waits' : 'wait'} for you
        </>
      ) : (
        'Nothing waits'
      )}
    </Go>
  );
}
