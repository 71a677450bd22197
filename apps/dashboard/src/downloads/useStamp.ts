import { useFrame, useView } from '../app/view';

/** What every download says of its figures: which edition, or that they are not published; and if they are made up. */
export function useStamp(): { words: string; file: string } {
  const { edition, hub } = useFrame();
  const { working } = useView();
  const madeUp = hub.synthetic ? ', synthetic: every person is made up' : '';
  if (working) {
    return {
      words: `Working figures, not published, do not quote: these move every night${madeUp}`,
      file: 'working-not-published',
    };
  }
  if (!edition) return { words: `No edition${madeUp}`, file: 'no-edition' };
  return {
    words: `Edition ${edition.number}, fingerprint ${edition.fingerprint}${madeUp}`,
    file: `edition-${edition.number}`,
  };
}
