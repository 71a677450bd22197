import { writeFileSync } from 'node:fs';

const STEPS = ['Very satisfied', 'Satisfied', 'Dissatisfied', 'Very dissatisfied'];
const WORDS = 'the path by the river floods when it rains and nobody comes to mend the lamps'.split(' ');
const PLACES = ['Pool', 'Library', 'Museum', 'Market', 'Quay', 'Park', 'Hall', 'Theatre'];

/** Writes a synthetic file of answers in 40 columns: ids, dates, a scale over 24 items, a tick-all, comments. */
export function writeAnswers(path: string, rows: number): void {
  const labels = [
    'Ref',
    'Date',
    'Postcode',
    'Age group',
    ...Array.from({ length: 24 }, (_, at) => `How satisfied are you with service ${at + 1}?`),
    ...PLACES.map((place) => `Which do you use? - ${place}`),
    'Comment',
    'Email',
    'Score (1-5)',
    'Ward',
  ];
  const lines = [labels.join(',')];
  for (let row = 0; row < rows; row++) lines.push(answer(row).join(','));
  writeFileSync(path, `${lines.join('\n')}\n`);
}

const answer = (row: number): (string | number)[] => [
  `R${row}`,
  `${String(1 + (row % 28)).padStart(2, '0')}/03/2026`,
  `PL${1 + (row % 9)} ${row % 10}AA`,
  '25-34',
  ...Array.from({ length: 24 }, (_, at) => STEPS[(row * 7 + at) % 4]!),
  ...PLACES.map((place, at) => ((row + at) % 3 ? '' : place)),
  WORDS.map((_, at) => WORDS[(row * at + at) % WORDS.length]).join(' '),
  `person${row}@example.org`,
  1 + (row % 5),
  'Drake',
];
