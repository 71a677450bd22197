import { useState, type RefObject } from 'react';
import { sentencesOf, type Sentence } from '../search/sentences';

export interface SentenceRun {
  sentences: Sentence[];
  first: number;
  last: number;
  toggle: (at: number) => void;
  /** Places in the text; both 0 where it has no sentence. */
  from: number;
  to: number;
}

/** A run of a text's sentences that is longer or shorter at either end; never without any, never with a gap. */
export function useSentences(text: string): SentenceRun {
  const sentences = sentencesOf(text);
  const [[first, last], setEnds] = useState<[number, number]>([0, Math.max(0, sentences.length - 1)]);
  const toggle = (at: number) => {
    if (at < first || at > last) setEnds([Math.min(at, first), Math.max(at, last)]);
    else if (at === first && first < last) setEnds([first + 1, last]);
    else if (at === last && first < last) setEnds([first, last - 1]);
  };
  const [from, to] = [sentences[first]?.from ?? 0, sentences[last]?.to ?? 0];
  return { sentences, first, last, toggle, from, to };
}

interface Props {
  run: SentenceRun;
  legend?: RefObject<HTMLLegendElement | null>;
}

/** The sentences of a comment, of which some are to be quoted: ticked, never written. */
export function SentenceTicks({ run: { sentences, first, last, toggle }, legend }: Props) {
  return (
    <fieldset className="plain-fieldset">
      <legend tabIndex={-1} ref={legend}>
        Sentences to be quoted in public
      </legend>
      {sentences.map(({ words }, at) => (
        <label className="tick-line" key={at}>
          <input type="checkbox" checked={first <= at && at <= last} onChange={() => toggle(at)} /> {words}
        </label>
      ))}
    </fieldset>
  );
}
