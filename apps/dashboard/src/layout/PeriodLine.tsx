import type { ReactNode } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { useAnswer } from '../app/answer';
import { useFrame, useView } from '../app/view';
import { capital } from '../figures/format';
import { graphql } from '../gql';

const PERIOD = graphql(`
  query EditionPeriod($edition: Int) {
    edition(number: $edition) {
      number
      period
    }
  }
`);

/** Pages on which figures of an edition stand. */
const OF_FIGURES =
  /^\/($|themes|wards|communities|engagements|unheard|grades|figures|questions|reach|engage-next)/;

/** Which time the figures are of where no part of it is chosen, in the edition's own words; null of working figures and until it is known. */
export function usePeriod(): string | null {
  const { edition } = useFrame();
  const { working } = useView();
  const number = working ? null : (edition?.number ?? null);
  const { data } = useAnswer({ query: PERIOD, variables: { edition: number }, pause: number === null });
  return number === null ? null : (data?.edition?.period ?? null);
}

/** Under every page of figures; of no other is the period asked for. */
export const PeriodLine = () => <OfFigures>{(said) => <p className="note no-print">{said}</p>}</OfFigures>;

/** The same beside the edition, where it is on paper: the last line of a page might stand on a sheet of its own. */
export const PeriodInPrint = () => <OfFigures>{(said) => <li className="in-print">{said}</li>}</OfFigures>;

interface Props {
  children: (said: string) => ReactNode;
}

function OfFigures(props: Props) {
  const { pathname } = useLocation();
  return OF_FIGURES.test(pathname) ? <Period {...props} /> : null;
}

/** Where a period is chosen its filter says so, and this of what that does not narrow. */
function Period({ children }: Props) {
  const [search] = useSearchParams();
  const period = usePeriod();
  if (!period) return null;
  return children(
    search.has('quarter') ? `What the chosen period does not narrow is of ${period}.` : `${capital(period)}.`,
  );
}
