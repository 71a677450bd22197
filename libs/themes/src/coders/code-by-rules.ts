import { OTHER } from '#domain';
import type { Codebook } from '#domain';
import type { Assignment, Span } from '../contract.js';
import { PhraseIndex } from './phrases.js';
import type { PhrasesOf, WayOfReading } from './reading.js';
import { PHRASE_LISTS, type ThemeRule } from './rule.js';
import type { Word } from './words.js';

/** At and above this assumed precision a rule assigns; below it only suggests. */
const ASSIGN_FROM = 0.8;

interface Use {
  rule: ThemeRule;
  of: PhrasesOf | 'unless';
}

/** Rules read once, ready for many texts. */
export class RuleCoder {
  private readonly index = new PhraseIndex<Use>();
  private readonly parents: Map<string, string | null>;

  constructor(
    rules: ThemeRule[],
    codebook: Codebook,
    readonly reading: WayOfReading,
  ) {
    this.parents = new Map(codebook.themes.map((theme) => [theme.code, theme.parent]));
    for (const rule of rules) {
      if (!this.parents.has(rule.theme)) continue;
      for (const list of PHRASE_LISTS)
        for (const phrase of rule[list] ?? []) this.index.add(phrase, { rule, of: list });
    }
  }

  /** Themes of one text, the surest first, each with the words that spoke for it. */
  assign(responseId: string, words: Word[]): Assignment[] {
    const silenced = new Set<ThemeRule>();
    const evidence = new Map<ThemeRule, Assignment['evidence']>();
    for (const hit of this.index.find(words)) {
      const { rule, of } = hit.value;
      if (of === 'unless') silenced.add(rule);
      else if (!this.reading.passesOver(rule, words, hit.from, hit.to, of)) {
        const span = { start: words[hit.from]!.start, end: words[hit.to - 1]!.end };
        const list = evidence.get(rule) ?? [];
        if (!list.some((known) => covers(known.span, span)))
          list.push({ span, because: `phrase: ${hit.phrase}` });
        evidence.set(rule, list);
      }
    }
    const found = [...evidence.keys()].filter((rule) => !silenced.has(rule));
    const broader = new Set(found.map((rule) => this.parents.get(rule.theme)));
    return found
      .filter((rule) => !broader.has(rule.theme) && rule.theme !== OTHER)
      .map((rule) => toAssignment(responseId, rule, evidence.get(rule)!))
      .sort((a, b) => b.probability - a.probability || (a.theme < b.theme ? -1 : 1));
  }
}

function toAssignment(responseId: string, rule: ThemeRule, evidence: Assignment['evidence']): Assignment {
  return {
    responseId,
    theme: rule.theme,
    decision: rule.precision >= ASSIGN_FROM ? 'assign' : 'suggest',
    probability: rule.precision,
    source: 'rule',
    evidence,
  };
}

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end;
