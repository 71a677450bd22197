import { unanswered } from './unanswered.js';

/** Scales in common use in British surveys, each in its own order from one end to the other. Sources: docs/glossary.md, "scale". */
const SCALES: readonly (readonly string[])[] = [
  ['Strongly agree', 'Agree', 'Neither agree nor disagree', 'Disagree', 'Strongly disagree'],
  ['Strongly agree', 'Tend to agree', 'Neither agree nor disagree', 'Tend to disagree', 'Strongly disagree'],
  ['Definitely agree', 'Tend to agree', 'Tend to disagree', 'Definitely disagree'],
  ['Agree strongly', 'Agree slightly', 'Neither', 'Disagree slightly', 'Disagree strongly'],
  ['Agree', 'Neither', 'Disagree'],
  ['Agree', 'Partly agree', 'Disagree'],
  ['Strongly support', 'Support', 'Neither support nor oppose', 'Oppose', 'Strongly oppose'],
  ['Strongly support', 'Tend to support', 'Neutral', 'Tend to oppose', 'Strongly oppose'],
  ['Support', 'Neutral', 'Oppose'],
  ['Very safe', 'Safe', 'Neither safe nor unsafe', 'Unsafe', 'Very unsafe'],
  ['Very safe', 'Fairly safe', 'Neither safe nor unsafe', 'Fairly unsafe', 'Very unsafe'],
  ['Very safe', 'Fairly safe', 'A bit unsafe', 'Very unsafe'],
  ['Very safe', 'Quite safe', 'Not very safe', 'Not at all safe'],
  ['Very satisfied', 'Satisfied', 'Neither satisfied nor dissatisfied', 'Dissatisfied', 'Very dissatisfied'],
  [
    'Very satisfied',
    'Fairly satisfied',
    'Neither satisfied nor dissatisfied',
    'Fairly dissatisfied',
    'Very dissatisfied',
  ],
  ['Extremely satisfied', 'Very satisfied', 'Somewhat satisfied', 'Not so satisfied', 'Not at all satisfied'],
  ['Very good', 'Good', 'Neither good nor poor', 'Poor', 'Very poor'],
  ['Excellent', 'Very good', 'Good', 'Fair', 'Poor', 'Very poor'],
  ['Excellent', 'Good', 'Average', 'Poor', 'Terrible'],
  ['Very good', 'Good', 'Fair', 'Bad', 'Very bad'],
  ['Good', 'Average', 'Poor'],
  ['Good', 'OK', 'Poor'],
  ['Extremely likely', 'Likely', 'Neither likely nor unlikely', 'Unlikely', 'Extremely unlikely'],
  ['Very likely', 'Fairly likely', 'Neither likely nor unlikely', 'Fairly unlikely', 'Very unlikely'],
  ['Very likely', 'Likely', 'Unlikely', 'Very unlikely'],
  ['Always', 'Usually', 'Often', 'Sometimes', 'Occasionally', 'Seldom', 'Rarely', 'Hardly ever', 'Never'],
  ['All of the time', 'Most of the time', 'Often', 'Some of the time', 'Rarely', 'None of the time'],
  ['Daily', 'Weekly', 'Fortnightly', 'Monthly', 'Less often', 'Yearly', 'Never'],
  [
    'Every day',
    'Most days',
    'At least once a week',
    'At least once a month',
    'Less than once a month',
    'Never',
  ],
  [
    'Several times a week',
    'Once a week',
    'Once or twice a month',
    'A few times a year',
    'Once a year',
    'Never',
  ],
  ['Very often', 'Fairly often', 'Not very often', 'Not at all'],
  ['A great deal', 'A fair amount', 'Not very much', 'Not at all'],
  ['A lot', 'A little', 'Not at all'],
  ['To a great extent', 'To some extent', 'To a small extent', 'Not at all'],
  ['Very important', 'Important', 'Neither important nor unimportant', 'Unimportant', 'Not at all important'],
  ['Very important', 'Fairly important', 'Not very important', 'Not at all important'],
  ['Essential', 'High priority', 'Medium priority', 'Low priority', 'Not a priority'],
  ['High', 'Medium', 'Low'],
  ['Very easy', 'Easy', 'Neither easy nor difficult', 'Difficult', 'Very difficult'],
  ['Very easy', 'Fairly easy', 'Neither easy nor difficult', 'Fairly difficult', 'Very difficult'],
  ['Very easy', 'Quite easy', 'Neither easy nor difficult', 'Quite difficult', 'Very difficult'],
  ['Outstanding', 'Good', 'Requires improvement', 'Inadequate'],
  ['Much too high', 'Too high', 'About right', 'Too low', 'Much too low'],
  ['Far too high', 'A bit too high', 'About right', 'A bit too low', 'Far too low'],
  ['Much too high', 'A little too high', 'About right', 'A little too low', 'Much too low'],
  ['Too much', 'About right', 'Too little'],
  ['Too many', 'About right', 'Too few'],
  ['Too long', 'About right', 'Too short'],
  ['Too fast', 'About right', 'Too slow'],
  ['Very well', 'Fairly well', 'Not very well', 'Not at all well'],
  ['Very confident', 'Fairly confident', 'Not very confident', 'Not at all confident'],
  ['Very worried', 'Fairly worried', 'Not very worried', 'Not at all worried'],
  ['Very concerned', 'Fairly concerned', 'Not very concerned', 'Not at all concerned'],
  ['A very big problem', 'A fairly big problem', 'Not a very big problem', 'Not a problem at all'],
  ['Very positive', 'Positive', 'Neutral', 'Negative', 'Very negative'],
  ['Much better', 'Better', 'About the same', 'Worse', 'Much worse'],
  ['Much better', 'A bit better', 'About the same', 'A bit worse', 'Much worse'],
  ['Much better', 'A little better', 'About the same', 'A little worse', 'Much worse'],
  ['Much better', 'Slightly better', 'About the same', 'Slightly worse', 'Much worse'],
  ['Got better', 'Stayed the same', 'Got worse'],
  ['Better', 'The same', 'Worse'],
  ['Very happy', 'Happy', 'Neutral', 'Unhappy', 'Very unhappy'],
  ['Very strongly', 'Fairly strongly', 'Not very strongly', 'Not at all strongly'],
  ['Yes, definitely', 'Yes, to some extent', 'No'],
  ['Yes', 'Partly', 'No'],
  ['Yes', 'Maybe', 'No'],
  ['Yes', 'Not sure', 'No'],
  ['True', 'False'],
];

