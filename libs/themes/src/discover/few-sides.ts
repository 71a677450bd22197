import { isNoAnswer } from '../coders/no-answer.js';
import { learnKinds, openKinds, type StoredKinds } from '../kinds/learn-kinds.js';
import { type Side, sideByRules } from '../stance/sides.js';
import { fewInput, type FewSenses } from './few-input.js';

/** A text as people said where it stands to what was asked. */
export interface FewSide {
  id: string;
  text: string;
  question: string | null;
  side: Side;
}

/** Learns sides of what says something, in one order; null where people said too little of them (`learnKinds`). */
export function learnSides(said: readonly FewSide[], senses: FewSenses): StoredKinds | null {
  const coded = said.filter(({ text }) => !isNoAnswer(text)).sort((a, b) => (a.id < b.id ? -1 : 1));
  return learnKinds(
    coded.map(({ text, question, side }) => ({ ...fewInput(text, question, senses), labels: [side] })),
    coded.map(({ text }) => sideByRules(text)!),
    senses.space && senses.space.vocabulary,
  );
}

/** Opens what was learnt: null for a text that says nothing, and for all where it has no say. */
export function openSides(
  sides: StoredKinds | undefined,
  senses: FewSenses,
): (text: string, question: string | null) => Side | null {
  const sideOf = sides ? openKinds(sides, senses.space && senses.space.vocabulary) : null;
  return (text, question) =>
    sideOf && !isNoAnswer(text) ? (sideOf(fewInput(text, question, senses)) as Side) : null;
}
