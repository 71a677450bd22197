import Sequencer from '@jest/test-sequencer';

/** Folders whose tests take longest come first, so that at the end no core waits for one that began last. */
const FOLDERS = ['browser', 'journeys', 'truth', 'integration', 'architecture'];

/** Where jest knows from an earlier run how long tests took it goes by that; a clean clone knows nothing. */
export default class SlowFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = FOLDERS.findIndex((folder) => path.includes(`/tests/${folder}/`));
      return at < 0 ? FOLDERS.length : at;
    };
    const usual = super.sort(tests);
    if (usual.some(({ duration }) => duration)) return usual;
    return usual
      .map((test, at) => ({ test, at }))
      .sort((a, b) => place(a.test) - place(b.test) || a.at - b.at)
      .map(({ test }) => test);
  }
}