/** A first step that says nothing good: the scale then runs from bad to good. */
const BAD =
  /\b(unsafe|dissatisfied|disagree|poor|bad|unlikely|difficult|negative|oppose|never|worse|unhappy|terrible|worried|concerned|problem|unimportant)\b|^not |^none|^no$|^hardly/;
const MIDDLE =
  /^(neither|neutral|average|ok|fair|about the same|the same|stayed the same|sometimes|it depends|partly|maybe)$/;

/** Does an answer stand beside a scale, as no step of it? */
const isBeside = (answer: string): boolean =>
  /^other( \/.*)?$/.test(plain(answer)) || unanswered(answer) !== null;

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/^\d+\s*[-.:)=]\s*/, '')
    .replace(/[_\s]+/g, ' ')
    .replace(/^neither .*|^neutral$|^neither$/, 'neither')
    .trim();

const READY = SCALES.map((steps) => steps.map(plain));
const STEPS = new Set(READY.flat());

/** Does an answer belong to any of the scales, or stand beside one? */
export const isScaleStep = (answer: string): boolean => STEPS.has(plain(answer)) || isBeside(answer);

/**
 * The answers of a column in the order of their scale, with what stands beside the scale at the end; null where no one scale
 * holds them all. A yes alone, or two steps, are no scale.
 */
export function scaleOrder(answers: readonly string[]): string[] | null {
  const steps = answers.filter((answer) => !isBeside(answer));
  // Yes and no alone are a choice; with a step between them they are a scale.
  if (steps.every((answer) => /^(yes|no|true|false)$/.test(plain(answer)))) return null;
  if (steps.length < 2) return null;
  const keys = new Set(steps.map(plain));
  const fitting = READY.filter((scale) => [...keys].every((key) => scale.includes(key)));
  const [best] = fitting.sort((a, b) => a.length - b.length);
  if (!best || (best.length < 3 && keys.size < 3)) return null;
  const place = (answer: string): number => {
    const at = best.indexOf(plain(answer));
    return at < 0 ? best.length : at;
  };
  return [...answers].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** How far from the middle a step of a scale is: -2, -1 on the bad side, 1, 2 on the good one, 0 in the middle. */
export type ScaleSide = -2 | -1 | 0 | 1 | 2;

/**
 * On which side of the middle each answer of a scale lies, in the order given, whichever end comes first.
 * @param labels steps alone, in the scale's order; of an odd number the middle one must say so ("neither")
 * @returns null where the answers are no scale with two sides
 */
export function scaleSides(labels: readonly string[]): ScaleSide[] | null {
  const steps = labels.map(plain);
  if (steps.length < 3 || steps.length > 7 || !steps.some((step) => STEPS.has(step))) return null;
  const half = Math.floor(steps.length / 2);
  if (steps.length % 2 === 1 && !MIDDLE.test(steps[half]!)) return null;
  const [first, last] = [BAD.test(steps[0]!), BAD.test(steps.at(-1)!)];
  if (first === last) return null;
  return steps.map((_, at) => {
    if (steps.length % 2 === 1 && at === half) return 0;
    const bad = first ? at < half : at >= steps.length - half;
    const far = at === 0 || at === steps.length - 1 ? 2 : 1;
    return (bad ? -far : far) as ScaleSide;
  });
}
