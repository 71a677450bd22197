import { useState } from 'react';
import { plural } from '../../figures/format';
import { Section } from '../../layout/Section';
import type { OverTime } from './over-time';

/** Before it is asked again: the words to use, to copy. */
export function Advice({ of: { advice } }: { of: OverTime }) {
  const [copied, setCopied] = useState('');
  const words = [advice.text, ...advice.options.map((option) => `- ${option}`)].join('\n');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words);
      setCopied(`Wording ${advice.wording} is copied.`);
    } catch {
      setCopied('Your browser does not let us copy: take the words from the page.');
    }
  };
  return (
    <Section title="Before you ask it again">
      <p>
        <strong>
          Use wording {advice.wording}, with its {advice.options.length} answers in that order.
        </strong>{' '}
        Then your answers join {plural(advice.joins, 'earlier time', 'earlier times')}. Leave “don’t know”
        apart, and say how people were reached and who could answer.
      </p>
      <blockquote className="wording">“{advice.text}”</blockquote>
      <p>{advice.options.join(' · ')}</p>
      <button type="button" className="button" onClick={() => void copy()}>
        Copy wording {advice.wording}
      </button>
      <p className="note" role="status">
        {copied}
      </p>
    </Section>
  );
}
