import { segmentsOf } from '../../apps/api/src/analyst/coding/comment-shape.js';
import { inAnswers, wholeTexts } from '../../libs/pipeline/src/coding/whole-text.js';

describe('a comment as it may be shown', () => {
  const text = 'Ask Mary Smith about the bins on Drake Lane.';
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('never holds a word of what is masked, however evidence and mask overlap', () => {
    const masks = [{ span: span('Mary Smith'), type: 'person' }];
    const marks = [
      { theme: 'litter', span: span('Smith about the bins') },
      { theme: 'litter', span: span('Mary') },
    ];
    const segments = segmentsOf(text, masks, marks);
    const shown = segments.map((one) => one.text).join('');
    expect(shown).toBe('Ask  about the bins on Drake Lane.');
    expect(segments.filter(({ masked }) => masked === 'person')).toHaveLength(1);
    expect(segments.find((one) => one.text.includes('bins'))?.themes).toEqual(['litter']);
  });

  it('is whole where nothing is masked', () => {
    const marks = [{ theme: 'litter', span: span('bins') }];
    expect(segmentsOf(text, [], marks).map((one) => one.text)).toEqual([
      'Ask Mary Smith about the ',
      'bins',
      ' on Drake Lane.',
    ]);
  });
});

describe('answers coded as one text', () => {
  const part = (answer: number, text: string) => ({
    submission: 's',
    agency: 'a',
    answer,
    hash: 'a',
    question: 'Why?',
    text,
  });

  it('lead back to the answer and the place that evidence stands in', () => {
    const [whole] = wholeTexts(
      [part(1, 'Too dark.'), part(2, 'None'), part(3, 'More lights')],
      (text) => text === 'None',
    );
    expect(whole?.response?.text).toBe('Too dark.\nMore lights');
    expect(inAnswers(whole!, { start: 15, end: 21 })).toEqual([{ answer: 3, span: { start: 5, end: 11 } }]);
    expect(inAnswers(whole!, { start: 4, end: 14 })).toEqual([
      { answer: 1, span: { start: 4, end: 9 } },
      { answer: 3, span: { start: 0, end: 4 } },
    ]);
  });
});
