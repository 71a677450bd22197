import { Link, useLocation } from 'react-router';
import { useTitle } from '../app/title';
import { useFrame } from '../app/view';

/** In the place of any page whose address asks for an edition that was never published. */
export function UnknownEditionPage({ number }: { number: number }) {
  const { hub } = useFrame();
  const { pathname } = useLocation();
  const title = `There is no edition ${number}`;
  useTitle(title);
  const latest = hub.latestEdition?.number;
  return (
    <div className="prose">
      <h1>{title}</h1>
      <div style={{ marginTop: 16 }}>
        <p>
          {latest === undefined
            ? 'No edition has been published yet. The number in the address may be mistyped.'
            : `Editions are numbered from 1 to ${latest}. The number in the address may be mistyped.`}
        </p>
        {latest !== undefined && (
          <p>
            <Link className="link" to={pathname}>
              See this page in edition {latest}, the latest
            </Link>
            , or{' '}
            <Link className="link" to="/editions">
              all editions
            </Link>
            .
          </p>
        )}
      </div>
    </div>
  );
}
