import { useFrame } from '../../app/view';
import { Words } from './Words';

export function InformationPage() {
  const { hub } = useFrame();
  return (
    <Words title="How we use information">
      {hub.synthetic && (
        <p className="callout calm" style={{ marginTop: 16 }}>
          In this hub every person is made up. What follows describes how a hub with real people works.
        </p>
      )}
      <h2>What is kept</h2>
      <p>
        What people answered, when, and to which agency. Names, addresses and the like are kept apart in a
        vault, only where a data-sharing agreement allows it, and only to tell whether two submissions are by
        the same person.
      </p>
      <h2>Who sees it</h2>
      <ul>
        <li>The public sees figures only: rounded, and hidden where few people stand behind them.</li>
        <li>An agency sees what it sent itself.</li>
        <li>Analysts see comments as they were written, of their own agencies, and working figures.</li>
        <li>
          Reviewers see identifying details one record at a time, with a reason; each look is written down.
        </li>
      </ul>
      <h2>What is never done</h2>
      <p>
        No profile of a person is shown. No quote is shown in public before a person has released it. A
        postcode that you type to find your ward is neither stored nor logged. These pages set one cookie, and
        only after you sign in; they hold no tracker and fetch nothing from anybody else.
      </p>
      <h2>Your rights</h2>
      <p>
        You may ask the agency that you spoke to what is kept about you, to have it put right, or to have it
        erased. The agency answers for its records; the hub follows what it decides.
      </p>
    </Words>
  );
}
