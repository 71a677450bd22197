import { docx } from '../apps/api/src/public/reports/forms/docx.js';
import { printed } from '../apps/api/src/public/reports/forms/printed.js';
import { Printer } from '#printing';
import type { ReportContent } from '../apps/api/src/public/reports/content.js';
import type { ChartLook } from '../apps/api/src/public/reports/forms/chart-look.js';

/**
 * `--questions 75 --answers 14`: a consultation's report as PDF and DOCX: pages, seconds and memory of the process that sets it.
 * `--hold`: ends with 1 where a PDF takes over 5 s or 300 MB, has fewer than 60 pages, or other bytes the second time.
 */
const HELD = { seconds: 5, megabytes: 300, pages: 60 };
const number = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};

const answers = Array.from({ length: number('answers', 14) }, (_, n) => ({
  cells: [`Answer ${n + 1} in a few words, as it was asked`, 1_005 + n * 15, 20 + n, 18 + n, 22 + n],
  figure: `answers/a-council/survey/q/o${n}`,
}));
const content: ReportContent = {
  kind: 'consultation',
  title: 'A consultation of many questions',
  slug: 'a-consultation',
  agency: 'a-council',
  agencyName: 'A Council',
  forWhom: 'The board',
  subject: { code: 'a-council/survey', name: 'A survey' },
  city: 'Plymouth',
  synthetic: true,
  edition: {
    number: 1,
    publishedAt: '2026-01-02T09:30:00.000Z',
    dataTo: '2025-12-31',
    fingerprint: '9c41 e07b',
  },
  texts: [
    {
      code: 'point',
      heading: 'The decision asked',
      parts: [{ kind: 'words', text: 'Decide on what people answered.' }],
    },
  ],
  tables: Array.from({ length: number('questions', 75) }, (_, at) => ({
    code: `Q${at + 1}`,
    title: `How do you feel about thing ${at + 1} where you live?`,
    measure: 'People answered; shares are of them.',
    columns: ['answer', 'people', 'share', 'share_low', 'share_high'].map((name) => ({
      name,
      title: name,
      numeric: name !== 'answer',
    })),
    rows: answers,
    chart: { kind: 'shares', column: 'share', alt: `Bars of question ${at + 1}` },
  })),
  corrects: null,
};
/** One bar an answer: as many shapes as a chart of the hub has. */
const draw = (): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="${answers.length * 28}">${answers
    .map(
      (_, n) =>
        `<text x="0" y="${n * 28 + 18}" font-size="12">Answer ${n + 1}</text><rect x="210" y="${n * 28 + 7}" width="${100 + n * 9}" height="14" fill="#b4d6db"/>`,
    )
    .join('')}</svg>`;

const [INK, BAR] = ['12252B', 'B4D6DB'];
const LOOK: ChartLook = {
  ink: INK,
  quiet: INK,
  grid: BAR,
  now: BAR,
  before: BAR,
  light: BAR,
  lightEdge: INK,
  neutral: BAR,
  neutralEdge: INK,
  line: INK,
};

const standing = {
  origin: 'https://hub.example.org',
  release: { releasedAt: '2026-02-03T09:30:00.000Z', digest: 'ab'.repeat(32) },
  correctedBy: null,
  corrects: null,
};
const document = printed(content, standing, draw);
const printer = new Printer();
const broken: string[] = [];
const files: Buffer[] = [];
for (const turn of ['first', 'second']) {
  const start = performance.now();
  const { bytes, pages, peakMb } = await printer.pdf(document);
  const seconds = (performance.now() - start) / 1_000;
  files.push(Buffer.from(bytes));
  if (seconds > HELD.seconds) broken.push(`the ${turn} took over ${HELD.seconds} s`);
  if (peakMb > HELD.megabytes) broken.push(`the ${turn} took over ${HELD.megabytes} MB`);
  if (pages < HELD.pages) broken.push(`the ${turn} has fewer than ${HELD.pages} pages`);
  console.log(
    `PDF, ${turn}: ${pages} pages, ${seconds.toFixed(1)} s, ${Math.round(peakMb)} MB, ${Math.round(bytes.length / 1_000)} kB`,
  );
}
const same = files[0]!.equals(files[1]!);
if (!same) broken.push('the second has other bytes');
console.log(`the same bytes: ${same ? 'yes' : 'NO'}`);
const start = performance.now();
const made = docx(document, LOOK);
console.log(
  `DOCX: ${((performance.now() - start) / 1_000).toFixed(1)} s, ${Math.round(made.length / 1_000)} kB`,
);
if (process.argv.includes('--hold')) {
  console.log(broken.length === 0 ? 'held' : `NOT HELD: ${broken.join('; ')}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
