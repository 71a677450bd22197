import { useMemo, useState } from 'react';
import type { Comment } from './sitting';
import type { Coding, Outcome } from './useCoding';

/** What was chosen for a comment before it is signed. */
interface Chosen {
  themes: string[];
  /** Themes that the person added: they stand in the list too. */
  added: string[];
  outcome: Exclude<Outcome, 'THEMES'> | null;
}

export interface Choice {
  chosen: Chosen;
  /** Codes in the order of their numbers: what the coder suggests, then what the person added. */
  listed: string[];
  problem: string | null;
  busy: boolean;
  toggle(theme: string | undefined): void;
  add(theme: string): void;
  say(outcome: Chosen['outcome']): void;
  sign(): Promise<void>;
}

const NEEDED = 'Choose a theme with its number or add one, or say that none fits.';

/** One comment's themes as a person keeps, drops and adds them. */
export function useChoice(comment: Comment, coding: Pick<Coding, 'sign'>): Choice {
  const [chosen, setChosen] = useState<Chosen>(() => firstOf(comment));
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const listed = useMemo(
    () => [...comment.suggestions.map(({ theme }) => theme), ...chosen.added],
    [comment, chosen.added],
  );
  const change = (to: (before: Chosen) => Chosen) => {
    setProblem(null);
    setChosen(to);
  };
  const without = (themes: string[], theme: string) => themes.filter((one) => one !== theme);
  return {
    chosen,
    listed,
    problem,
    busy,
    toggle: (theme) =>
      theme &&
      change((before) => ({
        ...before,
        outcome: null,
        themes: before.themes.includes(theme) ? without(before.themes, theme) : [...before.themes, theme],
      })),
    add: (theme) =>
      change((before) => ({
        outcome: null,
        added: listed.includes(theme) ? before.added : [...before.added, theme],
        themes: [...without(before.themes, theme), theme],
      })),
    say: (outcome) =>
      change((before) => ({ ...before, themes: [], outcome: before.outcome === outcome ? null : outcome })),
    sign: async () => {
      const outcome = chosen.outcome ?? (chosen.themes.length > 0 ? 'THEMES' : null);
      if (busy) return;
      if (!outcome) return setProblem(NEEDED);
      setBusy(true);
      const failed = await coding.sign(outcome, chosen.themes, '');
      setBusy(false);
      setProblem(failed);
    },
  };
}

/** What the coder would assign is kept until the person drops it. An earlier word of the person's own comes first. */
function firstOf(comment: Comment): Chosen {
  const suggested = comment.suggestions.map(({ theme }) => theme);
  const mine = comment.codings.find((coding) => coding.mine);
  if (mine)
    return {
      themes: [...mine.themes],
      added: mine.themes.filter((theme) => !suggested.includes(theme)),
      outcome: mine.outcome === 'THEMES' ? null : mine.outcome,
    };
  const kept = comment.suggestions.filter(({ decision }) => decision === 'ASSIGN').map(({ theme }) => theme);
  return { themes: kept, added: [], outcome: null };
}
