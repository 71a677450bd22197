/** Short strings which, repeated, keep an expression busy that reads a text once for each of its signs. */
const UNITS = [
  ...[
    'a',
    'a ',
    'a@',
    'a.',
    'a-',
    "a'",
    '1',
    '1 ',
    '1-',
    '1.',
    '1:',
    'a:',
    'A',
    'A ',
    'Ab',
    'Ab ',
    'A1 ',
    'A B ',
    '_',
    '%',
    'é',
    '\u0301',
  ],
  ...[
    ' ',
    '\n',
    '\t',
    '.',
    ',',
    "'",
    '"',
    '""',
    '(',
    '((',
    ':',
    ';',
    '-',
    '@',
    '/',
    ', ',
    '. ',
    '" ',
    ',"',
    '"a"b',
    '{"a":',
    '[',
    '\\',
  ],
  ...[
    'Mr ',
    'Mr. ',
    'in ',
    'no ',
    'not ',
    'the ',
    'he ',
    'kill ',
    'my name is ',
    'Name: ',
    'Flat 1, ',
    '1 High Street, ',
    'Road ',
    'St ',
  ],
  ...[
    'sort code ',
    'account ',
    'born ',
    '+44 ',
    '0',
    '00 ',
    '12/',
    '12/12/',
    '1 Jan ',
    'GB00 ',
    'http://',
    'PL4 ',
    '2025-',
    '3pm ',
    '- ',
    '£1,',
  ],
];

/** Each of them repeated to a text of this length. */
export const attackTexts = (length: number): { unit: string; text: string }[] =>
  UNITS.map((unit) => ({ unit, text: unit.repeat(Math.ceil(length / unit.length)).slice(0, length) }));

/**
 * Seconds of processor time that a piece of work takes. What else this machine does is only ever added to it, so that work which seems to take
 * longer than it may is measured twice more, and the least is told.
 * @param most seconds that it may take
 */
export function processorSeconds(work: () => unknown, most: number): number {
  let least = Infinity;
  for (let time = 0; time < 3 && least > most; time++) {
    const before = process.cpuUsage();
    work();
    least = Math.min(least, process.cpuUsage(before).user / 1_000_000);
  }
  return least;
}
