import { useContext } from 'react';
import { useFrame, useView } from '../app/view';
import { usePeriod } from '../layout/PeriodLine';
import { ShownFiltersContext, shownIn } from '../filters/shown';
import { frozenAddress } from './frozen';
import { fileName } from './save';

/** What a download says of its figures. */
export interface Stamp {
  /** Edition, period, filters and address, a line each. */
  lines: string[];
  /** For the file's name: filters and edition. */
  file: string;
}

/**
 * What every download says of its figures: which edition, or that they are not published; if they are made up; under
 * which filters, of which time; and the address that brings them back. Made when the file is, so that it says what is shown then.
 */
export function useStamp(): (unfiltered?: boolean) => Stamp {
  const { edition, hub } = useFrame();
  const { working } = useView();
  const period = usePeriod();
  const shown = useContext(ShownFiltersContext);
  return (unfiltered = false) => {
    const { href, search } = window.location;
    const filters = shown && !unfiltered ? shownIn(shown.current, new URLSearchParams(search)) : [];
    const of = working
      ? WORKING
      : edition
        ? publishedAs(edition)
        : { words: 'No edition', file: 'no-edition' };
    const slug = fileName(filters.map((filter) => filter.slug).join(' '));
    return {
      lines: [
        `${of.words}${hub.synthetic ? ', synthetic: every person is made up' : ''}`,
        ...(period && !filters.some(({ slug }) => slug.startsWith('quarter-')) ? [`Period: ${period}`] : []),
        ...(filters.length ? [`Filters: ${filters.map(({ words }) => words).join('; ')}`] : []),
        frozenAddress(href, working ? null : (edition?.number ?? null)),
      ],
      file: slug ? `${slug}-${of.file}` : of.file,
    };
  };
}

const WORKING = {
  words: 'Working figures, not published, do not quote: these move every night',
  file: 'working-not-published',
};

const publishedAs = ({ number, fingerprint }: { number: number; fingerprint: string }) => ({
  words: `Edition ${number}, fingerprint ${fingerprint}`,
  file: `edition-${number}`,
});
