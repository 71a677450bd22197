import { Link, useLocation, useSearchParams } from 'react-router';
import { Go } from '../app/Go';
import { CodingLine } from './CodingLine';
import { Corrected } from './Corrected';
import { hasRole, useView, type EditionLine, type Frame } from '../app/view';
import { day, moment } from '../figures/format';
import { PeriodInPrint } from './PeriodLine';

/** Which figures these are, said on every page; analysts may switch to the working ones. */
export function EditionBar({ frame }: { frame: Frame }) {
  const view = useView();
  const kind = view.working ? 'working' : frame.edition && !frame.edition.latest ? 'older' : '';
  return (
    <>
      {frame.hub.synthetic && (
        <div className="made-up">
          <div className="width">
            <strong>Every person and every comment here is made up.</strong> This is a demonstration of{' '}
            {frame.hub.city}; do not quote it.
          </div>
        </div>
      )}
      <section className={`edition-bar ${kind}`} aria-label="Which figures these are">
        <div className="width">
          {view.working ? <Working /> : <Published edition={frame.edition} asked={view.edition} />}
          {kind === 'older' && frame.edition && <Corrected number={frame.edition.number} />}
          <CodingLine frame={frame} />
          {hasRole(frame, 'ANALYST') && <Switch working={view.working} />}
        </div>
      </section>
    </>
  );
}

function Working() {
  return (
    <>
      <span className="number">Working figures</span>
      <ul>
        <li>
          <strong>Not published.</strong> Do not quote: these move every night.
        </li>
      </ul>
    </>
  );
}

function Published({ edition, asked }: { edition: EditionLine | null; asked: number | null }) {
  if (!edition) {
    return (
      <>
        <span className="number">{asked ? `There is no edition ${asked}` : 'No edition yet'}</span>
        <ul>
          <li>{asked ? <Latest /> : 'The first is published once something has been received and coded.'}</li>
        </ul>
      </>
    );
  }
  return (
    <>
      <span className="number">Edition {edition.number}</span>
      <ul>
        <li>
          Published <strong>{moment(edition.publishedAt)}</strong>
        </li>
        {edition.dataTo && (
          <li>
            data to <strong>{day(edition.dataTo)}</strong>
          </li>
        )}
        {!edition.latest && (
          <li>
            <strong>An older edition.</strong> It stays as it was. <Latest />
          </li>
        )}
        <PeriodInPrint />
        {edition.before !== null && (
          <li className="no-print">
            <Go to="/editions" className="link same">
              what changed since {edition.before}
            </Go>
          </li>
        )}
        <li className="no-print">
          <Go to="/editions" className="link same">
            all editions
          </Go>
        </li>
      </ul>
    </>
  );
}

/** The same page in the latest edition. */
function Latest() {
  const { pathname } = useLocation();
  return (
    <Link to={pathname} className="link same">
      Read the latest
    </Link>
  );
}

function Switch({ working }: { working: boolean }) {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  const to = (figures: string | null): string => {
    const next = new URLSearchParams(search);
    next.delete('figures');
    next.delete('edition');
    if (figures) next.set('figures', figures);
    return next.size ? `${pathname}?${next.toString()}` : pathname;
  };
  return (
    <nav className="switch" aria-label="Published or working figures">
      <Link to={to(null)} aria-current={!working}>
        Published edition
      </Link>
      <Link to={to('working')} aria-current={working}>
        Working figures
      </Link>
    </nav>
  );
}
