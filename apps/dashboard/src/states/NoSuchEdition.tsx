import { Link } from 'react-router';
import { Empty } from './Empty';

/** A question about an edition that was never published. */
export function NoSuchEdition() {
  return (
    <Empty title="There is no such edition">
      <p>
        See <Link to="/editions">all editions</Link>, or read <Link to="/">the latest</Link>.
      </p>
    </Empty>
  );
}
