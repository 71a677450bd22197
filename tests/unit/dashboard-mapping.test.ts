import { describe, expect, it } from '@jest/globals';
import {
  codeOf,
  isMapping,
  mappingProblems,
  MEANINGS,
  ruleOf,
  withEngagement,
  withMeaning,
  type Mapping,
} from '../../apps/dashboard/src/pages/upload/mapping.js';

const START: Mapping = {
  layout: { headerRows: 2 },
  engagement: { key: 'engagement-to-be-named', title: 'Engagement to be named' },
  columns: [
    { as: 'ignore', column: 'Notes' },
    { as: 'question', column: 'Why?', key: 'why', kind: 'free-text' },
  ],
};

describe('the mapping that a partner edits', () => {
  it('offers meanings that it can write and read again', () => {
    for (const { code } of MEANINGS) expect(codeOf(ruleOf(code, 'Column', 0, new Set()))).toBe(code);
  });

  it('changes one column and leaves all else untouched', () => {
    const changed = withMeaning(START, 'Notes', 0, 'respondent:postcode');
    expect(changed.columns[0]).toEqual({ as: 'respondent', column: 'Notes', field: 'postcode' });
    expect(changed.columns[1]).toBe(START.columns[1]);
    expect(changed['layout']).toBe(START['layout']);
  });

  it('gives two questions with the same label keys of their own', () => {
    const twice = withMeaning(START, 'Why', 4, 'question:free-text');
    const keys = twice.columns.flatMap((rule) => (rule.as === 'question' ? [rule['key']] : []));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('says what is still missing, until it is given', () => {
    expect(mappingProblems(START).map(({ field }) => field)).toEqual(['engagement-title']);
    expect(mappingProblems(withEngagement(START, 'Harbour talks'))).toEqual([]);
    const mute = withMeaning(START, 'Why?', 1, 'ignore');
    expect(mappingProblems(withEngagement(mute, 'Harbour talks')).map(({ field }) => field)).toEqual([
      'columns',
    ]);
  });

  it('knows a mapping from what a connector without one answers', () => {
    expect([isMapping(START), isMapping(null), isMapping({}), isMapping('x')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
