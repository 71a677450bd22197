import type { Codebook } from '#domain';
import type * as Themes from '#themes';
import type { FewText } from '#themes';
import { answerWords, draftThemes, type AnswerWord, type Queryable } from '#store';

import { carrierTo } from '../coder.js';
import { endOf } from './draft.js';
import type { OwnText } from './texts.js';

/** People's words in the themes of this version: carried where a theme went elsewhere, left out where one was split or came later. @param everyWord where they are at hand already */
export async function wordsIn(
  db: Queryable,
  themes: typeof Themes,
  codebook: Codebook,
  everyWord?: readonly AnswerWord[],
): Promise<AnswerWord[]> {
  const carry = await carrierTo(db, themes, codebook);
  const known = new Set(codebook.themes.map(({ code }) => code));
  return (everyWord ?? (await answerWords(db, codebook.code))).flatMap((word) => {
    const { themes: carried, open } = carry(word.themes, word.version);
    if (open.length > 0 || carried.some((theme) => !known.has(theme))) return [];
    const outcome = word.outcome === 'themes' && carried.length === 0 ? 'none' : word.outcome;
    return [{ ...word, themes: carried, outcome }];
  });
}

/** Codings to learn from: what people said of answers, and of nearest examples. */
export async function taught(
  db: Queryable,
  codebook: Codebook,
  words: readonly AnswerWord[],
  texts: ReadonlyMap<number, OwnText>,
): Promise<FewText[]> {
  const said = new Map<number, Set<string>>();
  const spoken = new Set<number>();
  for (const { answer, outcome, themes, purpose } of words) {
    spoken.add(answer);
    if (purpose === 'teach' && outcome !== 'unsure') said.set(answer, new Set(themes));
  }
  const drafts = await draftThemes(db, codebook.code);
  const codes = new Set(codebook.themes.map(({ code }) => code));
  for (const draft of drafts) {
    const end = endOf(draft, drafts);
    if (end.state !== 'kept' || !codes.has(end.code)) continue;
    for (const answer of draft.yes)
      if (!spoken.has(answer)) said.set(answer, (said.get(answer) ?? new Set()).add(end.code));
  }
  return [...said].flatMap(([answer, given]) => {
    const text = texts.get(answer);
    return text ? [{ ...text, themes: [...given].sort() }] : [];
  });
}

/** Texts of kept groups, without those of which a person said no; of groups that were dropped, with no theme. */
export async function grouped(
  db: Queryable,
  codebook: Codebook,
  texts: ReadonlyMap<number, OwnText>,
): Promise<FewText[]> {
  const drafts = await draftThemes(db, codebook.code);
  const codes = new Set(codebook.themes.map(({ code }) => code));
  return drafts.flatMap((draft) => {
    const { state, code } = endOf(draft, drafts);
    const speaks = state === 'dropped' || (state === 'kept' && codes.has(code));
    if (!speaks) return [];
    const no = new Set(draft.no);
    return draft.members.flatMap((answer) => {
      const text = texts.get(answer);
      return text && !no.has(answer) ? [{ ...text, themes: state === 'kept' ? [code] : [] }] : [];
    });
  });
}
