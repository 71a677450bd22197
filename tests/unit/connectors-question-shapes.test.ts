import { deliver, fileOf } from '../support/deliver-file.js';

const mapping = {
  engagement: { key: 'k', title: 'T' },
  columns: [
    { as: 'question', column: 'Safe', key: 'safe', kind: 'scale', options: ['Very safe', 'Fairly safe', 'Unsafe'] },
    { as: 'question', column: 'Pay', key: 'pay', text: 'What would you pay?', kind: 'number', unit: 'pounds a month' },
    { as: 'question', column: 'Order', key: 'order', kind: 'ranking', delimiter: ';', options: ['Parks', 'Roads'] },
    { as: 'options', key: 'seen', text: 'What have you seen?', columns: { 'Seen litter': 'Litter', 'Seen noise': 'Noise' } },
    { as: 'matrix', key: 'rate', text: 'How good are these?', kind: 'scale', options: ['Good', 'Fair', 'Poor'], columns: { Parks: 'Parks', Buses: 'Buses' } },
    { as: 'question', column: 'Words', key: 'words', kind: 'free-text' },
  ],
}; // prettier-ignore
const FILE = fileOf(
  'a.csv',
  'Safe,Pay,Order,Seen litter,Seen noise,Buses,Parks,Words\nVery safe,5,Roads;Parks,1,,Good,Poor,Hello\n',
);

test('a delivery brings how its closed questions were asked, in the order asked, beside its answers', async () => {
  const { outcome, records } = await deliver('spreadsheet', mapping, [FILE]);
  const { questions } = outcome as unknown as { questions: Record<string, unknown>[] };
  const none = { matrix: null, unit: null };
  expect(questions).toEqual([
    { key: 'safe', kind: 'scale', options: ['Very safe', 'Fairly safe', 'Unsafe'], ...none },
    { key: 'pay', kind: 'number', options: [], matrix: null, unit: 'pounds a month' },
    { key: 'order', kind: 'ranking', options: ['Parks', 'Roads'], ...none },
    { key: 'seen', kind: 'multi-choice', options: ['Litter', 'Noise'], ...none },
    ...['Buses', 'Parks'].map((item) => ({
      key: `rate.${item.toLowerCase()}`,
      kind: 'scale',
      options: ['Good', 'Fair', 'Poor'],
      matrix: { key: 'rate', text: 'How good are these?', item },
      unit: null,
    })),
  ]);
  // Every described question is one that the rows answer, by the same key.
  const answered = (records as { answers: { question: { key: string } }[] }[])[0]!.answers.map(
    ({ question }) => question.key,
  );
  expect(answered).toEqual(expect.arrayContaining(questions.map(({ key }) => key)));
});

test('a list that was read off a file says so', async () => {
  const rule = { as: 'question', column: 'Safe', key: 'safe', kind: 'choice', options: ['No', 'Yes'] };
  const shapeOf = async (more: object) => {
    const columns = [{ ...rule, ...more }, ...mapping.columns.slice(1)];
    const { outcome } = await deliver('spreadsheet', { ...mapping, columns }, [FILE]);
    return (outcome as unknown as { questions: object[] }).questions[0];
  };
  expect(await shapeOf({ learnt: true })).toMatchObject({ key: 'safe', learnt: true });
  expect(await shapeOf({})).not.toHaveProperty('learnt');
});
