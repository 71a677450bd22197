import { Readable } from 'node:stream';
import { randomOf } from '#themes';

/** Question -> its closed answers: eight a row, as a consultation asks them. */
const CLOSED: Record<string, readonly string[]> = {
  'How safe do you feel by day?': ['Very safe', 'Fairly safe', 'A bit unsafe', 'Very unsafe', "Don't know"],
  'How safe do you feel after dark?': [
    'Very safe',
    'Fairly safe',
    'A bit unsafe',
    'Very unsafe',
    "Don't know",
  ],
  'How clean is your street?': ['Very clean', 'Clean', 'Dirty', 'Very dirty'],
  'Should the library open on Sundays?': ['Yes', 'No', "Don't know"],
  'Should the high street be closed to cars?': ['Yes', 'No', "Don't know"],
  'How do you mostly travel?': ['On foot', 'By bus', 'By bicycle', 'By car', 'Otherwise'],
  'How often do you use the park?': ['Daily', 'Weekly', 'Monthly', 'Never'],
  'How well are you kept informed?': ['Very well', 'Fairly well', 'Not very well', 'Not at all'],
};
export const QUESTIONS = Object.keys(CLOSED);
export const COMMENT = 'What should change?';
export const COLUMNS = ['Ref', 'When', 'Postcode', ...QUESTIONS, COMMENT];

const PLACES = [
  'Union Street',
  'the park',
  'Mutley Plain',
  'the bus stop',
  'Devonport',
  'the school gate',
  'the harbour',
];
const STARTS = [
  'I think',
  'It seems to me that',
  'As a resident of years',
  'My neighbours say',
  'Every evening',
  'To be honest',
];
const THINGS = [
  'the street lights are broken and it is dark near',
  'there are needles again beside',
  'cars speed past children at',
  'bins overflow and nobody comes to',
  'young people have nowhere to go around',
  'I feel safer since the wardens came to',
  'there is dog mess all over',
  'the pavement is cracked and my mother fell at',
  'people drink and shout at night in',
  'the buses never come on time to',
];
const ENDS = [
  'and somebody should do something about it soon.',
  'so we go another way now.',
  'which was better ten years ago.',
  'and I would gladly help to mend that.',
  'and the council knows of it.',
];

/**
 * A consultation as CSV, by synthetic people without names: eight closed answers a row, a comment in every tenth, about 150 bytes
 * a row. The same rows for the same seed.
 */
export function consultation(rows: number, seed: number): Readable {
  const chance = randomOf(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  const lines = function* (): Generator<string> {
    yield `${COLUMNS.join(',')}\n`;
    let chunk = '';
    for (let ref = 1; ref <= rows; ref++) {
      const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(chance() * 360))).toISOString().slice(0, 10);
      const closed = QUESTIONS.map((question) => one(CLOSED[question]!));
      const comment =
        ref % 10 === 0 ? `"${one(STARTS)} ${one(THINGS)} ${one(PLACES)}, ${one(ENDS)} (${ref})"` : '';
      chunk += `${ref},${day},PL${1 + Math.floor(chance() * 9)} ${1 + Math.floor(chance() * 9)}AA,${closed.join(',')},${comment}\n`;
      if (chunk.length < 65_536) continue;
      yield chunk;
      chunk = '';
    }
    yield chunk;
  };
  return Readable.from(lines());
}
