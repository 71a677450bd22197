import { generateCity } from '#demo';
import { groupArguments, isNoAnswer, randomOf } from '#themes';

/** Campaign letters and single comments made of parts, with the truth of who copied from whom. */
const OPENINGS = [
  'I am writing because',
  'As a resident of this city',
  'My family and I feel that',
  'We ask the council to act as',
  'Every week I see how',
  'For years now',
];
const SUBJECTS = [
  'off-road bikes tear up the playing fields',
  'the street lights on our estate stay dark',
  'the youth club has been closed',
  'drug dealing goes on beside the school',
  'speeding cars make the crossing dangerous',
  'rubbish is dumped in the back lanes',
  'the last bus home feels unsafe',
  'nobody answers when we ring 101',
  'shop workers are threatened every day',
  'people sleep in doorways in all weathers',
];
const EFFECTS = [
  'my children can no longer play outside',
  'older neighbours are afraid to leave home',
  'small shops lose their customers',
  'nobody uses the park after dark',
  'we lie awake most nights',
  'our trust in the authorities is gone',
];
const WISHES = [
  'put more officers on the beat',
  'repair what is broken within a week',
  'bring back the wardens',
  'fund a place for teenagers to meet',
  'fit cameras that work',
  'tell us what has been done',
  'answer our letters at last',
];
const OWN = [
  'Please hurry.',
  'My mother agrees.',
  'Thank you for reading this.',
  'It has to stop!',
  'I have lived here since I was born.',
];

function makeComments(size: number): { id: string; text: string; truth: string }[] {
  const random = randomOf(11);
  const pick = (list: string[]): string => list[Math.floor(random() * list.length)]!;
  const letter = (): string =>
    `${pick(OPENINGS)} ${pick(SUBJECTS)}, ${pick(EFFECTS)}. ${pick(OPENINGS)} ${pick(SUBJECTS)} and ${pick(EFFECTS)}. Please ${pick(WISHES)} and ${pick(WISHES)}.`;
  const campaigns = Array.from({ length: size / 100 }, letter);
  return Array.from({ length: size }, (_, i) => {
    const copied = random() < 0.3 ? Math.floor(random() * campaigns.length) : -1;
    if (copied < 0) {
      const own = Array.from({ length: 9 + Math.floor(random() * 12) }, () =>
        pick(pick([...SUBJECTS, ...EFFECTS, ...WISHES]).split(' ')),
      );
      return { id: `r${i}`, text: own.join(' '), truth: `own ${i}` };
    }
    let text = campaigns[copied]!;
    if (random() < 0.3) text = text.replace(/\b(\w+)\b(?=[^\w]*$)/, 'now');
    if (random() < 0.3) text = `${text} ${pick(OWN)}`;
    if (random() < 0.2) text = text.toUpperCase();
    if (random() < 0.2) text = text.replace('please', 'pls').replace('children', 'kids');
    return { id: `r${i}`, text, truth: `campaign ${campaigns.indexOf(campaigns[copied]!)}` };
  });
}

/** F1 over pairs of comments said to be the same. */
function pairwiseF1(truth: string[], found: string[]): number {
  const pairs = (keys: string[]): number => {
    const sizes = new Map<string, number>();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const both = pairs(truth.map((key, i) => `${key} | ${found[i]}`));
  return (2 * both) / (pairs(truth) + pairs(found));
}

test('campaign copies with small changes are found among comments of the same words: pairwise F1 of .98', () => {
  const comments = makeComments(5000);
  const groups = groupArguments(comments);
  const f1 = pairwiseF1(
    comments.map(({ truth }) => truth),
    comments.map(({ id }) => groups.get(id)!),
  );
  console.log(`pairwise F1 ${f1.toFixed(4)}`);
  expect(f1).toBeGreaterThanOrEqual(0.98);
});

test('letters and equal words of the demonstration city are found: pairwise F1 of .98', () => {
  const { plan, truth } = generateCity({ seed: 11, size: 3_000 });
  const texts = plan.submissions.flatMap((submission) => submission.texts);
  const said = truth.texts
    .map(({ copyOf }, i) => ({ id: `r${i}`, text: texts[i]!.text, truth: copyOf ?? `own ${i}` }))
    .filter(({ text }) => !isNoAnswer(text));
  const groups = groupArguments(said);
  const f1 = pairwiseF1(
    said.map(({ truth: of }) => of),
    said.map(({ id }) => groups.get(id)!),
  );
  console.log(`demonstration city: pairwise F1 ${f1.toFixed(4)}`);
  expect(f1).toBeGreaterThanOrEqual(0.98);
});
