import { Empty } from './Empty';

/** The hub is there, but no edition has been published: nothing may be shown in public. */
export function Unpublished() {
  return (
    <Empty title="Nothing is published yet">
      <p>Figures stand here once the first edition is published.</p>
    </Empty>
  );
}
