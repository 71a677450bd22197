import { bareEngagement, noRespondent, type SubmissionRecord } from '#domain';

import { SharedEqual } from '../../libs/pipeline/src/intake/share-equal.js';

const row = (at: number, option: string, text: string): SubmissionRecord => ({
  kind: 'submission',
  file: 'a.csv',
  row: at,
  externalId: String(at),
  engagement: bareEngagement('e', 'E'),
  submittedOn: null,
  channel: null,
  respondent: { ...noRespondent(), postcode: 'PL4 8AA' },
  demographics: [{ characteristic: 'sex', asAsked: 'Female', wording: 'sex: Sex', code: 'female' }],
  communities: [],
  place: null,
  answers: [
    { question: { key: 'a', text: 'A', kind: 'choice' }, text: null, options: [option], value: null },
    { question: { key: 'q', text: 'Q', kind: 'free-text' }, text, options: [], value: null },
  ],
});

describe('records of a delivery that say the same', () => {
  const shared = new SharedEqual();
  const given = [row(2, 'Yes', 'Dark streets'), row(3, 'Yes', 'Dark streets'), row(4, 'No', 'Bins')];
  const kept = given.map((record) => shared.of(structuredClone(record)));

  it('are what they were', () => expect(kept).toEqual(given));

  it('hold what is equal once, and what differs each for itself', () => {
    const [first, second, third] = kept as [SubmissionRecord, SubmissionRecord, SubmissionRecord];
    expect(second.answers[0]).toBe(first.answers[0]);
    expect(third.answers[0]).not.toBe(first.answers[0]);
    expect(third.answers[1]!.question).toBe(first.answers[1]!.question);
    expect(second.respondent).toBe(first.respondent);
    expect(second.demographics[0]).toBe(first.demographics[0]);
  });
});
