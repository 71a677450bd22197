import { readFileSync } from 'node:fs';
import { repairText } from '#domain';
import {
  byWords,
  codeFromFew,
  type EmbeddingLookup,
  fewInput,
  learnPoolSpace,
  type LinearExample,
  type LinearInput,
  openPoolSpace,
  piecesOf,
  type ProposedGroup,
  proposeGroups,
  randomOf,
  saidOf,
  shuffled,
  spaceOf,
  type ThemeDefinition,
  zeroShotScores,
} from '#themes';
import { judgeSets, meanScores, type SetScores } from './codebook/judge.js';
import { readCodebookOptions } from './codebook/options.js';
import { type BenchRow, readRows } from './themes/read.js';
import { vectorsOf } from './themes/vectors.js';

/** From comments to a codebook, measured on labelled texts: `npm run --silent bench:codebook`. The last line printed is JSON. */
const GROUPS = 20;
/** Texts that are grouped; more than that takes the square in memory. */
const MOST_GROUPED = 4000;
/** Named groups are weak codings until there are so many real ones. */
const GROUPS_UNTIL = 100;

const options = readCodebookOptions(process.argv.slice(2));
const tell = (line: string): void => void (options.json || console.error(line));
const asThemes = {
  ...options,
  train: options.data,
  bands: null,
  out: null,
  curve: [],
  strategy: 'random',
  embeddings: true,
  threads: 2,
} as const;
const read = (file: string): BenchRow[] =>
  readRows(file, { ...asThemes, curve: [] }).map((row) => ({ ...row, text: repairText(row.text).text }));
const data = read(options.data);
const test = options.test === null ? null : read(options.test);
const labels = [...new Set([...data, ...(test ?? [])].flatMap((row) => row.labels))].sort();
const given =
  options.definitions === null
    ? []
    : (JSON.parse(readFileSync(options.definitions, 'utf8')) as ThemeDefinition[]);
/** A theme without a definition has its name. */
const definitions = labels.map((name) => given.find((one) => one.name === name) ?? { name, definition: '' });

const rows = [...data, ...(test ?? [])];
const grouped = data.slice(0, MOST_GROUPED);
const pieces = rows.flatMap(({ text }) => piecesOf(text));
const named = definitions.map(saidOf);
const sentences = await vectorsOf(
  [...rows.map(({ text }) => text), ...pieces, ...named, ...labels],
  true,
  2,
  tell,
);
const words = byWords();
const vectors: (EmbeddingLookup | null)[] = [sentences, words];
const kept = learnPoolSpace(rows);
const space = kept && openPoolSpace(kept);
const zero = zeroShotScores(
  rows.map(({ text }) => text),
  definitions,
  vectors,
);
const groups = proposeGroups(
  grouped.map(({ text }) => text),
  spaceOf(
    grouped.map(({ text }) => text),
    vectors,
  ),
  GROUPS,
);
const majority = groups.map(majorityOf);
const nameTexts = groups.map(({ names }) => names.join(', '));
const ofNames = await vectorsOf([...nameTexts, ...labels.map((name) => `${name}. `)], true, 2, tell);
const proposals = proposalsOf();
const weak = groups.flatMap((group, g) =>
  majority[g]!.theme === null ? [] : group.texts.map((row) => ({ row, theme: majority[g]!.theme! })),
);
const result = {
  proposals,
  named: scoresAt(0, 1, true),
  curve: options.codings.map((codings) => ({ codings, ...meanOver(codings) })),
};
if (!options.json) {
  console.table([result.proposals]);
  console.table([{ codings: 'named groups alone', ...result.named }, ...result.curve]);
}
console.log(JSON.stringify(result));

/** The theme that most of a group's texts have; null where none of them has any. */
function majorityOf({ texts }: ProposedGroup): { theme: string | null; share: number } {
  const counts = new Map<string, number>();
  for (const row of texts)
    for (const label of data[row]!.labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { theme: best?.[0] ?? null, share: best ? best[1] / texts.length : 0 };
}

/**
 * Found: a theme that the most texts of a group have, at least half of it. Coverage: texts, of those with a theme, in a group whose
 * theme they have. Names right: groups whose name is nearest to their own theme's definition, or name, of all themes.
 */
function proposalsOf(): { found: number; of: number; coverage: number; namesRight: number } {
  const found = new Set(
    majority.flatMap(({ theme, share }) => (theme !== null && share >= 0.5 ? [theme] : [])),
  );
  const themed = groups.flatMap(({ texts }, g) =>
    texts
      .filter((row) => data[row]!.labels.length > 0)
      .map((row) => data[row]!.labels.includes(majority[g]!.theme ?? '')),
  );
  const lookup: EmbeddingLookup = (text) => ofNames(text) ?? sentences(text);
  const nearest = zeroShotScores(nameTexts, definitions, [lookup, words]).map(
    (scores) => definitions[scores.indexOf(Math.max(...scores))]!.name,
  );
  const right = groups.filter((_, g) => nearest[g] === majority[g]!.theme).length;
  return {
    found: found.size,
    of: labels.length,
    coverage: themed.filter(Boolean).length / (themed.length || 1),
    namesRight: right / (groups.length || 1),
  };
}

function meanOver(codings: number): SetScores {
  return meanScores(Array.from({ length: options.seeds }, (_, seed) => scoresAt(codings, seed + 1)));
}

/**
 * Codes so many texts drawn at random as people did, and judges the others, or the test file's. Without a coding: by the definitions
 * alone where there are any.
 */
function scoresAt(codings: number, seed: number, withGroups = codings > 0 || given.length === 0): SetScores {
  const order = shuffled([...data.keys()], randomOf(seed));
  const coded = order.slice(0, Math.min(codings, data.length - (test ? 0 : 1)));
  const isCoded = new Set(coded);
  const asked = test ? test.map((_, i) => data.length + i) : order.slice(coded.length);
  const said = codeFromFew({
    labels,
    coded: coded.map(exampleOf),
    zeroOfCoded: coded.flatMap((row) => zero[row]!),
    definitions: definitions.map((one) => ({ ...inputOf(saidOf(one), null), labels: [one.name] })),
    weak:
      !withGroups || codings >= GROUPS_UNTIL
        ? []
        : weak
            .filter(({ row }) => !isCoded.has(row))
            .map(({ row, theme }) => ({ ...exampleOf(row), labels: [theme] })),
    pool: asked.map((row) => exampleOf(row)),
    zeroOfPool: asked.flatMap((row) => zero[row]!),
    vocabulary: space && space.vocabulary,
    themesEach: themesEach(),
  });
  return judgeSets(
    asked.map((row) => rows[row]!.labels),
    said,
    labels,
  );
}

/** Different groups that the pieces of a text are nearest to, as a first guess of how many themes a text has. */
function themesEach(): number {
  const counts = grouped.map(({ text }) => Math.min(3, piecesOf(text).length));
  return 1 + (0.5 * counts.reduce((sum, n) => sum + n - 1, 0)) / counts.length;
}

function exampleOf(row: number): LinearExample {
  const { text, question, labels: own } = rows[row]!;
  return { ...inputOf(text, question), labels: own };
}

function inputOf(text: string, question: string | null): LinearInput {
  return fewInput(text, question, { sentences, words, space });
}
