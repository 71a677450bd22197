import { readFileSync } from 'node:fs';
import { generateCity } from '#demo';
import { randomOf, riskOf, safeguardingReasons } from '#themes';

import { sharedData } from '../support/shared-data.js';

/** Texts in which somebody may be at risk, as people write them, filled from a seed. */
const WHO = [
  'my neighbour',
  'the lady at number 9',
  'a girl in my class',
  'my brother',
  'an old man on our landing',
  'the little boy upstairs',
  'my friend',
  'a lad from the hostel',
];
const ENDS = [
  '',
  ' Please do something.',
  ' I did not know where else to write it.',
  ' Also the bins are never emptied.',
  ' Nobody listens!!',
];
const TEXTS = [
  (_who: string) => `I don't want to be here any more, everything is too much`,
  (who: string) => `${who} told me he is going to end it all this weekend`,
  (_who: string) => `Some nights I think about jumping off the bridge`,
  (who: string) => `${who} took an overdose last week and was sent home`,
  (_who: string) => `I have been cutting my arms again since the club closed`,
  (_who: string) => `There is no point in living round here, I would be better off dead`,
  (_who: string) => `My husband hits me when he has been drinking`,
  (who: string) => `I hear ${who} being beaten through the wall every Friday`,
  (_who: string) => `He checks my phone and won't let me see my friends`,
  (who: string) => `${who} has bruises all over and says she fell`,
  (_who: string) => `A man in a car keeps offering the school girls lifts and vapes`,
  (who: string) => `${who} is being groomed by someone online`,
  (_who: string) => `Older men come to the flat where the teenagers go, they give them drink and drugs`,
  (who: string) => `${who} is made to sell drugs for them and is scared to say no`,
  (who: string) => `They have taken over the flat of ${who}, he is vulnerable and sleeps in the kitchen`,
  (_who: string) => `The children next door are left alone all night with no food`,
  (who: string) => `${who} has not eaten for days and there is no heating`,
  (_who: string) => `The carer shouts at her and is rough, and money has gone missing`,
  (_who: string) => `My uncle touches me and says it is our secret`,
  (who: string) => `${who} was raped in the park and never told the police`,
  (_who: string) => `I am afraid of going home because of what dad will do`,
  (_who: string) => `The car wash men sleep there ten to a room and their passports were taken`,
  (who: string) => `${who} says he will kill his ex if he sees her`,
  (_who: string) => `My ex follows me to work and sits outside the house at night`,
  (_who: string) => `She is fifteen and is being sent abroad to be married`,
  (_who: string) => `Toddler next door is always crying, filthy and out in the road by himself`,
  (_who: string) => `I can't go on like this, I have saved up my tablets`,
  (who: string) => `${who} wanders about in her nightdress, she has dementia and no one looks after her`,
  (who: string) => `${who} carries a knife because he says they are coming for him`,
  (_who: string) => `My partner strangled me on Sunday, I can still feel it`,
];

test('at least 95% of 300 texts about people at risk are flagged', () => {
  const random = randomOf(5);
  const pick = (list: string[]): string => list[Math.floor(random() * list.length)]!;
  const missed: string[] = [];
  for (let i = 0; i < 300; i++) {
    const text = TEXTS[i % TEXTS.length]!(pick(WHO)) + pick(ENDS);
    const typed = random() < 0.3 ? text.toLowerCase().replaceAll("'", '') : text;
    if (safeguardingReasons(typed).length === 0) missed.push(typed);
  }
  expect(missed.length === 0 ? '' : [...new Set(missed)].slice(0, 12).join('\n')).toBe('');
  expect(missed.length).toBeLessThanOrEqual(15);
});

test.each([
  'Cars speed past the school and the lights are out',
  'More bins please, and a crossing by the shops',
  'The officers were friendly and I feel safe here',
  'Reception staff were kind and the wait was short',
])('"%s" is not flagged', (text) => expect(safeguardingReasons(text)).toEqual([]));

const comments = sharedData('comments', 'nhs-feedback', 'nine-themes-train.csv');

test('false alarms on comments about care stay rare enough for a person to read', () => {
  if (!comments) return;
  const lines = readFileSync(comments, 'utf8').split('\n');
  const rate = lines.filter((line) => safeguardingReasons(line).length > 0).length / lines.length;
  console.log(`flagged: ${(100 * rate).toFixed(1)}% of lines`);
  expect(rate).toBeLessThan(0.05);
});

/** Made-up comments on a city in which nobody is at risk, though they speak of subjects where somebody might be. */
const OF_SUBJECTS = [
  'Domestic abuse is everywhere in this city',
  'More support for rape victims, please',
  'The sexual assault centre was gentle and kind',
  'Teach hotel staff to spot grooming',
  'Men shouting abuse at passers-by',
  'Check on vulnerable tenants',
  'As a woman I feel vulnerable walking alone',
  'So many kids are carrying knives',
  'It cannot go on',
  'I would never let my kids play out',
];

test.each(OF_SUBJECTS)('"%s" speaks of a subject, and is not flagged', (text) =>
  expect(safeguardingReasons(text)).toEqual([]),
);

/** Idioms, what is past, and policy: the same words, and nobody at risk. Made up. */
const IDIOMS = [
  'My feet are killing me by the top of that hill',
  'I could murder a curry after nine',
  'You are strangling the high street',
  'Shoot the lot of them, the planters are hideous',
  'I volunteer for a suicide prevention helpline',
  'Teenage self-harm is rising, fund the charities',
  'I have a garage full of tools that I have been hoarding',
  'My husband will not let me near the compost',
  'The gulls attacked my sandwich',
  'My mother has dementia and loves the singing group',
  'We were starving by the time that the train came',
  'The cliff is at risk of falling',
  'I do not want to be kept waiting all day',
];

test.each(IDIOMS)('"%s" is an idiom or a matter of policy, and is not flagged', (text) =>
  expect(safeguardingReasons(text)).toEqual([]),
);

test.each([
  'he says he will kill me if I tell',
  'I have felt suicidal since the spring',
  'My son is suicidal',
  'I am self harming again',
  'My partner strangled me',
  'She is hoarding and he cannot get to the door',
  'My husband does not let me leave the house',
  'The little girl next door is starving',
  'i dont want to be here any more',
])('"%s" is flagged', (text) => expect(safeguardingReasons(text)).not.toEqual([]));

test('among 5,000 comments with 50 about people at risk, the first 50 of the queue hold at least 25 of them', () => {
  const random = randomOf(8);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const ordinary = generateCity({ seed: 2014, size: 4_200 }).plan.submissions.flatMap(({ texts }) =>
    texts.filter(({ safeguarding }) => !safeguarding).map(({ text }) => text),
  );
  const all = [
    ...ordinary.slice(0, 4_950).map((text) => ({ text, atRisk: false })),
    ...Array.from({ length: 50 }, (_, i) => ({
      text: TEXTS[i % TEXTS.length]!(pick(WHO)) + pick(ENDS),
      atRisk: true,
    })),
  ];
  expect(all).toHaveLength(5_000);
  const queue = all
    .flatMap((one) => {
      const risk = riskOf(one.text);
      return risk ? [{ ...one, risk }] : [];
    })
    .sort((a, b) => b.risk.score - a.risk.score);
  const flagged = queue.filter(({ atRisk }) => !atRisk).length / 4_950;
  console.log(`flagged without cause: ${(100 * flagged).toFixed(2)}%`);
  expect(flagged).toBeLessThanOrEqual(0.02);
  expect(queue.slice(0, 50).filter(({ atRisk }) => atRisk).length).toBeGreaterThanOrEqual(25);
});
