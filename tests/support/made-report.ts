import type { ReportContent, ReportTable } from '../../apps/api/src/public/reports/content.js';

const columns = [
  { name: 'answer', title: 'Answer', numeric: false },
  { name: 'people', title: 'People', numeric: true },
  { name: 'share', title: '%', numeric: true },
  { name: 'share_low', title: 'From, %', numeric: true },
  { name: 'share_high', title: 'To, %', numeric: true },
];

/** A question of a made-up consultation with so many answers, one of them hidden. */
export const madeQuestion = (at: number, answers: number): ReportTable => ({
  code: `Q${at}`,
  title: `How safe do you feel at place ${at} <after dark> & by day?`,
  measure: 'People who answered; shares are of them.',
  columns,
  rows: Array.from({ length: answers }, (_, n) => ({
    cells:
      n === 1
        ? [`Answer ${n}`, null, null, null, null]
        : [`Answer ${n}`, 1_005 + at * 5 + n * 10, 20 + n, 18 + n, 22 + n],
    figure: `answers/a-council/safety/q${at}/o${n}`,
  })),
  chart: { kind: 'shares', column: 'share', alt: `Bars of question ${at}` },
});

/** A consultation's report as it is kept, of made-up numbers. */
export const madeReport = (questions: number, answers = 5): ReportContent => ({
  kind: 'consultation',
  title: 'Safe streets: what people answered',
  slug: 'safe-streets',
  agency: 'a-council',
  agencyName: 'A Council',
  forWhom: 'The board',
  subject: { code: 'a-council/safety', name: 'Safe streets' },
  city: 'Plymouth',
  synthetic: true,
  edition: {
    number: 3,
    publishedAt: '2026-01-02T09:30:00.000Z',
    dataTo: '2025-12-31',
    fingerprint: '9c41 e07b',
  },
  texts: [
    {
      code: 'point',
      heading: 'The decision asked',
      parts: [
        { kind: 'words', text: 'Decide on lamps.\n\n' },
        { kind: 'figure', id: 'answers/a-council/safety/q1/o0', text: '1,010 people' },
        { kind: 'words', text: ' said so.' },
      ],
    },
    { code: 'limits', heading: 'Limits', parts: [{ kind: 'words', text: 'People chose to speak.' }] },
  ],
  tables: Array.from({ length: questions }, (_, at) => madeQuestion(at + 1, answers)),
  corrects: null,
});
