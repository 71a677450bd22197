import { useEffect, useRef } from 'react';
import { Outlet, useLocation, useSearchParams } from 'react-router';
import { useAnswer } from '../app/answer';
import { FRAME } from '../app/queries';
import { editionIn, FrameContext, useView, type Frame } from '../app/view';
import { ShownFiltersContext, type ShownFilters } from '../filters/shown';
import { ReceiptProvider } from '../receipt/ReceiptProvider';
import { UnknownEditionPage } from '../pages/UnknownEditionPage';
import { Failed } from '../states/Failed';
import { Skeleton } from '../states/Skeleton';
import { EditionBar } from './EditionBar';
import { Foot } from './Foot';
import { KeysDialog } from './KeysDialog';
import { Masthead } from './Masthead';
import { Menu } from './Menu';
import { PeriodLine } from './PeriodLine';

/** The frame around every page; nothing is drawn before it is known which edition is being read. */
export function Layout() {
  const [search] = useSearchParams();
  const frame = useAnswer({ query: FRAME, variables: { edition: editionIn(search) } });
  return (
    <>
      <a href="#content" className="govuk-skip-link">
        Skip to main content
      </a>
      {frame.data ? (
        <FrameContext value={frame.data}>
          <Framed frame={frame.data} waiting={frame.waiting} />
        </FrameContext>
      ) : (
        <main id="content" className="width" tabIndex={-1}>
          {frame.error ? (
            <Failed error={frame.error} again={frame.again} title="The hub did not answer" level={1} />
          ) : (
            <Skeleton rows={6} />
          )}
        </main>
      )}
    </>
  );
}

function Framed({ frame, waiting }: { frame: Frame; waiting: boolean }) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef<ShownFilters>(new Map());
  useNewPage(main);
  return (
    <ReceiptProvider>
      <Masthead frame={frame} />
      <Menu frame={frame} />
      <EditionBar frame={frame} />
      <main id="content" className="width" tabIndex={-1} ref={main}>
        <ShownFiltersContext value={shown}>
          <Asked frame={frame} waiting={waiting} />
          <PeriodLine />
        </ShownFiltersContext>
      </main>
      <Foot frame={frame} />
      <KeysDialog />
    </ReceiptProvider>
  );
}

/** The page, unless its address asks for an edition that was never published: no figure may then stand here. */
function Asked({ frame, waiting }: { frame: Frame; waiting: boolean }) {
  const { edition, working } = useView();
  if (working || frame.edition) return <Outlet />;
  // On the way from one edition to another it is not known yet whether there is one.
  if (waiting) return <Skeleton rows={6} />;
  return edition === null ? <Outlet /> : <UnknownEditionPage number={edition} />;
}

/** A new page starts at its top with its heading read out; a mere change of filters moves nothing. */
function useNewPage(main: React.RefObject<HTMLElement | null>) {
  const { pathname } = useLocation();
  const seen = useRef(pathname);
  useEffect(() => {
    if (seen.current === pathname) return;
    seen.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}
