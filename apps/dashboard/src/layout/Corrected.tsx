import { Link, useLocation } from 'react-router';
import { useAnswer } from '../app/answer';
import { Go } from '../app/Go';
import { CORRECTIONS } from '../app/queries';

/** Said to whoever reads an older edition: what later editions put right. */
export function Corrected({ number }: { number: number }) {
  const { pathname } = useLocation();
  const { data } = useAnswer({ query: CORRECTIONS, variables: {} });
  const later = (data?.editions.nodes ?? []).filter((line) => line.number > number && line.correction);
  if (later.length === 0) return null;
  return (
    <div className="corrected">
      <strong>You are reading edition {number}.</strong> A later edition corrects what was published before
      it:
      <ul aria-label="Corrections by later editions">
        {later.map((line) => (
          <li key={line.number}>
            <Link className="link same" to={line.latest ? pathname : `${pathname}?edition=${line.number}`}>
              edition {line.number}
            </Link>
            : {line.correction}
          </li>
        ))}
      </ul>
      <Go to="/corrections" className="link same">
        All corrections
      </Go>
    </div>
  );
}
