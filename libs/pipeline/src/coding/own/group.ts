import type * as Themes from '#themes';
import type { ProposedGroup } from '#themes';
import {
  answersBy,
  draftThemes,
  partDraftTheme,
  saveDraftGroups,
  type Database,
  type OwnAnswer,
} from '#store';

import type { Vectors } from '../coder.js';
import { freeCode } from './free-code.js';
import { fewVectors, textOf } from './texts.js';

/** Groups that are proposed: a person rather drops one than misses one. */
const GROUPS = 20;
/** Comments for each group where there are few. */
const FEWEST_EACH = 4;
/** Comments that are grouped; more would take the square in memory. */
const MOST_GROUPED = 4_000;

/**
 * Groups the comments that a codebook codes by what they say, as proposed themes. What a person decided on stays; comments of kept themes are
 * not grouped again.
 * @returns how many groups were proposed
 */
export async function groupAnswers(
  db: Database,
  themes: typeof Themes,
  vectors: Vectors,
  codebook: string,
): Promise<number> {
  const decided = (await draftThemes(db, codebook)).filter(({ state }) => state !== 'open');
  const known = new Set(decided.flatMap(({ members }) => members));
  const answers = (await answersBy(db, codebook)).filter(({ answer }) => !known.has(answer));
  const groups = await groupsOf(answers, GROUPS, themes, vectors);
  const taken = new Set((await draftThemes(db, codebook)).map(({ code }) => code));
  await db.transaction((tx) =>
    saveDraftGroups(
      tx,
      codebook,
      groups.map((group) => ({ ...named(group, taken), answers: group.members })),
    ),
  );
  return groups.length;
}

/** Parts the comments of a draft theme in two; the smaller part becomes a theme of its own. */
export async function splitDraft(
  db: Database,
  themes: typeof Themes,
  vectors: Vectors,
  codebook: string,
  theme: number,
): Promise<void> {
  const drafts = await draftThemes(db, codebook);
  const members = new Set(drafts.find(({ id }) => id === theme)?.members);
  const answers = (await answersBy(db, codebook)).filter(({ answer }) => members.has(answer));
  const [large, small] = await groupsOf(answers, 2, themes, vectors);
  if (!large || !small) return;
  const taken = new Set(drafts.map(({ code }) => code));
  await db.transaction((tx) =>
    partDraftTheme(tx, theme, { ...named(small, taken), answers: small.members }, large.names),
  );
}

type Group = ProposedGroup & { members: OwnAnswer[] };

/** Groups of what says something, the largest first. */
async function groupsOf(
  answers: readonly OwnAnswer[],
  most: number,
  themes: typeof Themes,
  vectors: Vectors,
): Promise<Group[]> {
  const said = evenly(
    answers.filter(({ text }) => !themes.isNoAnswer(text)),
    MOST_GROUPED,
  );
  if (said.length < 2) return [];
  const texts = said.map((answer) => textOf(answer).text);
  const found = await fewVectors(themes, vectors, {
    themes: [],
    pool: texts.map((text) => ({ text, question: null })),
    coded: [],
    grouped: [],
  });
  const groups = Math.min(most, Math.max(2, Math.floor(texts.length / FEWEST_EACH)));
  return themes
    .proposeGroups(texts, themes.spaceOf(texts, [found.sentences, found.words]), groups)
    .map((group) => ({ ...group, members: group.texts.map((at) => said[at]!) }))
    .sort((a, b) => b.members.length - a.members.length);
}

/** So many of a list, spread over it. */
function evenly<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]!);
}

/** A first name and a code that nobody has yet. */
function named(
  { names }: ProposedGroup,
  taken: Set<string>,
): { code: string; name: string; phrases: string[] } {
  const first = names[0] ?? 'no words in common';
  const code = freeCode(first, taken);
  taken.add(code);
  return { code, name: first.charAt(0).toUpperCase() + first.slice(1), phrases: names };
}
